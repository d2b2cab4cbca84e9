using FsCheck;
using FsCheck.Fluent;
using SerLab.Audio;
using SerLab.Features;
using SerLab.Files;

namespace SerLab.Tests.Features;

[Trait("Kind", "law")]
public sealed class AnalysisTests
{
    private const int KeptFrames = 62_500; // of a longer clip the spectrogram is made anew, in blocks

    private static readonly StftOptions Tiny = new() { FftSize = 32, Hop = 1 };
    private static readonly Lazy<(Analysis Kept, Analysis InBlocks)> Long = new(MakeLong);

    public static TheoryData<string> Names => SpectralFeatures.Names;

    [Fact]
    public void What_was_computed_before_does_not_change_what_comes_after() => Prop.ForAll(
        Gen.Shuffle(Enumerable.Range(0, SpectralFeatures.At(512).Length)).ToArbitrary(), order =>
        {
            var features = SpectralFeatures.At(512);
            var frames = new StftOptions { FftSize = 512, Hop = 256 };
            var clip = GoldenFeatures.Clip("vibrato");
            clip = clip with { Samples = clip.Samples[..9000] };
            var together = new Analyzer(22050, frames).Of(clip);
            return order.All(place => together.Of(features[place]).AsSpan().SequenceEqual(
                features[place].Of(new Analyzer(22050, frames).Of(clip))));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(8));

    [Fact]
    public void A_feature_is_computed_once_and_its_source_shared()
    {
        var analysis = new Analyzer(22050, new StftOptions()).Of(GoldenFeatures.Clip("noise"));
        Assert.Same(analysis.Of(new Mfcc()), analysis.Of(new Mfcc { Count = 20 }));
        Assert.NotSame(analysis.Of(new Mfcc()), analysis.Of(new Mfcc { Count = 13 }));
        Assert.Same(analysis.Power.Single(), analysis.Power.Single());
    }

    [Fact]
    public void No_feature_changes_what_others_share()
    {
        var analysis = new Analyzer(22050, new StftOptions()).Of(GoldenFeatures.Clip("noise"));
        var (power, samples) = (analysis.Power.Single().ToArray(), analysis.Clip.Samples.ToArray());
        foreach (var feature in SpectralFeatures.At(2048))
        {
            _ = analysis.Of(feature);
        }
        Assert.Equal(power, analysis.Power.Single().ToArray());
        Assert.Equal(samples, analysis.Clip.Samples);
    }

    // The long clip goes on with silence, which adds nothing, until it no longer fits.
    [Theory]
    [MemberData(nameof(Names))]
    public void A_clip_that_comes_in_blocks_gives_the_same_bytes_as_one_that_is_kept_whole(string name)
    {
        var (kept, inBlocks) = Long.Value;
        var feature = SpectralFeatures.Named(name, Tiny.FftSize);
        var (whole, blocks) = (feature.Of(kept), feature.Of(inBlocks));
        for (var row = 0; row < feature.Rows.Count; row++)
        {
            Assert.True(
                whole.AsSpan(row * kept.Frames, kept.Frames)
                    .SequenceEqual(blocks.AsSpan(row * inBlocks.Frames, kept.Frames)),
                feature.Rows[row].Name);
        }
    }

    [Fact]
    public void Only_the_longer_clip_comes_in_blocks()
    {
        var (kept, inBlocks) = Long.Value;
        Assert.Single(kept.Power);
        Assert.Equal(62, inBlocks.Power.Count());
        Assert.Equal(inBlocks.Frames, inBlocks.Power.Sum(block => block.Frames));
    }

    [Theory]
    [InlineData(1e20f)]
    [InlineData(2e15f)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void Amplitudes_of_which_no_power_can_be_taken_are_refused_by_name(float amplitude)
    {
        var analyzer = new Analyzer(22050, new StftOptions());
        var thrown = Assert.Throws<BadFileException>(() => analyzer.Of(new Clip([0, 0.5f, -amplitude, 0], 22050, "loud.wav")));
        Assert.Equal("loud.wav", thrown.Path);
        Assert.Contains("amplitude", thrown.Problem);
    }

    [Fact]
    public void A_clip_without_samples_is_refused_by_name() => Assert.Equal("nothing.wav", Assert.Throws<BadFileException>(
        () => new Analyzer(22050, new StftOptions()).Of(new Clip([], 22050, "nothing.wav"))).Path);

    private static (Analysis Kept, Analysis InBlocks) MakeLong()
    {
        var random = new Random(3);
        var samples = new float[KeptFrames + 100];
        for (var n = 0; n < KeptFrames - 200; n++)
        {
            samples[n] = (float)((random.NextDouble() - 0.5) * (0.1 + Math.Abs(Math.Sin(n / 5000.0))) + 0.2 * Math.Sin(0.4 * n));
        }
        var analyzer = new Analyzer(22050, Tiny);
        return (analyzer.Of(new Clip(samples[..(KeptFrames - 100)], 22050, "kept")),
            analyzer.Of(new Clip(samples, 22050, "in blocks")));
    }
}
