using SerLab.Audio;
using SerLab.Features;
using SerLab.Files;
using SerLab.Tests.Audio;

namespace SerLab.Tests.Features;

public sealed class ChromaCqtTests
{
    public static TheoryData<string> Signals => GoldenFeatures.With("chroma_cqt");

    [Theory]
    [Trait("Kind", "reference")]
    [MemberData(nameof(Signals))]
    public void Loudness_is_librosas(string signal) =>
        GoldenFeatures.Close(signal, "chroma_cqt", new ChromaCqt().Of(GoldenFeatures.Clip(signal)).Values);

    [Theory]
    [Trait("Kind", "law")]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(11)]
    public void A_note_is_its_pitch_class_in_every_octave(int pitchClass)
    {
        foreach (var octave in new[] { 2, 4, 6 })
        {
            var chroma = Middle(Note(pitchClass + 12 * octave));
            Assert.Equal(1, chroma[pitchClass]);
            Assert.All(chroma.Where((_, row) => row != pitchClass), loudness => Assert.InRange(loudness, 0, 0.35));
        }
    }

    [Fact]
    [Trait("Kind", "law")]
    public void A_semitone_up_is_a_class_on()
    {
        var (low, high) = (Middle(Chord(48)), Middle(Chord(49)));
        Assert.All(Enumerable.Range(0, 12), row => Assert.Equal(low[row], high[(row + 1) % 12], 0.03));
    }

    [Fact]
    [Trait("Kind", "law")]
    public void A_softer_recording_has_the_same_chroma()
    {
        var clip = GoldenFeatures.Clip("speech_male");
        var soft = clip with { Samples = [.. clip.Samples.Select(x => x / 4)] };
        var (loudness, ofSoft) = (new ChromaCqt().Of(clip).Values, new ChromaCqt().Of(soft).Values);
        Assert.Equal(loudness, ofSoft, (a, b) => Math.Abs(a - b) < 1e-5);
    }

    [Fact]
    [Trait("Kind", "law")]
    public void A_tuning_that_is_given_is_not_estimated()
    {
        var clip = GoldenFeatures.Clip("speech_male");
        var estimated = new ChromaCqt { Tuning = GoldenFeatures.Value("speech_male", "tuning_cqt") };
        Assert.Equal(new ChromaCqt().Of(clip).Values, estimated.Of(clip).Values, (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.NotEqual(new ChromaCqt().Of(clip).Values, new ChromaCqt { Tuning = 0 }.Of(clip).Values);
    }

    [Theory]
    [Trait("Kind", "law")]
    [InlineData(22050, 1)]
    [InlineData(22050, 511)]
    [InlineData(22050, 512)]
    [InlineData(48000, 1)]
    [InlineData(48000, 1023)]
    public void Short_clips_have_a_frame_for_every_hop_and_silence_is_0(int rate, int samples)
    {
        var clip = new Clip([.. Enumerable.Repeat(0.5f, samples)], rate, "short");
        var chroma = new ChromaCqt().Of(clip);
        Assert.Equal(1 + samples / 512, chroma.Frames);
        Assert.All(chroma.Values, loudness => Assert.InRange(loudness, 0, 1));
        var silence = new ChromaCqt().Of(clip with { Samples = new float[samples] });
        Assert.All(silence.Values, loudness => Assert.Equal(0, loudness));
    }

    [Theory]
    [Trait("Kind", "law")]
    [InlineData(35, 7)]
    [InlineData(0, 7)]
    [InlineData(36, 0)]
    [InlineData(36, 9)]
    public void Bins_that_cannot_be_folded_or_do_not_fit_are_refused(int perOctave, int octaves) =>
        Assert.Throws<BadOptionException>(() => new ChromaCqt { BinsPerOctave = perOctave, Octaves = octaves }
            .Of(SoundMaker.Tone(440, 0.1, 22050)));

    [Fact]
    [Trait("Kind", "law")]
    public void Its_rows_are_not_those_of_chroma_by_STFT() =>
        Assert.Empty(new ChromaCqt().Rows.Intersect(new ChromaStft().Rows));

    // A note by its number above C0, of which 57 is A4.
    private static Clip Note(int number) => SoundMaker.Tone(440 * Math.Pow(2, (number - 57) / 12.0), 3, 22050, 0.2);

    private static Clip Chord(int root)
    {
        var notes = new[] { Note(root), Note(root + 4), Note(root + 19) };
        return notes[0] with { Samples = [.. notes[0].Samples.Select((_, i) => notes.Sum(note => note.Samples[i]))] };
    }

    // [class] of the middle frame.
    private static float[] Middle(Clip clip)
    {
        var chroma = new ChromaCqt { Tuning = 0 }.Of(clip);
        return [.. Enumerable.Range(0, 12).Select(row => chroma.Row(row)[chroma.Frames / 2])];
    }
}
