using System.Numerics.Tensors;
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
        Tuning.Estimate(Power(GoldenFeatures.Clip(signal)), 22050), 1e-12);

    [Theory]
    [Trait("Kind", "reference")]
    [MemberData(nameof(Signals))]
    public void Of_magnitudes_in_36_steps_it_is_librosas(string signal) => Assert.Equal(
        GoldenFeatures.Value(signal, "tuning_cqt"),
        Tuning.Estimate(Magnitude(GoldenFeatures.Clip(signal)), 22050, 36), 1e-12);

    [Theory]
    [Trait("Kind", "law")]
    [InlineData(0.0)]
    [InlineData(0.2)]
    [InlineData(-0.3)]
    [InlineData(0.45)]
    public void A_tone_off_the_scale_says_by_how_much(double deviation)
    {
        var tone = SoundMaker.Tone(880 * Math.Pow(2, deviation / 12), 1, 22050);
        Assert.Equal(deviation, Tuning.Estimate(Magnitude(tone), 22050), 0.03);
    }

    [Fact]
    [Trait("Kind", "law")]
    public void Silence_is_in_tune() => Assert.Equal(0, Tuning.Estimate(new FrameMatrix(1025, 3), 22050));

    [Fact]
    [Trait("Kind", "law")]
    public void In_what_blocks_the_frames_come_makes_no_difference() =>
        Prop.ForAll(Gen.Choose(1, 41).NonEmptyListOf().ToArbitrary(), lengths =>
        {
            var random = new Random(lengths.Count);
            var frames = lengths.Sum();
            var all = new FrameMatrix(129, frames);
            for (var bin = 0; bin < all.Rows; bin++)
            {
                foreach (ref var value in all.Row(bin))
                {
                    value = random.NextSingle();
                }
            }
            var tuning = new Tuning(8000, 129);
            for (var (block, first) = (0, 0); block < lengths.Count; first += lengths[block++])
            {
                tuning.Add(Part(all, first, lengths[block]));
            }
            return tuning.Estimate() == Tuning.Estimate(all, 8000);
        }).QuickCheckThrowOnFailure();

    private static FrameMatrix Power(Clip clip) => new Stft(new StftOptions()).Power(clip);

    private static FrameMatrix Magnitude(Clip clip)
    {
        var power = Power(clip);
        TensorPrimitives.Sqrt<float>(power.Values, power.Values);
        return power;
    }

    private static FrameMatrix Part(FrameMatrix all, int first, int frames)
    {
        var part = new FrameMatrix(all.Rows, frames, first);
        for (var row = 0; row < all.Rows; row++)
        {
            all.Row(row).Slice(first, frames).CopyTo(part.Row(row));
        }
        return part;
    }
}
