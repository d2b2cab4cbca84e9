using FsCheck;
using FsCheck.Fluent;
using SerLab.Audio;
using SerLab.Features;
using SerLab.Tests.Audio;

namespace SerLab.Tests.Features;

public sealed class SpectralCentroidTests
{
    private static readonly SpectralCentroid Feature = new();

    public static TheoryData<string> Signals => GoldenFeatures.With("spectral_centroid");

    public static TheoryData<string> Cases => SpectralCases.Of<SpectralCentroid>();

    [Theory]
    [Trait("Kind", "reference")]
    [MemberData(nameof(Signals))]
    public void Frequencies_are_librosas(string signal) =>
        GoldenFeatures.Close(signal, "spectral_centroid", Feature.Of(GoldenFeatures.Clip(signal)).Values);

    [Theory]
    [Trait("Kind", "reference")]
    [MemberData(nameof(Cases))]
    public void Other_options_and_frames_are_librosas(string name) => SpectralCases.Check(name);

    [Fact]
    [Trait("Kind", "law")]
    public void The_centroid_of_a_tone_is_its_frequency() => Prop.ForAll(Gen.Choose(300, 10_000).ToArbitrary(), hz =>
        Feature.Of(SoundMaker.Tone(hz, 0.5, 22050)).Values[4..^4].All(centroid => Math.Abs(centroid - hz) < 15))
        .QuickCheckThrowOnFailure();

    [Fact]
    [Trait("Kind", "law")]
    public void The_centroid_of_two_equal_tones_lies_in_their_middle()
    {
        var low = SoundMaker.Tone(200 * 22050 / 2048.0, 0.5, 22050);
        var high = SoundMaker.Tone(400 * 22050 / 2048.0, 0.5, 22050);
        var both = low with { Samples = [.. low.Samples.Zip(high.Samples, (a, b) => a + b)] };
        Assert.Equal(300 * 22050 / 2048.0, Feature.Of(both).Values[10], 1.0);
    }

    [Theory]
    [Trait("Kind", "law")]
    [InlineData(0.01f)]
    [InlineData(1000f)]
    public void Loudness_does_not_move_it(float gain)
    {
        var clip = GoldenFeatures.Clip("speech_female");
        var louder = clip with { Samples = [.. clip.Samples.Select(x => gain * x)] };
        Assert.Equal(Feature.Of(clip).Values, Feature.Of(louder).Values, (a, b) => Math.Abs(a - b) <= 1e-4 * a + 1e-3);
    }

    [Fact]
    [Trait("Kind", "law")]
    public void Silence_is_0() => Assert.Equal(new float[44], Feature.Of(new Clip(new float[22050], 22050, "silence")).Values);
}
