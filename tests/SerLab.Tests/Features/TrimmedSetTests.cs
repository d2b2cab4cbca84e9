using SerLab.Audio;
using SerLab.Features;
using SerLab.Files;

namespace SerLab.Tests.Features;

/// <summary>Sets that cut quiet ends off, as <c>speech128</c> does.</summary>
[Trait("Kind", "law")]
public sealed class TrimmedSetTests
{
    private const int Bands = 128, Frames = 160, Hop = 512, Rate = FeatureSets.Rate;

    private static readonly Clip Speech = GoldenFeatures.Clip("speech_male");

    [Theory]
    [InlineData("speech_male")]
    [InlineData("speech_padded")]
    [InlineData("speech_long")]
    [InlineData("silence")]
    [InlineData("short")]
    public void It_is_the_decibels_of_the_clip_that_librosa_cuts_but_for_two_frames_on_each_side(string signal)
    {
        var clip = GoldenFeatures.Clip(signal);
        var (start, end) = Trim.Interval(clip, topDb: 30);
        var kept = clip with
        {
            Samples = clip.Samples[Math.Max(0, start - 2 * Hop)..Math.Min(clip.Samples.Length, end + 2 * Hop)],
        };
        var decibels = new MelSpectrogram { Level = MelLevel.DecibelsBelowMax }.Of(kept).Values;
        var expected = new float[Bands * Frames];
        FeatureSets.FitFrames(decibels, Frames, -80, expected);
        Assert.Equal(expected, Of(new FeatureOptions { Set = "speech128" }, clip));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 9000)]
    [InlineData(20480, 0)] // whole hops, so that frames lie on the same samples
    [InlineData(10240, 30000)]
    public void Silence_before_and_after_changes_nothing_of_speech_that_is_cut_closely(int before, int after)
    {
        var (start, end) = Trim.Interval(Speech, topDb: 30);
        float[] voice = [.. new float[4 * Hop], .. Speech.Samples[start..end], .. new float[4 * Hop]];
        float[] padded = [.. new float[before], .. voice, .. new float[after]];
        Assert.Equal(Of("speech128", voice), Of("speech128", padded));
    }

    [Theory]
    [InlineData(Padding.Zero)]
    [InlineData(Padding.Floor)]
    public void The_frames_after_the_end_are_the_floor_whatever_is_asked_for(Padding padding)
    {
        var values = Of(new FeatureOptions { Set = "speech128", Padding = padding }, Short(22050)); // 44 frames
        for (var band = 0; band < Bands; band++)
        {
            Assert.Equal(Frames - 44, values.AsSpan(band * Frames + 44, Frames - 44).Count(-80f));
        }
        Assert.InRange(values.Max(), -1e-3f, 0);
    }

    [Theory]
    [InlineData(20 * Hop, 21)]
    [InlineData(200 * Hop, Frames)]
    [InlineData(1, 1)]
    public void Silence_is_kept_whole(int samples, int frames)
    {
        var silent = Of("speech128", new float[samples]);
        Assert.Equal(Bands * frames, silent.Count(value => value == 0)); // as loud as its own maximum
        Assert.Equal(Bands * (Frames - frames), silent.Count(value => value == -80));
    }

    [Fact]
    public void A_set_of_ones_own_cuts_and_fills_as_it_is_told_and_keeps_that_in_JSON()
    {
        var whole = new FeatureSetDefinition
        {
            Name = "mine", Layout = FeatureLayout.Image, Frames = Frames,
            Features = [new MelSpectrogram { Level = MelLevel.DecibelsBelowMax }],
        };
        var clip = GoldenFeatures.Clip("speech_padded");
        Assert.Equal(
            Of(new FeatureOptions { Set = "speech128" }, clip),
            Own(whole with { TrimDb = 30, PadsWithFloor = true }, clip));
        Assert.NotEqual(Own(whole, clip), Own(whole with { TrimDb = 30 }, clip));
        var cut = whole with { TrimDb = 12.5, PadsWithFloor = true };
        Assert.Contains("\"trimDb\": 12.5", Json.ToText(cut));
        Assert.Equal(Json.ToText(cut), Json.ToText(Json.Parse<FeatureSetDefinition>(Json.ToText(cut), "memory")));
    }

    [Fact]
    public void Means_are_those_of_the_frames_that_are_left()
    {
        var mine = new FeatureSetDefinition { Name = "mine", TrimDb = 30, Features = [new Rms()] };
        float[] voice = [.. Speech.Samples, .. new float[5 * Rate]];
        var (cut, whole) = (Own(mine, voice)[0], Own(mine with { TrimDb = null }, voice)[0]);
        Assert.True(cut > 1.5 * whole, $"{cut} {whole}");
    }

    private static float[] Of(string set, float[] samples) =>
        Of(new FeatureOptions { Set = set }, new Clip(samples, Rate, "voice"));

    private static float[] Of(FeatureOptions options, Clip clip) => FeatureSets.Create(options).Compute(clip);

    private static float[] Own(FeatureSetDefinition set, float[] samples) => Own(set, new Clip(samples, Rate, "voice"));

    private static float[] Own(FeatureSetDefinition set, Clip clip) =>
        Of(new FeatureOptions { Set = set.Name, Definition = set }, clip);

    private static Clip Short(int samples)
    {
        var noise = GoldenFeatures.Clip("noise");
        return noise with { Samples = noise.Samples[..samples] };
    }
}
