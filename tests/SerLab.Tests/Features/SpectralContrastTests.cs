using FsCheck;
using FsCheck.Fluent;
using SerLab.Audio;
using SerLab.Features;
using SerLab.Files;

namespace SerLab.Tests.Features;

public sealed class SpectralContrastTests
{
    private static readonly SpectralContrast Feature = new();

    public static TheoryData<string> Signals => GoldenFeatures.With("spectral_contrast");

    public static TheoryData<string> Cases => SpectralCases.Of<SpectralContrast>();

    [Theory]
    [Trait("Kind", "reference")]
    [MemberData(nameof(Signals))]
    public void Contrasts_are_librosas(string signal) =>
        GoldenFeatures.Close(signal, "spectral_contrast", Feature.Of(GoldenFeatures.Clip(signal)).Values);

    [Theory]
    [Trait("Kind", "reference")]
    [MemberData(nameof(Cases))]
    public void Other_options_and_frames_are_librosas(string name) => SpectralCases.Check(name);

    [Fact]
    [Trait("Kind", "law")]
    public void Peaks_never_lie_below_valleys_whatever_the_options() => Prop.ForAll(
        Arb.From(from bands in Gen.Choose(1, 6) from low in Gen.Choose(60, 200) from share in Gen.Choose(1, 99)
            from seed in Gen.Choose(1, 99) select (bands, low, share, seed)), c =>
        {
            var feature = new SpectralContrast { Bands = c.bands, LowHz = c.low, Quantile = c.share / 100.0 };
            var clip = Recordings.Tone(100 + 10 * c.seed, 0.1, c.seed, 0.2);
            return feature.Of(clip) is var contrast && contrast.Rows.Count == c.bands + 1
                && contrast.Values.All(db => db is > -1e-4f and < 161);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [Trait("Kind", "law")]
    [InlineData(0.1f)]
    [InlineData(100f)]
    public void Loudness_does_not_move_it_above_the_floor(float gain)
    {
        var clip = GoldenFeatures.Clip("noise");
        var louder = clip with { Samples = [.. clip.Samples.Select(x => gain * x)] };
        Assert.Equal(Feature.Of(clip).Values, Feature.Of(louder).Values, (a, b) => Math.Abs(a - b) < 1e-3);
    }

    [Fact]
    [Trait("Kind", "law")]
    public void A_tone_stands_out_in_its_octave_alone()
    {
        var clip = Recordings.Tone(1200, 0.02, 1, 0.5); // in band 3, 800 to 1600 Hz
        var contrast = Feature.Of(clip);
        var middle = Enumerable.Range(0, 7).Select(band => contrast.Row(band)[10]).ToArray();
        Assert.Equal(3, middle.Index().MaxBy(band => band.Item).Index);
        Assert.True(middle[3] > 1.4 * middle.Order().ElementAt(5), string.Join(" ", middle));
    }

    [Fact]
    [Trait("Kind", "law")]
    public void Silence_is_0() =>
        Assert.Equal(new float[7 * 44], Feature.Of(new Clip(new float[22050], 22050, "silence")).Values);

    [Theory]
    [Trait("Kind", "law")]
    [InlineData(0, 200, 0.02, 22050)]
    [InlineData(6, 0, 0.02, 22050)]
    [InlineData(6, double.NaN, 0.02, 22050)]
    [InlineData(6, 200, 0, 22050)]
    [InlineData(6, 200, 1, 22050)]
    [InlineData(6, 200, double.NaN, 22050)]
    [InlineData(7, 200, 0.02, 22050)] // begins above half the rate
    [InlineData(6, 200, 0.02, 8000)]
    [InlineData(6, 1, 0.02, 22050)] // its second octave, from 1 to 2 Hz, has no bin
    [InlineData(int.MinValue, 200, 0.02, 22050)]
    public void Octaves_that_cannot_be_made_are_refused(int bands, double low, double quantile, int rate)
    {
        var feature = new SpectralContrast { Bands = bands, LowHz = low, Quantile = quantile };
        var thrown = Assert.Throws<BadOptionException>(() => feature.Of(new Clip([1f], rate, "x")));
        Assert.Contains("octave", thrown.Problem);
    }
}
