using FsCheck;
using FsCheck.Fluent;
using SerLab.Features;

namespace SerLab.Tests.Features;

[Trait("Kind", "law")]
public sealed class DecibelsTests
{
    private static readonly Arbitrary<float[]> Powers = Arb.From(
        from exponents in Gen.Choose(-1400, 800).NonEmptyListOf()
        select exponents.Select(e => MathF.Pow(10, e / 100f)).ToArray());

    [Fact]
    public void Values_are_the_formula_of_librosa_within_rounding() => Prop.ForAll(Powers, power =>
    {
        var top = 10 * Math.Log10(Math.Max(1e-10, power.Max()));
        return Db(power).Zip(power).All(pair =>
            Math.Abs(pair.First - Math.Max(10 * Math.Log10(Math.Max(1e-10, pair.Second)) - top, -80)) < 1e-4);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Values_lie_in_the_range_and_keep_the_order_of_the_powers() => Prop.ForAll(Powers, power =>
    {
        var db = Db(power);
        return db.Max() == 0 && db.Min() >= -80
            && db.Zip(power).OrderBy(pair => pair.Second).Select(pair => pair.First) is var sorted
            && sorted.SequenceEqual(sorted.Order());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Silence_is_0_and_nothing_stays_nothing()
    {
        Assert.Equal([0f, 0, 0], Db([0, 0, 0]));
        Assert.Empty(Db([]));
    }

    [Fact]
    public void Another_range_cuts_elsewhere() => Assert.Equal([0f, -30], Db([1, 1e-9f], 30));

    private static float[] Db(float[] power, float range = 80)
    {
        float[] values = [.. power];
        Decibels.BelowMax(values, range);
        return values;
    }
}
