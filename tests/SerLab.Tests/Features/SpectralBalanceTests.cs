using SerLab.Audio;
using SerLab.Features;

namespace SerLab.Tests.Features;

/// <summary>Alpha ratio, Hammarberg index, slopes, flux and loudness: how the power is spread, and changes.</summary>
[Trait("Kind", "law")]
public sealed class SpectralBalanceTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(0.1, -20)]
    [InlineData(3, 9.54)]
    public void The_alpha_ratio_of_two_tones_is_that_of_their_powers(double high, double expected)
    {
        var clip = Two(400, 1, 2000, high);
        Assert.All(Middle(new AlphaRatio(), clip), db => Assert.Equal(expected, db, 0.1));
    }

    [Fact]
    public void The_Hammarberg_index_compares_the_strongest_of_each_side()
    {
        var clip = Two(1503, 1, 3003, 0.1);
        Assert.All(Middle(new HammarbergIndex(), clip), db => Assert.Equal(20, db, 1.5)); // tones between bins scallop
    }

    [Fact]
    public void A_spectrum_that_falls_by_so_many_decibels_a_hertz_has_that_slope()
    {
        var clip = Voices.Sampled(2, t => 0.5 + Enumerable.Range(1, 80).Sum(
            k => Math.Pow(10, -0.01 * 25 * k / 20) * Math.Cos(2 * Math.PI * 25 * k * t + k * k)));
        Assert.All(Middle(new SpectralSlope(), clip, 1), slope => Assert.Equal(-0.01, slope, 1e-3));
        Assert.Equal(-0.01, Middle(new SpectralSlope(), clip, 0).Average(), 5e-3);
    }

    [Fact]
    public void Flux_is_nothing_for_a_steady_tone_and_high_where_the_tone_changes()
    {
        Assert.All(Middle(new SpectralFlux(), Voices.Tone(500)), flux => Assert.InRange(flux, 0, 1e-3));
        var two = new Clip([.. Voices.Tone(500, 0.5).Samples, .. Voices.Tone(2000, 0.5).Samples], Voices.Rate, "two");
        var flux = new SpectralFlux().Of(two).Values;
        Assert.InRange(Array.IndexOf(flux, flux.Skip(3).Take(36).Max()), 20, 23);
        Assert.InRange(flux[4..^4].Max(), 0.3, Math.Sqrt(2));
    }

    [Fact]
    public void Flux_does_not_care_how_the_clip_is_cut_into_blocks()
    {
        var clip = Voices.Noise(1, 2);
        var power = clip.Analysis().Power.Single();
        var flux = new SpectralFlux().Of(clip).Values;
        for (var frame = 1; frame < power.Frames; frame++)
        {
            double[] here = Unit(power, frame), before = Unit(power, frame - 1);
            Assert.Equal(Math.Sqrt(here.Zip(before, (a, b) => (a - b) * (a - b)).Sum()), flux[frame], 1e-3);
        }
    }

    [Fact]
    public void Twice_the_amplitude_is_heard_1_58_times_as_loud_and_3_kHz_louder_than_50_Hz()
    {
        var clip = Voices.Noise(1);
        var (loud, quiet) = (new Loudness().Of(clip.Times(2)).Values, new Loudness().Of(clip).Values);
        Assert.All(loud.Zip(quiet), pair => Assert.Equal(Math.Pow(4, 0.33), pair.First / pair.Second, 1e-3));
        var (high, low) = (Middle(new Loudness(), Voices.Tone(3000)), Middle(new Loudness(), Voices.Tone(50)));
        Assert.True(high.Min() > 3 * low.Max());
        Assert.All(new Loudness().Of(Voices.OddClip("silence")).Values, loudness => Assert.Equal(0, loudness));
    }

    [Fact]
    public void Ratios_slopes_and_flux_do_not_depend_on_the_level_and_are_0_for_silence()
    {
        var clip = Voices.Noisy(150, 10, 1);
        foreach (var feature in new Feature[]
        {
            new AlphaRatio(), new HammarbergIndex(), new SpectralSlope(), new SpectralFlux(),
        })
        {
            var (loud, quiet) = (feature.Of(clip).Values, feature.Of(clip.Times(0.01f)).Values);
            Assert.All(loud.Zip(quiet), pair => Assert.Equal(pair.First, pair.Second, 1e-3));
            Assert.All(feature.Of(Voices.OddClip("silence")).Values, value => Assert.Equal(0, value, 1e-6f));
        }
    }

    private static Clip Two(double low, double a, double high, double b) => Voices.Sampled(
        1, t => 0.2 * (a * Math.Sin(2 * Math.PI * low * t) + b * Math.Sin(2 * Math.PI * high * t)));

    private static float[] Middle(Feature feature, Clip clip, int row = 0) =>
        feature.Of(clip).Row(row)[4..^4].ToArray();

    private static double[] Unit(FrameMatrix power, int frame)
    {
        var magnitudes = Enumerable.Range(0, power.Rows).Select(bin => Math.Sqrt(power.Row(bin)[frame])).ToArray();
        var norm = Math.Sqrt(magnitudes.Sum(m => m * m));
        return [.. magnitudes.Select(m => m / norm)];
    }
}
