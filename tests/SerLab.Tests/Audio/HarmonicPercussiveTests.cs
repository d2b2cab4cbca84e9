using SerLab.Audio;
using SerLab.Files;
using SerLab.Tests.Features;

namespace SerLab.Tests.Audio;

public sealed class HarmonicPercussiveTests
{
    private static readonly HarmonicPercussive Librosas = new(new HarmonicPercussiveOptions());

    public static TheoryData<string> Signals => GoldenFeatures.With("harmonic");

    [Theory]
    [Trait("Kind", "reference")]
    [MemberData(nameof(Signals))]
    public void The_harmonic_part_is_librosas(string signal) =>
        GoldenFeatures.Close(signal, "harmonic", Librosas.Harmonic(GoldenFeatures.Clip(signal)).Samples);

    [Theory]
    [Trait("Kind", "law")]
    [MemberData(nameof(Signals))]
    public void The_parts_add_up_to_the_clip(string signal)
    {
        var clip = GoldenFeatures.Clip(signal);
        var (harmonic, percussive) = Librosas.Separate(clip);
        Assert.All(
            clip.Samples.Zip(harmonic.Samples, percussive.Samples),
            s => Assert.Equal(s.First, s.Second + s.Third, 2e-6));
        Assert.Equal(Librosas.Harmonic(clip).Samples, harmonic.Samples);
    }

    [Fact]
    [Trait("Kind", "law")]
    public void A_tone_is_harmonic_and_a_click_percussive()
    {
        var tone = SoundMaker.Tone(1000, 3, 22050);
        var click = new float[tone.Samples.Length];
        click[33000] = 1;
        var (harmonic, percussive) = Librosas.Separate(
            tone with { Samples = [.. tone.Samples.Zip(click, (a, b) => a + b)] });
        Assert.InRange(SoundMaker.AmplitudeAt(harmonic.Samples, 1000, 22050), 0.48, 0.5);
        Assert.InRange(percussive.Samples[33000], 0.9, 1.1);
        Assert.InRange(harmonic.Samples[33000] - tone.Samples[33000], -0.1, 0.1);
    }

    [Fact]
    [Trait("Kind", "law")]
    public void In_what_blocks_a_long_recording_is_taken_makes_no_difference()
    {
        var random = new Random(5);
        var samples = Enumerable.Range(0, 700 * 64).Select(_ => random.NextSingle() - 0.5f).ToArray();
        var options = new HarmonicPercussiveOptions { Kernel = 5, Frames = new StftOptions { FftSize = 64, Hop = 64 } };
        var whole = new HarmonicPercussive(options).Harmonic(new Clip(samples, 8000, "noise")).Samples;
        // A stretch of it, far enough from its own ends, has the same tones whatever block it falls into.
        var part = new HarmonicPercussive(options).Harmonic(new Clip(samples[(64 * 100)..], 8000, "noise")).Samples;
        Assert.Equal(whole[(64 * 110)..], part[(64 * 10)..], (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    [Trait("Kind", "law")]
    public void With_a_margin_something_is_left_over()
    {
        var clip = GoldenFeatures.Clip("noise");
        var options = new HarmonicPercussiveOptions { Margin = 3 };
        var (harmonic, percussive) = new HarmonicPercussive(options).Separate(clip);
        var left = clip.Samples.Zip(harmonic.Samples, percussive.Samples).Sum(
            s => Math.Pow(s.First - s.Second - s.Third, 2));
        Assert.True(left > 0.2 * clip.Samples.Sum(x => x * x));
    }

    [Theory]
    [Trait("Kind", "law")]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(200)]
    [InlineData(1000)]
    public void Short_clips_keep_their_length_and_silence_stays_silent(int samples)
    {
        var random = new Random(samples);
        var clip = new Clip([.. Enumerable.Range(0, samples).Select(_ => random.NextSingle())], 22050, "short");
        Assert.All(Librosas.Harmonic(clip).Samples, x => Assert.True(float.IsFinite(x)));
        Assert.Equal(samples, Librosas.Harmonic(clip).Samples.Length);
        Assert.All(Librosas.Harmonic(new Clip(new float[samples], 22050, "silence")).Samples, x => Assert.Equal(0, x));
    }

    [Theory]
    [Trait("Kind", "law")]
    [InlineData(30, 2, 1)]
    [InlineData(-1, 2, 1)]
    [InlineData(31, 0, 1)]
    [InlineData(31, float.NaN, 1)]
    [InlineData(31, 2, 0.9f)]
    public void Options_that_part_nothing_are_refused(int kernel, float power, float margin) =>
        Assert.Throws<BadOptionException>(() => new HarmonicPercussive(
            new HarmonicPercussiveOptions { Kernel = kernel, Power = power, Margin = margin }));
}
