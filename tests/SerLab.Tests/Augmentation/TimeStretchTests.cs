using FsCheck;
using FsCheck.Fluent;
using SerLab.Augmentation;
using SerLab.Files;
using SerLab.Tests.Audio;
using SerLab.Tests.Features;

namespace SerLab.Tests.Augmentation;

public sealed class TimeStretchTests
{
    public static TheoryData<string, double> Cases =>
        [.. new[] { 0.8, 1.2 }.SelectMany(
            rate => GoldenFeatures.With(Name(rate)).Select(signal => ((string)signal, rate)))];

    [Theory]
    [Trait("Kind", "reference")]
    [MemberData(nameof(Cases))]
    public void Samples_are_librosas(string signal, double rate)
    {
        var stretched = new TimeStretch { Rate = rate }.Apply(GoldenFeatures.Clip(signal), 1).Samples;
        GoldenFeatures.Close(signal, Name(rate), stretched);
        // librosa's own rounding is followed: far closer than another sum of the phases would come.
        var closely = new GoldenFeatures.Tolerance(0, signal == "chirp" ? 0.05 : 0.0005);
        GoldenFeatures.Close($"{signal}: {rate}", Golden.Vector(signal, Name(rate)), stretched, closely);
    }

    [Fact]
    [Trait("Kind", "law")]
    public void The_length_is_the_rounded_quotient() => Prop.ForAll(
        Sounds.Any, Arb.From(Gen.Choose(10, 1000)), (clip, percent) =>
    {
        var stretched = new TimeStretch { Rate = percent / 100.0 }.Apply(clip, 1).Samples;
        return stretched.Length == (int)Math.Round(clip.Samples.Length / (percent / 100.0))
            && stretched.All(float.IsFinite);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [Trait("Kind", "law")]
    [InlineData(0.5)]
    [InlineData(0.83)]
    [InlineData(1.7)]
    [InlineData(6)]
    public void A_tone_keeps_its_pitch_and_most_of_its_level(double rate)
    {
        var tone = SoundMaker.Tone(1000, 6, 22050);
        var end = new TimeStretch { Rate = rate }.Apply(tone, 1).Samples.AsSpan()[5000..^5000][^4410..];
        Assert.InRange(SoundMaker.AmplitudeAt(end, 1000, 22050), 0.42, 0.51); // librosa's rounding costs some of it
        Assert.InRange(SoundMaker.AmplitudeAt(end, 1000 * rate, 22050), 0, 0.01);
        Assert.InRange(SoundMaker.AmplitudeAt(end, 1000 / rate, 22050), 0, 0.01);
    }

    [Fact]
    [Trait("Kind", "law")]
    public void A_long_clip_is_stretched_in_blocks_without_seams()
    {
        var clip = SoundMaker.Tone(200, 6, 22050);
        var stretched = new TimeStretch { Rate = 0.9 }.Apply(clip, 1).Samples[4000..^4000];
        Assert.InRange(stretched.Max(MathF.Abs), 0.45, 0.55);
        var steepest = stretched.Zip(stretched.Skip(1), (a, b) => Math.Abs(a - b)).Max();
        Assert.InRange(steepest, 0, 0.035); // of the sine itself 0.028
    }

    [Fact]
    [Trait("Kind", "law")]
    public void One_sample_at_twice_the_speed_leaves_none() =>
        Assert.Empty(new TimeStretch { Rate = 2 }.Apply(Sounds.Of(1), 1).Samples);

    [Theory]
    [Trait("Kind", "law")]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(10.1)]
    [InlineData(double.NaN)]
    public void A_rate_out_of_range_is_refused(double rate) => Assert.Contains(
        "is not within 0.1 to 10",
        Assert.Throws<BadOptionException>(() => new TimeStretch { Rate = rate }.Apply(Sounds.Of(1), 1)).Message);

    private static string Name(double rate) => FormattableString.Invariant($"time_stretch_{rate}");
}
