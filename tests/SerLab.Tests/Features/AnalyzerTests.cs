using SerLab.Audio;
using SerLab.Features;
using SerLab.Files;
using SerLab.Tests.Audio;

namespace SerLab.Tests.Features;

[Trait("Kind", "law")]
public sealed class AnalyzerTests
{
    [Fact]
    public void A_clip_of_another_rate_is_refused_by_name()
    {
        var analyzer = new Analyzer(22050, new StftOptions());
        var thrown = Assert.Throws<BadOptionException>(() => analyzer.Of(SoundMaker.Tone(440, 1, 16000)));
        Assert.Equal("tone has 16000 Hz where 22050 are due.", thrown.Problem);
    }

    [Fact]
    public void Frames_and_bins_are_those_asked_for()
    {
        var analyzer = new Analyzer(16000, new StftOptions { FftSize = 400, Hop = 160 });
        Assert.Equal((16000, 40f, 201), (analyzer.Rate, analyzer.HzPerBin, analyzer.Stft.Bins));
        Assert.Equal(101, analyzer.Of(SoundMaker.Tone(440, 1, 16000)).Frames);
    }

    [Fact]
    public void What_is_shared_is_made_once_even_by_many_threads()
    {
        var (analyzer, made) = (new Analyzer(22050, new StftOptions()), 0);
        var all = new string[64];
        Parallel.For(0, all.Length, i => all[i] = analyzer.Share(i % 2, () =>
        {
            Interlocked.Increment(ref made);
            Thread.Sleep(2);
            return $"tool {i % 2}";
        }));
        Assert.Equal(2, made);
        Assert.All(all.Index(), tool => Assert.Equal($"tool {tool.Index % 2}", tool.Item));
    }

    [Fact]
    public void Threads_that_share_an_analyzer_give_the_same_bytes_as_one_alone()
    {
        var analyzer = new Analyzer(22050, new StftOptions());
        Clip[] clips = [.. new[] { "chirp", "noise", "stereo", "short", "vibrato", "rate8k" }.Select(GoldenFeatures.Clip)];
        float[][] alone = [.. clips.Select(clip => All(new Analyzer(22050, new StftOptions()), clip))];
        var together = new float[24][];
        Parallel.For(0, together.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 },
            i => together[i] = All(analyzer, clips[i % clips.Length]));
        Assert.All(together.Index(), one => Assert.True(one.Item.AsSpan().SequenceEqual(alone[one.Index % clips.Length])));
    }

    [Fact]
    public void The_clip_before_leaves_nothing_behind_in_the_memory_that_the_next_one_gets()
    {
        var analyzer = new Analyzer(22050, new StftOptions());
        var noise = GoldenFeatures.Clip("noise");
        Clip[] clips =
        [
            OddSounds.All["nearly the largest numbers that are read"],
            noise with { Samples = [.. noise.Samples[..10_000].Select(x => 1e-4f * x)] }, // 20 of the 65 frames before
            GoldenFeatures.Clip("vibrato"), OddSounds.All["silence"], OddSounds.All["one sample"],
            GoldenFeatures.Clip("short"), noise,
        ];
        Assert.All(clips, clip => Assert.True(
            All(analyzer, clip).AsSpan().SequenceEqual(All(new Analyzer(22050, new StftOptions()), clip))));
    }

    private static float[] All(Analyzer analyzer, Clip clip)
    {
        using var analysis = analyzer.Of(clip);
        return [.. SpectralFeatures.At(2048).SelectMany(feature => analysis.Of(feature))];
    }
}
