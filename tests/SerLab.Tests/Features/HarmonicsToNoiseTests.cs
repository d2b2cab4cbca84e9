using SerLab.Features;
using SerLab.Files;

namespace SerLab.Tests.Features;

[Trait("Kind", "law")]
public sealed class HarmonicsToNoiseTests
{
    [Theory]
    [InlineData(110.3, 0)]
    [InlineData(110.3, 10)]
    [InlineData(110.3, 20)]
    [InlineData(110.3, 30)]
    [InlineData(231.7, 0)]
    [InlineData(231.7, 10)]
    [InlineData(231.7, 20)]
    [InlineData(231.7, 30)]
    public void A_tone_in_noise_has_its_ratio_within_a_decibel(double hz, double hnr)
    {
        var frames = new HarmonicsToNoise().Of(Voices.Noisy(hz, hnr, 1)).Values[4..^4];
        Assert.Equal(hnr, frames.Average(), 1f);
    }

    [Fact]
    public void A_voice_that_changes_evenly_is_not_taken_for_noise_and_noise_has_a_low_ratio()
    {
        var glide = Voices.Sampled(1, t => Math.Sin(2 * Math.PI * (150 * t + 10 * t * t)));
        Assert.All(new HarmonicsToNoise().Of(glide).Values[4..^4], hnr => Assert.InRange(hnr, 25, 60));
        Assert.InRange(new HarmonicsToNoise().Of(Voices.Noise(1)).Values.Average(), -20, 0);
    }

    [Fact]
    public void Level_and_offset_do_not_matter_and_the_quiet_has_the_floor()
    {
        var clip = Voices.Noisy(150, 10, 2);
        var expected = new HarmonicsToNoise().Of(clip).Values;
        foreach (var other in new[] { clip.Times(0.001f), clip.Plus(0.5f) })
        {
            var actual = new HarmonicsToNoise().Of(other).Values;
            Assert.All(actual.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 0.01f));
        }
        Assert.All(new HarmonicsToNoise().Of(Voices.OddClip("silence")).Values, hnr => Assert.Equal(-20, hnr));
    }

    [Fact]
    public void Options_that_cannot_hold_are_refused()
    {
        var clip = Voices.Tone(100, 0.1);
        Assert.Throws<BadOptionException>(() => new HarmonicsToNoise { Periods = 1 }.Of(clip));
        Assert.Throws<BadOptionException>(() => new HarmonicsToNoise { SilenceThreshold = double.NaN }.Of(clip));
        Assert.Throws<BadOptionException>(() => new HarmonicsToNoise { MaxHz = 8000 }.Of(clip));
    }
}
