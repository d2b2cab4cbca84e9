using FsCheck;
using FsCheck.Fluent;
using SerLab.Audio;
using SerLab.Features;
using SerLab.Files;
using SerLab.Tests.Audio;

namespace SerLab.Tests.Features;

public sealed class SpectralRolloffTests
{
    private static readonly SpectralRolloff Feature = new();

    public static TheoryData<string> Signals => GoldenFeatures.With("spectral_rolloff");

    public static TheoryData<string> Cases => SpectralCases.Of<SpectralRolloff>();

    [Theory]
    [Trait("Kind", "reference")]
    [MemberData(nameof(Signals))]
    public void Frequencies_are_librosas(string signal) =>
        GoldenFeatures.Close(signal, "spectral_rolloff", Feature.Of(GoldenFeatures.Clip(signal)).Values);

    [Theory]
    [Trait("Kind", "reference")]
    [MemberData(nameof(Cases))]
    public void Other_options_and_frames_are_librosas(string name) => SpectralCases.Check(name);

    [Fact]
    [Trait("Kind", "law")]
    public void A_larger_share_lies_higher_and_all_within_the_spectrum() => Prop.ForAll(
        Arb.From(from a in Gen.Choose(1, 999) from b in Gen.Choose(1, 999) select (Math.Min(a, b), Math.Max(a, b))), c =>
        {
            var clip = GoldenFeatures.Clip("stereo");
            var low = (Feature with { Share = c.Item1 / 1000.0 }).Of(clip).Values;
            var high = (Feature with { Share = c.Item2 / 1000.0 }).Of(clip).Values;
            return low.Zip(high).All(pair => pair.First >= 0 && pair.First <= pair.Second && pair.Second <= 11025);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    [Fact]
    [Trait("Kind", "law")]
    public void Of_two_tones_the_louder_decides_where_its_share_ends()
    {
        var low = SoundMaker.Tone(200 * 22050 / 2048.0, 0.5, 22050, 0.6);
        var high = SoundMaker.Tone(400 * 22050 / 2048.0, 0.5, 22050, 0.3);
        var both = low with { Samples = [.. low.Samples.Zip(high.Samples, (a, b) => a + b)] };
        Assert.Equal(200 * 22050 / 2048.0, (Feature with { Share = 0.6 }).Of(both).Values[10], 11.0);
        Assert.Equal(400 * 22050 / 2048.0, (Feature with { Share = 0.8 }).Of(both).Values[10], 11.0);
    }

    [Theory]
    [Trait("Kind", "law")]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.2)]
    [InlineData(double.NaN)]
    public void A_share_that_cannot_be_is_refused(double share)
    {
        var thrown = Assert.Throws<BadOptionException>(
            () => (Feature with { Share = share }).Of(GoldenFeatures.Clip("short")));
        Assert.Contains($"roll-off of {share}", thrown.Problem);
    }

    [Fact]
    [Trait("Kind", "law")]
    public void Silence_is_0() => Assert.Equal(new float[44], Feature.Of(new Clip(new float[22050], 22050, "silence")).Values);
}
