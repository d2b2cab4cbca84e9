using FsCheck;
using FsCheck.Fluent;
using SerLab.Audio;
using SerLab.Features;
using SerLab.Files;

namespace SerLab.Tests.Features;

public sealed class SpectrogramTests
{
    private static readonly Spectrogram Magnitude = new();

    public static TheoryData<string> Signals => GoldenFeatures.With("stft_mag");

    public static TheoryData<string> Cases => SpectralCases.Of<Spectrogram>();

    [Theory]
    [Trait("Kind", "reference")]
    [MemberData(nameof(Signals))]
    public void Magnitudes_are_librosas(string signal) =>
        GoldenFeatures.Close(signal, "stft_mag", Magnitude.Of(GoldenFeatures.Clip(signal)).Values);

    [Theory]
    [Trait("Kind", "reference")]
    [MemberData(nameof(Cases))]
    public void Frames_that_are_no_power_of_two_and_decibels_are_librosas(string name) => SpectralCases.Check(name);

    [Fact]
    [Trait("Kind", "law")]
    public void The_three_levels_are_one_spectrum()
    {
        var clip = GoldenFeatures.Clip("stereo");
        var magnitude = Magnitude.Of(clip).Values;
        var power = (Magnitude with { Level = SpectrumLevel.Power }).Of(clip).Values;
        var decibels = (Magnitude with { Level = SpectrumLevel.DecibelsBelowMax }).Of(clip).Values;
        Assert.Equal(magnitude.Select(x => x * x), power, (a, b) => Math.Abs(a - b) <= 1e-6 * a);
        var top = 20 * Math.Log10(magnitude.Max());
        Assert.Equal(
            magnitude.Select(x => (float)Math.Max(-80, 20 * Math.Log10(Math.Max(1e-5, x)) - top)), decibels,
            (a, b) => Math.Abs(a - b) < 1e-3);
        Assert.Equal((0f, -80f), (decibels.Max(), Magnitude.Floor + (Magnitude with { Level = SpectrumLevel.DecibelsBelowMax }).Floor));
    }

    [Fact]
    [Trait("Kind", "law")]
    public void Loudness_scales_the_magnitudes() => Prop.ForAll(
        Gen.Choose(1, 100_000).Select(n => n / 100f).ToArbitrary(), gain =>
        {
            var clip = GoldenFeatures.Clip("short");
            var louder = clip with { Samples = [.. clip.Samples.Select(x => gain * x)] };
            var values = Magnitude.Of(clip).Values;
            var loudest = values.Max();
            return values.Zip(Magnitude.Of(louder).Values)
                .All(pair => Math.Abs(pair.Second - gain * pair.First) <= 1e-6 * gain * loudest);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [Trait("Kind", "law")]
    [InlineData(1024)]
    [InlineData(0)]
    [InlineData(-4096)]
    public void Other_frames_than_those_of_the_analysis_are_refused(int size)
    {
        var thrown = Assert.Throws<BadOptionException>(
            () => new Spectrogram { FftSize = size }.Of(new Clip([1f], 22050, "x")));
        Assert.Contains($"frames of {size} samples", thrown.Problem);
        Assert.Contains("2048", thrown.Problem);
    }
}
