using SerLab.Audio;
using SerLab.Features;
using SerLab.Tests.Audio;

namespace SerLab.Tests.Features;

public sealed class TonnetzTests
{
    public static TheoryData<string, string, TonnetzSource> Cases
    {
        get
        {
            var cases = new TheoryData<string, string, TonnetzSource>();
            foreach (var (feature, source) in new[]
            {
                ("tonnetz", TonnetzSource.ConstantQ), ("tonnetz_of_harmonic", TonnetzSource.Harmonic),
                ("tonnetz_from_chroma_stft", TonnetzSource.Stft),
            })
            {
                foreach (var signal in GoldenFeatures.With(feature))
                {
                    cases.Add(signal, feature, source);
                }
            }
            return cases;
        }
    }

    [Theory]
    [Trait("Kind", "reference")]
    [MemberData(nameof(Cases))]
    public void Centroids_are_librosas(string signal, string feature, TonnetzSource source) =>
        GoldenFeatures.Close(
            signal, feature, new Tonnetz { Source = source }.Of(GoldenFeatures.Clip(signal)).Values);

    [Theory]
    [Trait("Kind", "law")]
    [InlineData(TonnetzSource.ConstantQ)]
    [InlineData(TonnetzSource.Harmonic)]
    [InlineData(TonnetzSource.Stft)]
    public void Centroids_lie_within_their_circles_and_silence_in_the_middle(TonnetzSource source)
    {
        var feature = new Tonnetz { Source = source };
        var (clip, radii) = (GoldenFeatures.Clip("speech_female"), new[] { 1, 1, 0.5 });
        var tonnetz = feature.Of(clip);
        for (var circle = 0; circle < 3; circle++)
        {
            foreach (var (x, y) in tonnetz.Row(2 * circle).ToArray().Zip(tonnetz.Row(2 * circle + 1).ToArray()))
            {
                Assert.InRange(Math.Sqrt(x * x + y * y), 0, radii[circle] + 1e-6);
            }
        }
        var silence = feature.Of(clip with { Samples = new float[5000] });
        Assert.Equal((10, 60), (silence.Frames, silence.Values.Length));
        Assert.All(silence.Values, value => Assert.Equal(0, value));
        Assert.All(feature.Of(clip with { Samples = [0.5f] }).Values, value => Assert.True(float.IsFinite(value)));
    }

    [Fact]
    [Trait("Kind", "law")]
    public void A_fifth_up_is_a_twelfth_of_a_turn_on_the_circle_of_fifths()
    {
        var (low, high) = (Angle(440), Angle(440 * Math.Pow(2, 7 / 12.0)));
        Assert.Equal(Math.PI / 6, Math.Abs(Math.IEEERemainder(high - low, 2 * Math.PI)), 0.05);
    }

    [Fact]
    [Trait("Kind", "law")]
    public void Equal_options_are_equal_and_share_what_they_compute()
    {
        Assert.Equal(new Tonnetz(), new Tonnetz());
        Assert.NotEqual(new Tonnetz(), new Tonnetz { Source = TonnetzSource.Stft });
        var analysis = new Analyzer(22050, new StftOptions()).Of(GoldenFeatures.Clip("chirp"));
        Assert.Same(analysis.Of(new ChromaCqt()), analysis.Of(new ChromaCqt()));
    }

    private static double Angle(double hz)
    {
        var tonnetz = new Tonnetz().Of(SoundMaker.Tone(hz, 2, 22050));
        return Math.Atan2(tonnetz.Row(0)[tonnetz.Frames / 2], tonnetz.Row(1)[tonnetz.Frames / 2]);
    }
}
