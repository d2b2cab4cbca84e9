using FsCheck;
using FsCheck.Fluent;
using SerLab.Audio;
using SerLab.Features;
using SerLab.Tests.Audio;

namespace SerLab.Tests.Features;

public sealed class SpectralFlatnessTests
{
    private static readonly SpectralFlatness Feature = new();

    public static TheoryData<string> Signals => GoldenFeatures.With("spectral_flatness");

    public static TheoryData<string> Cases => SpectralCases.Of<SpectralFlatness>();

    [Theory]
    [Trait("Kind", "reference")]
    [MemberData(nameof(Signals))]
    public void Values_are_librosas(string signal) =>
        GoldenFeatures.Close(signal, "spectral_flatness", Feature.Of(GoldenFeatures.Clip(signal)).Values);

    [Theory]
    [Trait("Kind", "reference")]
    [MemberData(nameof(Cases))]
    public void Other_options_and_frames_are_librosas(string name) => SpectralCases.Check(name);

    [Fact]
    [Trait("Kind", "law")]
    public void Noise_is_flat_and_a_tone_is_not()
    {
        var noise = Feature.Of(GoldenFeatures.Clip("noise")).Values[4..^4];
        Assert.Equal(Math.Exp(-0.5772), noise.Average(), 0.03); // the mean log of a power that is exponential
        Assert.All(Feature.Of(SoundMaker.Tone(1000, 0.5, 22050)).Values[4..^4], flat => Assert.InRange(flat, 0, 1e-4));
    }

    [Fact]
    [Trait("Kind", "law")]
    public void A_click_and_silence_are_1()
    {
        var click = new float[4096];
        click[2048] = 1;
        Assert.Equal(1, Feature.Of(new Clip(click, 22050, "click")).Values[4], 1e-5);
        var silence = Feature.Of(new Clip(new float[22050], 22050, "silence")).Values;
        Assert.All(silence, flat => Assert.Equal(1, flat, 1e-5));
    }

    [Fact]
    [Trait("Kind", "law")]
    public void Values_lie_between_0_and_1_and_loudness_does_not_move_them() => Prop.ForAll(
        Arb.From(from seed in Gen.Choose(0, 1000) from gain in Gen.Choose(-20, 60) select (seed, gain)), c =>
        {
            var random = new Random(c.seed);
            var gain = Math.Pow(10, c.gain / 20.0);
            float[] samples = [.. Enumerable.Range(0, 4000).Select(_ => (float)(random.NextDouble() - 0.5))];
            var here = Feature.Of(new Clip(samples, 22050, "noise")).Values;
            var there = Feature.Of(new Clip([.. samples.Select(x => (float)(gain * x))], 22050, "louder")).Values;
            // A bin that is all but 0 is rounding alone; it moves the mean of the logs by a few thousandths.
            return here.Zip(there).All(pair => pair.First is > 0 and < 1.00001f
                && Math.Abs(pair.First - pair.Second) < 0.01 * pair.First);
        }).QuickCheckThrowOnFailure();
}
