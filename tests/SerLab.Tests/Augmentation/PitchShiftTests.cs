using FsCheck;
using FsCheck.Fluent;
using SerLab.Augmentation;
using SerLab.Files;
using SerLab.Tests.Audio;
using SerLab.Tests.Features;

namespace SerLab.Tests.Augmentation;

public sealed class PitchShiftTests
{
    public static TheoryData<string, int> Cases =>
        [.. new[] { 1, -1 }.SelectMany(
            steps => GoldenFeatures.With(Name(steps)).Select(signal => ((string)signal, steps)))];

    [Theory]
    [Trait("Kind", "reference")]
    [MemberData(nameof(Cases))]
    public void Samples_are_librosas(string signal, int semitones)
    {
        var shifted = new PitchShift { Semitones = semitones }.Apply(GoldenFeatures.Clip(signal), 1).Samples;
        GoldenFeatures.Close(signal, Name(semitones), shifted);
        GoldenFeatures.Close(
            $"{signal}: {semitones}", Golden.Vector(signal, Name(semitones)), shifted,
            new GoldenFeatures.Tolerance(0, 0.0005));
    }

    [Fact]
    [Trait("Kind", "law")]
    public void The_length_stays() => Prop.ForAll(Sounds.Any, Arb.From(Gen.Choose(-240, 240)), (clip, tenths) =>
    {
        var shifted = new PitchShift { Semitones = tenths / 10.0 }.Apply(clip, 1);
        return shifted.Samples.Length == clip.Samples.Length && shifted.Rate == clip.Rate
            && shifted.Samples.All(float.IsFinite);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [Trait("Kind", "law")]
    [InlineData(12, 2000)]
    [InlineData(-12, 500)]
    [InlineData(7, 1498.307)]
    public void A_tone_goes_up_by_semitones(double semitones, double hz)
    {
        var shifted = new PitchShift { Semitones = semitones }.Apply(SoundMaker.Tone(1000, 3, 22050), 1).Samples;
        Assert.InRange(SoundMaker.AmplitudeAt(shifted.AsSpan(22050, 11025), hz, 22050), 0.42, 0.51);
        Assert.InRange(SoundMaker.AmplitudeAt(shifted.AsSpan(22050, 11025), 1000, 22050), 0, 0.01);
    }

    [Theory]
    [Trait("Kind", "law")]
    [InlineData(-25)]
    [InlineData(24.5)]
    public void More_than_two_octaves_are_refused(double semitones) => Assert.Contains(
        "pitch shift in semitones",
        Assert.Throws<BadOptionException>(
            () => new PitchShift { Semitones = semitones }.Apply(Sounds.Of(1), 1)).Message);

    private static string Name(int semitones) => $"pitch_shift_{(semitones > 0 ? "up" : "down")}{Math.Abs(semitones)}";
}
