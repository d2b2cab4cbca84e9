using FsCheck;
using FsCheck.Fluent;
using SerLab.Features;
using SerLab.Files;

namespace SerLab.Tests.Features;

public sealed class DecibelsTests
{
    private static readonly Arbitrary<float[]> Powers = Arb.From(
        from exponents in Gen.Choose(-1400, 800).NonEmptyListOf()
        select exponents.Select(e => MathF.Pow(10, e / 100f)).ToArray());

    [Fact]
    [Trait("Kind", "law")]
    public void Values_are_the_formula_of_librosa_within_rounding() => Prop.ForAll(Powers, power =>
    {
        var top = 10 * Math.Log10(Math.Max(1e-10, power.Max()));
        return Db(power).Zip(power).All(pair =>
            Math.Abs(pair.First - Math.Max(10 * Math.Log10(Math.Max(1e-10, pair.Second)) - top, -80)) < 1e-4);
    }).QuickCheckThrowOnFailure();

    [Fact]
    [Trait("Kind", "law")]
    public void Values_lie_in_the_range_and_keep_the_order_of_the_powers() => Prop.ForAll(Powers, power =>
    {
        var db = Db(power);
        return db.Max() == 0 && db.Min() >= -80
            && db.Zip(power).OrderBy(pair => pair.Second).Select(pair => pair.First) is var sorted
            && sorted.SequenceEqual(sorted.Order());
    }).QuickCheckThrowOnFailure();

    [Fact]
    [Trait("Kind", "law")]
    public void Silence_is_0_and_nothing_stays_nothing()
    {
        Assert.Equal([0f, 0, 0], Db([0, 0, 0]));
        Assert.Empty(Db([]));
    }

    [Fact]
    [Trait("Kind", "law")]
    public void Another_range_cuts_elsewhere() => Assert.Equal([0f, -30], Db([1, 1e-9f], 30));

    [Fact]
    [Trait("Kind", "reference")]
    public void Any_reference_and_range_gives_the_decibels_of_librosa()
    {
        var cases = Json.Read<Case[]>(Repository.Fixture("spectral", "decibels.json"));
        Assert.Equal(24, cases.Length);
        foreach (var one in cases)
        {
            float[] values = [.. one.Values];
            if (one.Of == "power")
            {
                Decibels.OfPower(values, one.Reference, one.TopDb);
            }
            else
            {
                Decibels.OfAmplitude(values, one.Reference, one.TopDb);
            }
            Assert.Equal(one.Decibels, values, (a, b) => Math.Abs(a - b) <= 2e-5 * Math.Max(1, Math.Abs(a)));
        }
    }

    [Fact]
    [Trait("Kind", "law")]
    public void Against_one_silence_is_minus_100_and_nothing_stays_nothing()
    {
        float[] silence = [0, 0], nothing = [];
        Decibels.OfPower(silence);
        Decibels.OfAmplitude(nothing);
        Assert.Equal([-100f, -100], silence, (a, b) => Math.Abs(a - b) < 1e-4);
    }

    [Fact]
    [Trait("Kind", "law")]
    public void Amplitudes_and_their_squares_have_the_same_decibels() => Prop.ForAll(Powers, power =>
    {
        float[] ofPower = [.. power], ofAmplitude = [.. power.Select(MathF.Sqrt)];
        Decibels.OfPower(ofPower, 4);
        Decibels.OfAmplitude(ofAmplitude, 2);
        return ofPower.Zip(ofAmplitude).All(pair => Math.Abs(pair.First - pair.Second) < 1e-3);
    }).QuickCheckThrowOnFailure();

    private sealed record Case(
        string Of, float[] Values, float Reference, float TopDb, float[] Decibels);

    private static float[] Db(float[] power, float range = 80)
    {
        float[] values = [.. power];
        Decibels.BelowMax(values, range);
        return values;
    }
}
