using FsCheck;
using FsCheck.Fluent;
using SerLab.Audio;
using SerLab.Features;
using SerLab.Files;
using SerLab.Tests.Audio;

namespace SerLab.Tests.Features;

public sealed class ChromaStftTests
{
    private static readonly ChromaStft Chroma = new();

    public static TheoryData<string> Signals => GoldenFeatures.With("chroma_stft");

    public static TheoryData<string> Cases => SpectralCases.Of<ChromaStft>();

    [Theory]
    [Trait("Kind", "reference")]
    [MemberData(nameof(Signals))]
    public void Classes_are_librosas(string signal)
    {
        var clip = GoldenFeatures.Clip(signal);
        GoldenFeatures.Close(signal, "chroma_stft", Chroma.Of(clip).Values);
        GoldenFeatures.Close(signal, "chroma_stft_tuning0", (Chroma with { Tuning = 0 }).Of(clip).Values);
    }

    // Of the impulses librosa's own tuning depends on its rounding (all bins of a click are equally high): only their
    // shape and finiteness are compared.
    [Theory]
    [Trait("Kind", "reference")]
    [MemberData(nameof(Signals))]
    public void Classes_of_magnitudes_are_librosas(string signal) => GoldenFeatures.Close(
        signal, "chroma_stft_from_magnitude", (Chroma with { OfMagnitude = true }).Of(GoldenFeatures.Clip(signal)).Values);

    [Theory]
    [Trait("Kind", "reference")]
    [MemberData(nameof(Cases))]
    public void Other_tunings_and_frames_are_librosas(string name) => SpectralCases.Check(name);

    [Fact]
    [Trait("Kind", "law")]
    public void A_note_sounds_in_its_class_in_every_octave() => Prop.ForAll(
        Arb.From(from semitone in Gen.Choose(0, 11) from octave in Gen.Choose(4, 6) select (semitone, octave)), c =>
        {
            var hz = 440 * Math.Pow(2, (c.semitone - 9) / 12.0 + c.octave - 4); // semitones from C, and A is 9
            var chroma = Chroma.Of(SoundMaker.Tone(hz, 0.4, 22050));
            return Enumerable.Range(0, 12).All(
                row => (chroma.Row(row)[8] == 1) == (row == c.semitone) && chroma.Row(row)[8] is >= 0 and <= 1);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [Trait("Kind", "law")]
    [MemberData(nameof(Signals))]
    public void Each_frame_reaches_1_or_is_silent(string signal)
    {
        var chroma = Chroma.Of(GoldenFeatures.Clip(signal));
        for (var frame = 0; frame < chroma.Frames; frame++)
        {
            var loudest = Enumerable.Range(0, 12).Max(row => chroma.Row(row)[frame]);
            Assert.True(loudest is 1 or 0, $"frame {frame}: {loudest}");
            Assert.True(Enumerable.Range(0, 12).All(row => chroma.Row(row)[frame] >= 0));
        }
    }

    [Theory]
    [Trait("Kind", "law")]
    [InlineData(0.02f, true)]
    [InlineData(300f, true)]
    [InlineData(0.02f, false)]
    [InlineData(300f, false)]
    public void Loudness_does_not_move_it(float gain, bool ofMagnitude)
    {
        var feature = Chroma with { OfMagnitude = ofMagnitude };
        var clip = GoldenFeatures.Clip("speech_long");
        var louder = clip with { Samples = [.. clip.Samples.Select(x => gain * x)] };
        Assert.Equal(feature.Of(clip).Values, feature.Of(louder).Values, (a, b) => Math.Abs(a - b) < 1e-4);
    }

    [Theory]
    [Trait("Kind", "law")]
    [InlineData("noise")]
    [InlineData("speech_male")]
    public void Without_a_tuning_it_is_that_of_the_clip(string signal)
    {
        var tuned = Chroma with { Tuning = GoldenFeatures.Value(signal, "tuning_chroma_stft") };
        var clip = GoldenFeatures.Clip(signal);
        Assert.Equal(tuned.Of(clip).Values, Chroma.Of(clip).Values, (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    [Trait("Kind", "law")]
    public void A_tone_off_the_scale_by_a_known_tuning_falls_between_no_classes()
    {
        var sharp = SoundMaker.Tone(440 * Math.Pow(2, 0.4 / 12), 0.5, 22050);
        var (tuned, untuned) = ((Chroma with { Tuning = 0.4 }).Of(sharp), (Chroma with { Tuning = 0 }).Of(sharp));
        Assert.True(tuned.Row(10)[10] < untuned.Row(10)[10]); // less of the class above
        Assert.Equal(tuned.Row(8)[10], tuned.Row(10)[10], 0.1);
    }

    [Theory]
    [Trait("Kind", "law")]
    [InlineData(0.51)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void A_tuning_of_more_than_half_a_semitone_is_refused(double tuning)
    {
        var thrown = Assert.Throws<BadOptionException>(
            () => (Chroma with { Tuning = tuning }).Of(GoldenFeatures.Clip("short")));
        Assert.Contains($"tuning of {tuning} semitones", thrown.Problem);
    }

    [Fact]
    [Trait("Kind", "law")]
    public void Silence_is_0() => Assert.Equal(new float[12 * 44], Chroma.Of(new Clip(new float[22050], 22050, "silence")).Values);
}
