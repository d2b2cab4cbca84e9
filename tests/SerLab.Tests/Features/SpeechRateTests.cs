using SerLab.Audio;
using SerLab.Features;
using SerLab.Files;

namespace SerLab.Tests.Features;

[Trait("Kind", "law")]
public sealed class SpeechRateTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    public void N_voiced_bursts_in_a_clip_are_n_over_its_seconds(int bursts)
    {
        var pause = new float[Voices.Rate / 10];
        var burst = Voices.Sampled(0.15, t => Fade(t, 0.15) * Math.Sin(2 * Math.PI * 180 * t)).Samples;
        var clip = new Clip(
            [.. Enumerable.Range(0, bursts).SelectMany(_ => pause.Concat(burst)), .. pause], Voices.Rate, "bursts");
        Assert.Equal(bursts / clip.Duration, new SpeechRate().Of(clip).Values[0], 1e-5);
        Assert.Equal(bursts / clip.Duration, new Prosody88().Row(clip, "voiced_segments_per_second")[0], 1e-5);
        Assert.Equal(0.15f, new Prosody88().Row(clip, "voiced_segment_length_mean")[0], 0.03f);
        Assert.Equal(0.1f, new Prosody88().Row(clip, "unvoiced_segment_length_mean")[0], 0.03f);
        Assert.Equal(bursts / clip.Duration, new Prosody88().Row(clip, "loudness_peaks_per_second")[0], 1e-5);
    }

    [Fact]
    public void Short_gaps_are_closed_and_short_segments_left_out()
    {
        var track = new VoiceTrack(
            [.. "..##.##....#...####.".Select(c => c == '#' ? 100f : float.NaN)], new float[20], 0.01);
        Assert.Equal([new(2, 4), new(5, 7), new(11, 12), new(15, 19)], VoicedSegments.Of(track, 0, 0));
        Assert.Equal([new(2, 7), new(11, 12), new(15, 19)], VoicedSegments.Of(track, 0.015, 0));
        Assert.Equal([new(2, 7), new(15, 19)], VoicedSegments.Of(track, 0.015, 0.03));
        Assert.Equal([new(0, 2), new(7, 15), new(19, 20)], VoicedSegments.Gaps([new(2, 7), new(15, 19)], 20));
        Assert.Equal([new(0, 20)], VoicedSegments.Gaps([], 20));
    }

    // 20 ms to swell and to fade, so that no click is heard.
    private static double Fade(double t, double end) => Math.Min(1, Math.Min(t, end - t) / 0.02);

    [Fact]
    public void Negative_lengths_are_refused() => Assert.Throws<BadOptionException>(
        () => new SpeechRate { MinGapSeconds = -1 }.Of(Voices.Tone(100, 0.1)));
}
