using SerLab.Audio;
using SerLab.Features;
using SerLab.Files;
using SerLab.Tests.Audio;

namespace SerLab.Tests.Features;

public sealed class PyinTests
{
    public static TheoryData<string> Signals => GoldenFeatures.With("pyin_f0");

    public static TheoryData<string, StftOptions, Pyin> OtherOptions => new()
    {
        { "frame-1024", new StftOptions { FftSize = 1024, Hop = 256 }, new Pyin { MinHz = 75, MaxHz = 600 } },
        { "frame-1600", new StftOptions { FftSize = 1600, Hop = 400 }, new Pyin() },
        { "hop-160", new StftOptions { Hop = 160 }, new Pyin { MinHz = 60, MaxHz = 400 } },
        {
            "priors", new StftOptions(),
            new Pyin
            {
                Thresholds = 50, ThresholdAlpha = 1, ThresholdBeta = 9, Boltzmann = 1, NoTroughProbability = 0.1,
            }
        },
        {
            "transitions", new StftOptions(),
            new Pyin { ResolutionSemitones = 0.2, MaxOctavesPerSecond = 18, SwitchProbability = 0.1 }
        },
    };

    [Fact]
    [Trait("Kind", "reference")]
    public void Fourteen_signals_are_compared() => Assert.Equal(14, Signals.Count);

    [Theory]
    [Trait("Kind", "reference")]
    [MemberData(nameof(Signals))]
    public void The_course_is_librosas(string signal)
    {
        var pitch = new Pyin().Of(GoldenFeatures.Clip(signal));
        string[] rows = ["pyin_f0", "pyin_voiced_flag", "pyin_voiced_prob"];
        for (var row = 0; row < rows.Length; row++)
        {
            if (GoldenFeatures.IsStable(signal, rows[row]))
            {
                GoldenFeatures.Close(signal, rows[row], pitch.Row(row));
            }
        }
        AssertSound(pitch);
    }

    [Theory]
    [Trait("Kind", "reference")]
    [MemberData(nameof(OtherOptions))]
    public void With_other_options_too(string fixture, StftOptions frames, Pyin pyin)
    {
        var analysis = new Analyzer(22050, frames).Of(GoldenFeatures.Clip("speech_female"));
        var expected = Npy.Read(Repository.Fixture("pitch", fixture + ".npy")).ToFloats();
        var yin = new Yin { MinHz = pyin.MinHz, MaxHz = pyin.MaxHz }.Of(analysis);
        float[] actual = [.. yin, .. pyin.Of(analysis)];
        Assert.Equal(expected.Length, actual.Length);
        var wrong = actual.Zip(expected).Count(pair => !IsClose(pair.First, pair.Second));
        Assert.InRange(wrong, 0, 0.01 * actual.Length);
    }

    [Theory]
    [Trait("Kind", "law")]
    [InlineData(100)]
    [InlineData(233)]
    [InlineData(466)]
    [InlineData(1500)]
    public void A_tone_is_voiced_within_a_bin_of_its_frequency(double hz)
    {
        var pitch = new Pyin().Of(SoundMaker.Tone(hz, 1, 22050));
        Assert.All(pitch.Row(1)[2..^2].ToArray(), voiced => Assert.Equal(1, voiced));
        Assert.All(pitch.Row(0)[2..^2].ToArray(), f0 => Assert.InRange(12 * Math.Log2(f0 / hz), -0.1, 0.1));
    }

    [Theory]
    [Trait("Kind", "law")]
    [InlineData(8f)]
    [InlineData(0.125f)]
    public void Loudness_changes_nothing(float gain)
    {
        var clip = GoldenFeatures.Clip("speech_male");
        var louder = clip with { Samples = [.. clip.Samples.Select(x => gain * x)] };
        Assert.Equal(new Pyin().Of(clip).Values, new Pyin().Of(louder).Values);
    }

