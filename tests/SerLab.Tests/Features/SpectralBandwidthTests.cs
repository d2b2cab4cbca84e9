using FsCheck;
using FsCheck.Fluent;
using SerLab.Audio;
using SerLab.Features;
using SerLab.Tests.Audio;

namespace SerLab.Tests.Features;

public sealed class SpectralBandwidthTests
{
    private static readonly SpectralBandwidth Feature = new();

    public static TheoryData<string> Signals => GoldenFeatures.With("spectral_bandwidth");

    public static TheoryData<string> Cases => SpectralCases.Of<SpectralBandwidth>();

    [Theory]
    [Trait("Kind", "reference")]
    [MemberData(nameof(Signals))]
    public void Widths_are_librosas(string signal) =>
        GoldenFeatures.Close(signal, "spectral_bandwidth", Feature.Of(GoldenFeatures.Clip(signal)).Values);

    [Theory]
    [Trait("Kind", "reference")]
    [MemberData(nameof(Cases))]
    public void Other_options_and_frames_are_librosas(string name) => SpectralCases.Check(name);

    [Fact]
    [Trait("Kind", "law")]
    public void Two_equal_tones_spread_by_half_their_distance() => Prop.ForAll(
        Arb.From(from bin in Gen.Choose(100, 400) from apart in Gen.Choose(20, 500) select (bin, apart)), c =>
        {
            var low = SoundMaker.Tone(c.bin * 22050 / 2048.0, 0.3, 22050);
            var high = SoundMaker.Tone((c.bin + c.apart) * 22050 / 2048.0, 0.3, 22050);
            var both = low with { Samples = [.. low.Samples.Zip(high.Samples, (a, b) => a + b)] };
            return Math.Abs(Feature.Of(both).Values[6] - c.apart / 2.0 * 22050 / 2048) < 5;
        }).QuickCheckThrowOnFailure();

    [Fact]
    [Trait("Kind", "law")]
    public void A_tone_is_narrow_and_noise_spreads_as_an_even_spectrum_does()
    {
        Assert.InRange(Feature.Of(SoundMaker.Tone(1000, 0.5, 22050)).Values[10], 1, 80);
        var noise = Feature.Of(GoldenFeatures.Clip("noise")).Values;
        Assert.Equal(11025 / Math.Sqrt(12), noise[4..^4].Average(), 60.0);
    }

    [Fact]
    [Trait("Kind", "law")]
    public void Silence_is_0() => Assert.Equal(new float[44], Feature.Of(new Clip(new float[22050], 22050, "silence")).Values);
}
