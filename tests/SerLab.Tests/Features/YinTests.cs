using SerLab.Audio;
using SerLab.Features;
using SerLab.Files;
using SerLab.Tests.Audio;

namespace SerLab.Tests.Features;

public sealed class YinTests
{
    public static TheoryData<string> Signals => GoldenFeatures.With("yin_f0");

    [Fact]
    [Trait("Kind", "reference")]
    public void Fourteen_signals_are_compared() => Assert.Equal(14, Signals.Count);

    [Theory]
    [Trait("Kind", "reference")]
    [MemberData(nameof(Signals))]
    public void The_frequency_is_librosas(string signal)
    {
        var f0 = new Yin().Of(GoldenFeatures.Clip(signal)).Row(0);
        if (GoldenFeatures.IsStable(signal, "yin_f0"))
        {
            GoldenFeatures.Close(signal, "yin_f0", f0);
        }
        Assert.Equal(Golden.Vector(signal, "yin_f0").Length, f0.Length);
        Assert.All(f0.ToArray(), hz => Assert.InRange(hz, 65f, 22050 / 9f));
    }

    [Theory]
    [Trait("Kind", "law")]
    [InlineData(246.8, 0.002)]
    [InlineData(493.6, 0.002)]
    [InlineData(1000, 0.002)]
    [InlineData(1500, 0.002)]
    [InlineData(70, 0.007)] // librosa's own error at both ends of the range
    [InlineData(123.4, 0.004)]
    [InlineData(2000, 0.0041)]
    public void A_tone_has_its_frequency(double hz, double tolerance)
    {
        var f0 = new Yin().Of(SoundMaker.Tone(hz, 1, 22050)).Row(0);
        Assert.All(f0[4..^4].ToArray(), found => Assert.Equal(1, found / hz, tolerance));
    }

    [Theory]
    [Trait("Kind", "law")]
    [InlineData(8f)]
    [InlineData(0.125f)]
    public void Loudness_changes_nothing(float gain)
    {
        var clip = GoldenFeatures.Clip("speech_male");
        var louder = clip with { Samples = [.. clip.Samples.Select(x => gain * x)] };
        Assert.Equal(new Yin().Of(clip).Values, new Yin().Of(louder).Values);
    }

    [Fact]
    [Trait("Kind", "law")]
    public void Silence_gets_the_highest_frequency_that_a_whole_period_can_tell() => Assert.All(
        new Yin().Of(new Clip(new float[5000], 22050, "silence")).Values, hz => Assert.Equal(2205, hz));

    [Theory]
    [Trait("Kind", "law")]
    [InlineData(1, 1)]
    [InlineData(511, 1)]
    [InlineData(512, 2)]
    [InlineData(1500, 3)]
    public void A_clip_shorter_than_a_frame_has_a_frame_and_one_more_for_every_hop(int samples, int frames)
    {
        var clip = new Clip([.. Enumerable.Range(0, samples).Select(n => n % 100 / 100f)], 22050, "short");
        Assert.Equal(frames, new Yin().Of(clip).Frames);
    }

    [Theory]
    [Trait("Kind", "law")]
    [InlineData(0.0, 500.0, "MinHz 0")]
    [InlineData(500.0, 500.0, "MinHz 500 to MaxHz 500")]
    [InlineData(double.NaN, 500.0, "MinHz NaN")]
    [InlineData(100.0, 4001.0, "MaxHz 4001 is above half the rate of 8000 Hz")]
    [InlineData(3.0, 500.0, "MinHz 3 is longer than a frame of 2048 samples at 8000 Hz")]
    [InlineData(3.0, 5000.0, "MaxHz 5000 is above half the rate of 8000 Hz. A period of MinHz 3 is longer")]
    public void Frequencies_that_cannot_be_told_are_refused_by_name(double minHz, double maxHz, string problem)
    {
        var clip = SoundMaker.Tone(440, 0.1, 8000);
        var yin = new Yin { MinHz = minHz, MaxHz = maxHz };
        Assert.Contains(problem, Assert.Throws<BadOptionException>(() => yin.Of(clip)).Problem);
        var pyin = new Pyin { MinHz = minHz, MaxHz = maxHz };
        Assert.Contains(problem, Assert.Throws<BadOptionException>(() => pyin.Of(clip)).Problem);
    }

    [Fact]
    [Trait("Kind", "law")]
    public void Options_survive_json()
    {
        Feature yin = new Yin { MinHz = 75, TroughThreshold = 0.2 };
        Assert.Equal(yin, Json.Parse<Feature>(Json.ToText(yin), "x.json"));
    }
}
