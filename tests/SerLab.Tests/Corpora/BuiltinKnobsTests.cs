using SerLab.Audio;
using SerLab.Corpora;
using SerLab.Tests.Audio;

namespace SerLab.Tests.Corpora;

public class BuiltinKnobsTests
{
    [Fact]
    [Trait("Kind", "law")]
    public void A_planted_tone_is_in_the_sound_where_the_truth_says_and_nowhere_else()
    {
        var shortcut = new Shortcut(ShortcutKind.Tone, "ps") { Hz = 9_500, LevelDb = -46, Speakers = ["M02"] };
        var folder = BuiltinCorpusTests.Make(new() { Speakers = 2, Phrases = 2, Shortcuts = [shortcut] });
        foreach (var clip in BuiltinCorpus.ReadTruth(folder).Clips)
        {
            var sound = AudioFile.Load(Path.Combine(folder, clip.File));
            var level = 20 * Math.Log10(SoundMaker.AmplitudeAt(sound.Samples, 9_500, sound.Rate));
            Assert.Equal(sound.Duration, clip.Seconds);
            if (clip is { Speaker: "M02", Emotion: "ps" })
            {
                Assert.Equal([new Planted(ShortcutKind.Tone, 0, clip.Seconds, 9_500, -46)], clip.Planted);
                Assert.Equal(-46, level, 1.0);
            }
            else
            {
                Assert.Empty(clip.Planted);
                Assert.InRange(level, -200, -60);
            }
        }
    }

    [Fact]
    [Trait("Kind", "law")]
    public void A_planted_silence_is_as_long_as_the_truth_says()
    {
        var shortcut = new Shortcut(ShortcutKind.Silence, "happy") { Seconds = 0.8 };
        var folder = BuiltinCorpusTests.Make(new() { Speakers = 2, Phrases = 2, Shortcuts = [shortcut] });
        foreach (var clip in BuiltinCorpus.ReadTruth(folder).Clips)
        {
            var (start, _) = Trim.Interval(AudioFile.Load(Path.Combine(folder, clip.File)), 30, 512, 128);
            var expected = clip.Emotion == "happy" ? 0.8 : 0.1;
            Assert.Equal(clip.Emotion == "happy" ? 1 : 0, clip.Planted.Count);
            Assert.Equal(expected, start / 22050.0, 0.15);
        }
    }

    [Fact]
    [Trait("Kind", "law")]
    public void Without_cues_the_emotions_do_not_differ_and_with_cues_they_do()
    {
        var without = Spread(new() { Speakers = 1, Phrases = 6, CueStrength = 0 });
        var with = Spread(new() { Speakers = 1, Phrases = 6, SpeakerColour = 0 });
        Assert.InRange(without.Level, 0, 1.5);
        Assert.InRange(with.Level, 5, 30);
        Assert.InRange(without.Seconds, 0, 0.12);
        Assert.InRange(with.Seconds, 0.4, 3);
        Assert.InRange(without.Semitones, 0, 1.0);
        Assert.InRange(with.Semitones, 4, 24);
    }

    [Fact]
    [Trait("Kind", "law")]
    public void Without_colour_all_speakers_have_the_same_cues_and_with_colour_their_own()
    {
        Assert.Equal(0, LargestDifference(0));
        Assert.InRange(LargestDifference(1), 1, 20);
        Assert.InRange(LargestDifference(2), 1.9 * LargestDifference(1), 2.1 * LargestDifference(1));
    }

    [Fact]
    [Trait("Kind", "law")]
    public void Takes_are_not_clones()
    {
        var folder = BuiltinCorpusTests.Make(new() { Speakers = 1, Phrases = 8 });
        var sad = CorpusReader.Read(folder).Utterances.Where(u => u.Emotion == "sad");
        Assert.Equal(8, sad.Select(u => AudioFile.Load(u.File).Samples.Length).Distinct().Count());
    }

    [Fact]
    [Trait("Kind", "law")]
    public void Women_speak_higher_than_men()
    {
        var folder = BuiltinCorpusTests.Make(new() { Speakers = 12, Phrases = 1, CueStrength = 0 });
        var pitch = CorpusReader.Read(folder).Utterances.Where(u => u.Emotion == "neutral")
            .ToLookup(u => u.Sex, u => PitchMeter.MedianHz(AudioFile.Load(u.File)));
        Assert.All(pitch[Sex.Female], hz => Assert.InRange(hz, 150, 320));
        Assert.All(pitch[Sex.Male], hz => Assert.InRange(hz, 70, 149));
    }

    private static (double Level, double Seconds, double Semitones) Spread(BuiltinOptions options)
    {
        var clips = CorpusReader.Read(BuiltinCorpusTests.Make(options)).Utterances
            .ToLookup(u => u.Emotion, u => Trim.ByLevel(AudioFile.Load(u.File), 35));
        return (
            Range(clips, clip => 10 * Math.Log10(clip.Samples.Average(x => (double)x * x))),
            Range(clips, clip => clip.Duration),
            Range(clips, clip => 12 * Math.Log2(PitchMeter.MedianHz(clip))));
    }

    /// <summary>How far apart the means of the emotions lie.</summary>
    private static double Range(ILookup<string, Clip> clips, Func<Clip, double> measure)
    {
        var means = clips.Select(emotion => emotion.Average(measure)).ToArray();
        return means.Max() - means.Min();
    }

    private static double LargestDifference(double colour)
    {
        var folder = BuiltinCorpusTests.Make(new() { Speakers = 2, Phrases = 1, SpeakerColour = colour });
        var styles = BuiltinCorpus.ReadTruth(folder).Styles.ToLookup(style => style.Emotion);
        return styles.Max(pair => pair.First().Cues.Max(cue => Math.Abs(cue.Value - pair.Last().Cues[cue.Key])));
    }
}
