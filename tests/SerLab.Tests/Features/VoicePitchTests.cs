using SerLab.Features;

namespace SerLab.Tests.Features;

[Trait("Kind", "law")]
public sealed class VoicePitchTests
{
    private static readonly VoicePitch Speech = new(60, 600);

    [Theory]
    [InlineData(70)]
    [InlineData(123.4)]
    [InlineData(250)]
    [InlineData(580)]
    public void A_steady_voice_has_its_pitch_in_every_frame(double hz)
    {
        var track = Speech.Of(Voices.Noisy(hz, 30, 1).Analysis());
        Assert.All(track.F0Hz.AsSpan(4..^4).ToArray(), f0 => Assert.Equal(hz, f0, 0.005 * hz));
    }

    [Fact]
    public void A_gliding_pitch_is_followed_within_half_a_percent()
    {
        var track = Speech.Of(Voices.Sampled(1, t => Math.Sin(2 * Math.PI * (100 * t + 50 * t * t))).Analysis());
        for (var frame = 4; frame < track.Frames - 4; frame++)
        {
            var hz = 100 + 100 * frame * track.HopSeconds;
            Assert.Equal(hz, track.F0Hz[frame], 0.005 * hz);
        }
    }

    [Fact]
    public void Noise_is_hardly_ever_voiced_and_silence_never()
    {
        var noise = Speech.Of(Voices.Noise(1).Analysis());
        Assert.InRange(Enumerable.Range(0, noise.Frames).Count(noise.IsVoiced), 0, 5);
        Assert.Empty(Speech.Of(Voices.OddClip("silence").Analysis()).VoicedStretches());
    }

    [Fact]
    public void A_tone_between_silences_is_one_stretch_of_its_length()
    {
        var half = new float[Voices.Rate / 2];
        var clip = new SerLab.Audio.Clip([.. half, .. Voices.Tone(150, 0.5).Samples, .. half], Voices.Rate, "tone");
        var stretch = Assert.Single(Speech.Of(clip.Analysis()).VoicedStretches());
        Assert.InRange(stretch.First, 48, 52);
        Assert.InRange(stretch.End, 98, 103);
    }

    [Fact]
    public void Level_and_offset_do_not_matter()
    {
        var voice = Voices.Noisy(150, 10, 2);
        var expected = Speech.Of(voice.Analysis()).F0Hz;
        foreach (var other in new[] { voice.Times(0.001f), voice.Times(1000), voice.Plus(0.5f) })
        {
            var actual = Speech.Of(other.Analysis()).F0Hz;
            Assert.All(actual.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 0.01f));
        }
    }

    [Theory]
    [InlineData(0, 600)]
    [InlineData(600, 600)]
    [InlineData(60, 6000)]
    [InlineData(double.NaN, 600)]
    public void A_range_that_cannot_be_heard_is_refused(double min, double max) =>
        Assert.Throws<SerLab.Files.BadOptionException>(() => new VoicePitch(min, max).Of(Voices.Tone(100).Analysis()));
}
