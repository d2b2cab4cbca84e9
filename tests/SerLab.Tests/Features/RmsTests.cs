using FsCheck;
using FsCheck.Fluent;
using SerLab.Audio;
using SerLab.Features;
using SerLab.Tests.Audio;

namespace SerLab.Tests.Features;

public sealed class RmsTests
{
    private static readonly Rms Feature = new();

    public static TheoryData<string> Signals => GoldenFeatures.With("rms");

    public static TheoryData<string> Cases => SpectralCases.Of<Rms>();

    [Theory]
    [Trait("Kind", "reference")]
    [MemberData(nameof(Signals))]
    public void Levels_are_librosas(string signal) =>
        GoldenFeatures.Close(signal, "rms", Feature.Of(GoldenFeatures.Clip(signal)).Values);

    [Theory]
    [Trait("Kind", "reference")]
    [MemberData(nameof(Cases))]
    public void Other_frames_are_librosas(string name) => SpectralCases.Check(name);

    [Fact]
    [Trait("Kind", "law")]
    public void A_constant_has_its_size_and_a_tone_its_amplitude_over_the_root_of_two() => Prop.ForAll(
        Gen.Choose(1, 1000).Select(n => n / 100f).ToArbitrary(), size =>
        {
            var constant = new Clip([.. Enumerable.Repeat(-size, 9000)], 22050, "constant");
            var tone = SoundMaker.Tone(22050 / 32.0, 0.5, 22050, size);
            return Feature.Of(constant).Values[4..^4].All(level => Math.Abs(level / size - 1) < 1e-6)
                && Feature.Of(tone).Values[4..^4].All(level => Math.Abs(level / size - Math.Sqrt(0.5)) < 1e-5);
        }).QuickCheckThrowOnFailure();

    [Fact]
    [Trait("Kind", "law")]
    public void Half_of_the_first_frame_lies_before_the_clip()
    {
        var levels = Feature.Of(new Clip([.. Enumerable.Repeat(1f, 9000)], 22050, "ones")).Values;
        Assert.Equal(Math.Sqrt(0.5), levels[0], 1e-6);
        Assert.Equal(Math.Sqrt(0.75), levels[1], 1e-6);
        Assert.Equal(1, levels[2]);
    }

    [Theory]
    [Trait("Kind", "law")]
    [InlineData(1, 0.5f)]
    [InlineData(200, 0.25f)]
    public void What_is_shorter_than_a_frame_is_continued_with_zeros(int samples, float size) => Assert.Equal(
        size * Math.Sqrt(samples / 2048.0),
        Assert.Single(Feature.Of(new Clip([.. Enumerable.Repeat(size, samples)], 22050, "short")).Values), 1e-6);
}
