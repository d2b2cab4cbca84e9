using SerLab.Features;
using SerLab.Files;
using SerLab.Tests.Audio;

namespace SerLab.Tests.Features;

public sealed class MelSpectrogramTests
{
    private static readonly MelSpectrogram Power = new();
    private static readonly MelSpectrogram BelowMax = new() { Level = MelLevel.DecibelsBelowMax };

    public static TheoryData<string> Signals => GoldenFeatures.With("mel_db_128");

    [Fact]
    [Trait("Kind", "reference")]
    public void Fourteen_signals_are_compared() => Assert.Equal(14, Signals.Count);

    [Theory]
    [Trait("Kind", "reference")]
    [MemberData(nameof(Signals))]
    public void Power_is_librosas(string signal)
    {
        GoldenFeatures.Close(signal, "mel_power_128", Power.Of(GoldenFeatures.Clip(signal)).Values);
        var forty = new MelSpectrogram { Mel = new MelOptions { Bands = 40 } };
        GoldenFeatures.Close(signal, "mel_power_40", forty.Of(GoldenFeatures.Clip(signal)).Values);
    }

    [Theory]
    [Trait("Kind", "reference")]
    [MemberData(nameof(Signals))]
    public void Decibels_are_librosas(string signal)
    {
        GoldenFeatures.Close(signal, "mel_db_128", BelowMax.Of(GoldenFeatures.Clip(signal)).Values);
        var forty = BelowMax with { Mel = new MelOptions { Bands = 40 } };
        GoldenFeatures.Close(signal, "mel_db_40", forty.Of(GoldenFeatures.Clip(signal)).Values);
    }

    public static TheoryData<string> Cases => SpectralCases.Of<MelSpectrogram>();

    [Theory]
    [Trait("Kind", "reference")]
    [MemberData(nameof(Cases))]
    public void Other_scales_norms_ranges_and_frames_are_librosas(string name) => SpectralCases.Check(name);

    [Theory]
    [Trait("Kind", "law")]
    [MemberData(nameof(Signals))]
    public void Decibels_lie_between_minus_80_and_0_and_reach_0(string signal)
    {
        var values = BelowMax.Of(GoldenFeatures.Clip(signal)).Values;
        Assert.All(values, value => Assert.InRange(value, -80f, 0f));
        Assert.Equal(0, values.Max());
    }

    [Theory]
    [Trait("Kind", "law")]
    [InlineData(2f, 1e-5)]
    [InlineData(0.25f, 1e-5)]
    [InlineData(0.37f, 2e-3)]
    public void A_louder_or_softer_recording_has_the_same_decibels(float gain, double tolerance)
    {
        var clip = GoldenFeatures.Clip("noise"); // everything far above the floor of 1e-10
        var scaled = clip with { Samples = [.. clip.Samples.Select(x => gain * x)] };
        Assert.Equal(BelowMax.Of(clip).Values, BelowMax.Of(scaled).Values, (a, b) => Math.Abs(a - b) <= tolerance);
    }

    [Fact]
    [Trait("Kind", "law")]
    public void A_tone_is_loudest_in_the_band_around_it()
    {
        var power = Power.Of(SoundMaker.Tone(1500, 1, FeatureSets.Rate));
        var loudest = Enumerable.Range(0, 128).MaxBy(band => power.Row(band)[power.Frames / 2]);
        var edges = new MelFilterBank(FeatureSets.Rate, 2048, new MelOptions()).EdgesHz;
        Assert.InRange(1500, edges[loudest], edges[loudest + 2]);
    }

    [Fact]
    [Trait("Kind", "law")]
    public void Without_norm_the_bands_between_the_outermost_peaks_share_out_the_whole_power()
    {
        var clip = SoundMaker.Tone(3000, 1, FeatureSets.Rate); // all within the bands
        var mel = (Power with { Mel = new MelOptions { Bands = 20, Norm = MelNorm.None } }).Of(clip);
        var spectrum = new Spectrogram { Level = SpectrumLevel.Power }.Of(clip);
        Assert.All(Enumerable.Range(4, 30), frame => Assert.Equal(
            Enumerable.Range(0, 1025).Sum(bin => (double)spectrum.Row(bin)[frame]),
            Enumerable.Range(0, 20).Sum(band => (double)mel.Row(band)[frame]), 1.0)); // of 65,000
    }

    [Fact]
    [Trait("Kind", "law")]
    public void Silence_is_0_as_power_and_below_its_maximum_and_minus_100_dB_against_1()
    {
        var silence = GoldenFeatures.Clip("silence");
        Assert.All(Power.Of(silence).Values, value => Assert.Equal(0, value));
        Assert.All(BelowMax.Of(silence).Values, value => Assert.Equal(0, value));
        Assert.All((Power with { Level = MelLevel.Decibels }).Of(silence).Values, value => Assert.Equal(-100, value, 1e-4));
    }

    [Theory]
    [Trait("Kind", "law")]
    [InlineData(1e20f)]
    [InlineData(float.NaN)]
    [InlineData(float.NegativeInfinity)]
    [InlineData(1e25f)]
    [InlineData(float.MaxValue)]
    public void Amplitudes_whose_power_is_not_finite_are_refused_by_name(float amplitude)
    {
        var clip = SoundMaker.Tone(440, 0.2, FeatureSets.Rate) with { Source = "loud.wav" };
        var loud = clip with { Samples = [.. clip.Samples.Select(x => x * amplitude)] };
        Assert.Equal("loud.wav", Assert.Throws<BadFileException>(() => BelowMax.Of(loud)).Path);
    }
}