    [Theory]
    [Trait("Kind", "law")]
    [InlineData(3)]
    [InlineData(230)] // the speech runs across the end of a block of the decoder
    [InlineData(500)]
    public void Silence_around_speech_is_unvoiced_and_leaves_the_speech_its_course(int hops)
    {
        var clip = GoldenFeatures.Clip("speech_male");
        var silence = new float[hops * 512];
        var alone = new Pyin().Track(At(clip));
        var within = new Pyin().Track(At(clip with { Samples = [.. silence, .. clip.Samples, .. silence] }));
        Assert.Equal(alone.F0Hz, within.F0Hz[hops..(hops + alone.Frames)]);
        Assert.Equal(alone.VoicedProbability, within.VoicedProbability[hops..(hops + alone.Frames)]);
        Assert.DoesNotContain(true, within.Voiced[..(hops - 2)]);
        Assert.DoesNotContain(true, within.Voiced[(hops + alone.Frames + 2)..]);
    }

    [Theory]
    [Trait("Kind", "law")]
    [InlineData(1)]
    [InlineData(600)]
    [InlineData(5000)]
    public void Silence_is_unvoiced_however_short(int samples)
    {
        var track = new Pyin().Track(At(new Clip(new float[samples], 22050, "silence")));
        Assert.Equal(1 + samples / 512, track.Frames);
        Assert.All(track.F0Hz, hz => Assert.Equal(float.NaN, hz));
        Assert.DoesNotContain(true, track.Voiced);
        Assert.All(track.VoicedProbability, probability => Assert.Equal(0, probability));
    }

    [Fact]
    [Trait("Kind", "law")]
    public void A_single_sample_has_one_frame() =>
        AssertSound(new Pyin().Of(new Clip([0.5f], 22050, "click")));

    [Fact]
    [Trait("Kind", "law")]
    public void The_course_of_a_clip_is_computed_once_for_the_same_options()
    {
        var analysis = At(GoldenFeatures.Clip("short"));
        Assert.Same(new Pyin().Track(analysis), new Pyin().Track(analysis));
        Assert.NotSame(new Pyin().Track(analysis), new Pyin { MaxHz = 600 }.Track(analysis));
    }

    [Fact]
    [Trait("Kind", "law")]
    public void Options_out_of_range_are_refused_all_at_once()
    {
        var pyin = new Pyin { Thresholds = 0, Boltzmann = 0, ResolutionSemitones = 0.001, SwitchProbability = 1.5 };
        var problem = Assert.Throws<BadOptionException>(() => pyin.Of(GoldenFeatures.Clip("short"))).Problem;
        string[] named =
            ["Thresholds is 0", "Boltzmann is 0", "ResolutionSemitones is 0.001", "SwitchProbability is 1.5"];
        Assert.All(named, name => Assert.Contains(name, problem));
    }

    [Theory]
    [Trait("Kind", "law")]
    [InlineData(200, 240, 35.92)]
    [InlineData(100, 100.1, 0)]
    [InlineData(65, 2000, 1e5)]
    public void A_range_too_narrow_for_the_changes_allowed_is_refused(double minHz, double maxHz, double rate)
    {
        var pyin = new Pyin { MinHz = minHz, MaxHz = maxHz, MaxOctavesPerSecond = rate };
        var problem = Assert.Throws<BadOptionException>(() => pyin.Of(GoldenFeatures.Clip("short"))).Problem;
        Assert.Contains("MaxOctavesPerSecond", problem);
    }

    [Fact]
    [Trait("Kind", "law")]
    public void Options_survive_json()
    {
        Feature pyin = new Pyin { MinHz = 75, Thresholds = 50 };
        Assert.Equal(pyin, Json.Parse<Feature>(Json.ToText(pyin), "x.json"));
    }

    private static Analysis At(Clip clip) => new Analyzer(clip.Rate, new StftOptions()).Of(clip);

    private static bool IsClose(float actual, float expected) =>
        (float.IsNaN(actual) && float.IsNaN(expected))
        || Math.Abs(actual - expected) <= 1e-4 + 1e-4 * Math.Abs(expected);

    private static void AssertSound(FeatureFrames pitch)
    {
        for (var frame = 0; frame < pitch.Frames; frame++)
        {
            var (f0, voiced, probability) = (pitch.Row(0)[frame], pitch.Row(1)[frame], pitch.Row(2)[frame]);
            Assert.Equal(voiced, float.IsNaN(f0) ? 0 : 1);
            Assert.True(voiced == 0 || f0 is > 65 and < 2094);
            Assert.InRange(probability, 0, 1);
        }
    }
}
