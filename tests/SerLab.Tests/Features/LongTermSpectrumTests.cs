using SerLab.Features;
using SerLab.Files;

namespace SerLab.Tests.Features;

[Trait("Kind", "law")]
public sealed class LongTermSpectrumTests
{
    [Fact]
    public void A_sine_of_amplitude_one_has_minus_three_decibels_in_its_band_alone()
    {
        var levels = new LongTermSpectrum().Of(Voices.Tone(1250, 3, 1));
        Assert.Equal("ltas_1200_1300", levels.Rows[12].Name);
        Assert.Equal(-3.01, levels.Values[12], 0.1);
        var others = levels.Values.Where((_, band) => Math.Abs(band - 12) > 1);
        Assert.All(others, db => Assert.InRange(db, -100, -40));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(105)]
    [InlineData(3675)]
    public void The_bands_up_to_half_the_rate_hold_all_the_power(double width)
    {
        var clip = Voices.Noise(1, 5);
        var levels = new LongTermSpectrum { HighHz = 11025, BandHz = width }.Of(clip).Values;
        var sum = levels.Sum(db => Math.Pow(10, db / 10));
        Assert.Equal(clip.Samples.Average(x => (double)x * x), sum, 0.01 * sum);
    }

    [Fact]
    public void White_noise_is_level_and_silence_has_the_floor()
    {
        var levels = new LongTermSpectrum { LowHz = 100, HighHz = 4900, BandHz = 400 }.Of(Voices.Noise(1, 5)).Values;
        Assert.Equal(12, levels.Length);
        Assert.All(levels, db => Assert.Equal(10 * Math.Log10(0.01 * 400 / 11025), db, 0.3));
        Assert.All(new LongTermSpectrum().Of(Voices.OddClip("silence")).Values, db => Assert.Equal(-100, db));
    }

    [Fact]
    public void A_gain_shifts_all_levels()
    {
        var clip = Voices.Noise(2);
        var loud = new LongTermSpectrum().Of(clip).Values;
        var quiet = new LongTermSpectrum().Of(clip.Times(0.1f)).Values;
        Assert.All(loud.Zip(quiet), pair => Assert.Equal(20, pair.First - pair.Second, 0.01));
    }

    [Theory]
    [InlineData(-1, 5000, 100)]
    [InlineData(0, 5000, 0)]
    [InlineData(0, 5000, 300)]
    [InlineData(0, 12000, 100)]
    [InlineData(0, double.PositiveInfinity, 100)]
    public void Bands_that_cannot_be_made_are_refused(double low, double high, double width) =>
        Assert.Throws<BadOptionException>(() =>
            new LongTermSpectrum { LowHz = low, HighHz = high, BandHz = width }.Of(Voices.Tone(100, 0.1)));
}
