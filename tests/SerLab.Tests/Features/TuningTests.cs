using FsCheck;
using FsCheck.Fluent;
using SerLab.Audio;
using SerLab.Features;
using SerLab.Tests.Audio;

namespace SerLab.Tests.Features;

public sealed class TuningTests
{
    public static TheoryData<string> Signals => GoldenFeatures.With("y");

    [Theory]
    [Trait("Kind", "reference")]
    [MemberData(nameof(Signals))]
    public void Of_a_power_spectrogram_in_semitones_it_is_librosas(string signal) => Assert.Equal(
        GoldenFeatures.Value(signal, "tuning_chroma_stft"),
        Tuning.Estimate(Spectrogram(GoldenFeatures.Clip(signal), x => x), 1025, 22050), 1e-12);

    [Theory]
    [Trait("Kind", "reference")]
    [MemberData(nameof(Signals))]
    public void Of_magnitudes_in_36_steps_it_is_librosas(string signal)
    {
        Assert.SkipWhen(signal == "impulses", "Rounding alone decides it: librosa's float32 says another.");
        Assert.Equal(
            GoldenFeatures.Value(signal, "tuning_cqt"),
            Tuning.Estimate(Spectrogram(GoldenFeatures.Clip(signal), MathF.Sqrt), 1025, 22050, 36), 1e-12);
    }

    [Theory]
    [Trait("Kind", "law")]
    [InlineData(0.0)]
    [InlineData(0.2)]
    [InlineData(-0.3)]
    [InlineData(0.45)]
    public void A_tone_off_the_scale_says_by_how_much(double deviation)
    {
        var tone = SoundMaker.Tone(880 * Math.Pow(2, deviation / 12), 1, 22050);
        Assert.Equal(deviation, Tuning.Estimate(Spectrogram(tone, MathF.Sqrt), 1025, 22050), 0.03);
    }

    [Fact]
    [Trait("Kind", "law")]
    public void Silence_is_in_tune() => Assert.Equal(0, Tuning.Estimate(new float[1025 * 3], 1025, 22050));

    [Fact]
    [Trait("Kind", "law")]
    public void In_what_blocks_the_frames_come_makes_no_difference() =>
        Prop.ForAll(Gen.Choose(1, 41).NonEmptyListOf().ToArbitrary(), lengths =>
        {
            var random = new Random(lengths.Count);
            var frames = lengths.Sum();
            var all = Enumerable.Range(0, 129 * frames).Select(_ => random.NextSingle()).ToArray();
            var tuning = new Tuning(8000, 129);
            for (var (block, first) = (0, 0); block < lengths.Count; first += lengths[block++])
            {
                tuning.Add([.. Enumerable.Range(0, 129).SelectMany(
                    bin => all.Skip(bin * frames + first).Take(lengths[block]))]);
            }
            return tuning.Estimate() == Tuning.Estimate(all, 129, 8000);
        }).QuickCheckThrowOnFailure();

    // [bin, frame]
    private static float[] Spectrogram(Clip clip, Func<float, float> of)
    {
        var power = new Stft(new StftOptions()).Power(clip);
        return [.. Enumerable.Range(0, power.Bins).SelectMany(
            bin => Enumerable.Range(0, power.Frames).Select(frame => of(power.Values[frame * power.Bins + bin])))];
    }
}
