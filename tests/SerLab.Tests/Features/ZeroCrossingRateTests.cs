using FsCheck;
using FsCheck.Fluent;
using SerLab.Audio;
using SerLab.Features;
using SerLab.Tests.Audio;

namespace SerLab.Tests.Features;

public sealed class ZeroCrossingRateTests
{
    private static readonly ZeroCrossingRate Feature = new();

    public static TheoryData<string> Signals => GoldenFeatures.With("zcr");

    public static TheoryData<string> Cases => SpectralCases.Of<ZeroCrossingRate>();

    [Theory]
    [Trait("Kind", "reference")]
    [MemberData(nameof(Signals))]
    public void Rates_are_librosas(string signal) =>
        GoldenFeatures.Close(signal, "zcr", Feature.Of(GoldenFeatures.Clip(signal)).Values);

    [Theory]
    [Trait("Kind", "reference")]
    [MemberData(nameof(Cases))]
    public void Other_frames_are_librosas(string name) => SpectralCases.Check(name);

    [Fact]
    [Trait("Kind", "law")]
    public void A_tone_crosses_twice_a_period() => Prop.ForAll(Gen.Choose(50, 5000).ToArbitrary(), hz =>
    {
        var rates = Feature.Of(SoundMaker.Tone(hz, 0.5, 22050)).Values;
        return rates[4..^4].All(rate => Math.Abs(rate - 2.0 * hz / 22050) <= 2.0 / 2048);
    }).QuickCheckThrowOnFailure();

    [Fact]
    [Trait("Kind", "law")]
    public void Every_sign_that_changes_is_counted_wherever_it_stands() => Prop.ForAll(
        Gen.Elements(-1, 0, 1).NonEmptyListOf().ToArbitrary(), signs =>
        {
            var samples = signs.Select(s => (float)s).ToArray();
            var changes = samples.Zip(samples.Skip(1)).Count(pair => pair.First < 0 != pair.Second < 0);
            return Feature.Of(new Clip(samples, 22050, "signs")).Values[0] == (float)(changes / 2048.0);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [Trait("Kind", "law")]
    [InlineData(1f, 2047)]
    [InlineData(1.1e-10f, 2047)]
    [InlineData(1e-10f, 0)] // as good as silence
    [InlineData(0f, 0)]
    public void Only_what_can_be_heard_at_all_crosses(float amplitude, int crossings)
    {
        var samples = Enumerable.Range(0, 8000).Select(n => n % 2 == 0 ? amplitude : -amplitude).ToArray();
        Assert.Equal(crossings / 2048f, Feature.Of(new Clip(samples, 22050, "alternating")).Values[8]);
    }

    [Theory]
    [Trait("Kind", "law")]
    [InlineData(0.001f)]
    [InlineData(37f)]
    public void Loudness_does_not_move_it(float gain)
    {
        var clip = GoldenFeatures.Clip("speech_male");
        var louder = clip with { Samples = [.. clip.Samples.Select(x => gain * x)] };
        Assert.Equal(Feature.Of(clip).Values, Feature.Of(louder).Values, (a, b) => Math.Abs(a - b) <= 3.0 / 2048);
    }
}
