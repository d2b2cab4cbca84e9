using FsCheck;
using FsCheck.Fluent;
using SerLab.Audio;
using SerLab.Features;
using SerLab.Files;

namespace SerLab.Tests.Features;

public sealed class MfccTests
{
    private static readonly Mfcc Thirteen = new() { Count = 13 };

    public static TheoryData<string> Signals => GoldenFeatures.With("mfcc_13");

    public static TheoryData<string> Cases => SpectralCases.Of<Mfcc>();

    [Theory]
    [Trait("Kind", "reference")]
    [MemberData(nameof(Signals))]
    public void Coefficients_are_librosas(string signal)
    {
        foreach (var count in new[] { 13, 20, 40 })
        {
            var mfcc = (Thirteen with { Count = count }).Of(GoldenFeatures.Clip(signal));
            GoldenFeatures.Close(signal, $"mfcc_{count}", mfcc.Values);
        }
    }

    [Theory]
    [Trait("Kind", "reference")]
    [MemberData(nameof(Cases))]
    public void Lifters_other_bands_and_frames_are_librosas(string name) => SpectralCases.Check(name);

    [Fact]
    [Trait("Kind", "law")]
    public void Loudness_moves_the_first_coefficient_alone_while_nothing_reaches_the_floor() => Prop.ForAll(
        Gen.Choose(-40, 60).ToArbitrary(), decibels =>
        {
            var clip = GoldenFeatures.Clip("noise");
            var gain = Math.Pow(10, decibels / 20.0);
            var louder = clip with { Samples = [.. clip.Samples.Select(x => (float)(gain * x))] };
            var (here, there) = (Thirteen.Of(clip), Thirteen.Of(louder));
            return Enumerable.Range(0, 13).All(row => here.Row(row).ToArray().Zip(there.Row(row).ToArray()).All(pair =>
                Math.Abs(pair.Second - pair.First - (row == 0 ? decibels * Math.Sqrt(128) : 0)) < 0.01));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    // The click is louder in the frame that would come next, which must not set the floor.
    [Fact]
    [Trait("Kind", "law")]
    public void As_many_coefficients_as_bands_keep_the_energy_of_the_levels_of_a_clip_that_ends_in_a_click() =>
        KeepsTheEnergy(new Clip([.. new float[2558], 100], 22050, "click"));

    [Theory]
    [Trait("Kind", "law")]
    [InlineData("speech_male")]
    [InlineData("impulses")]
    public void As_many_coefficients_as_bands_keep_the_energy_of_the_levels(string signal) =>
        KeepsTheEnergy(GoldenFeatures.Clip(signal));

    [Fact]
    [Trait("Kind", "law")]
    public void A_lifter_scales_each_coefficient_by_its_sine()
    {
        var clip = GoldenFeatures.Clip("vibrato");
        var (plain, lifted) = (Thirteen.Of(clip), (Thirteen with { Lifter = 22 }).Of(clip));
        for (var row = 0; row < 13; row++)
        {
            var factor = 1 + 11 * Math.Sin(Math.PI * (row + 1) / 22);
            Assert.Equal(plain.Row(row)[30] * factor, lifted.Row(row)[30], 0.01);
        }
    }

    [Fact]
    [Trait("Kind", "law")]
    public void Silence_is_all_in_the_first_coefficient()
    {
        var mfcc = Thirteen.Of(new Clip(new float[22050], 22050, "silence"));
        Assert.All(mfcc.Row(0).ToArray(), value => Assert.Equal(-1131.37, value, 0.01));
        Assert.All(mfcc.Values[mfcc.Frames..], value => Assert.Equal(0, value, 1e-3));
    }

    [Theory]
    [Trait("Kind", "law")]
    [InlineData(0, 128, 0)]
    [InlineData(-1, 128, 0)]
    [InlineData(41, 40, 0)]
    [InlineData(13, 40, -1)]
    [InlineData(13, 40, double.NaN)]
    [InlineData(13, 40, double.PositiveInfinity)]
    public void Coefficients_that_cannot_be_are_refused(int count, int bands, double lifter)
    {
        var mfcc = new Mfcc { Count = count, Lifter = lifter, Mel = new MelOptions { Bands = bands } };
        var thrown = Assert.Throws<BadOptionException>(() => mfcc.Of(GoldenFeatures.Clip("short")));
        Assert.Contains($"{count} MFCCs of {bands} mel bands with lifter {lifter}", thrown.Problem);
    }

    private static void KeepsTheEnergy(Clip clip)
    {
        var bands = new MelOptions { Bands = 26 };
        var levels = new MelSpectrogram { Mel = bands, Level = MelLevel.Decibels }.Of(clip);
        var mfcc = new Mfcc { Count = 26, Mel = bands }.Of(clip);
        for (var frame = 0; frame < mfcc.Frames; frame++)
        {
            var energy = Enumerable.Range(0, 26).Sum(row => levels.Row(row)[frame] * levels.Row(row)[frame]);
            Assert.Equal(1, Enumerable.Range(0, 26).Sum(row => mfcc.Row(row)[frame] * mfcc.Row(row)[frame]) / energy, 1e-4);
        }
    }
}
