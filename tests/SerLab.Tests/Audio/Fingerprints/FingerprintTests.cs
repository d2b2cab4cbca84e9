using SerLab.Audio;
using SerLab.Audio.Fingerprints;
using SerLab.Augmentation;
using SerLab.Files;
using SerLab.Tests.Corpora;
using SerLab.Tests.Files;

namespace SerLab.Tests.Audio.Fingerprints;

public sealed class FingerprintTests : IDisposable
{
    private static readonly TwinIndex Takes =
        new([.. Enumerable.Range(1, 20).Select(seed => Fingerprint.Of(Speech.Of(seed)))]);

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Changes => [.. Distortions.SameSpeed.Keys];

    public void Dispose() => _folder.Dispose();

    [Theory, Trait("Kind", "law")]
    [MemberData(nameof(Changes))]
    public void A_changed_copy_is_the_same_sound_and_another_take_is_not(string change)
    {
        var copy = Fingerprint.Of(Distortions.SameSpeed[change](Speech.Of(1)));
        var twin = Assert.Single(Takes.Of(copy));
        Assert.Equal((0, LikenessGrade.SameSound), (twin.Number, twin.Likeness.Grade));
        Assert.InRange(twin.Likeness.Correlation, Fingerprint.LeastCorrelation, 1);
    }

    [Theory, Trait("Kind", "law")]
    [InlineData(0.5f, 0, -6.02)]
    [InlineData(3f, 0, 9.54)]
    [InlineData(1f, 0.010, 0)]
    [InlineData(0.1f, 0.2345, -20)]
    public void Gain_and_shift_are_measured_and_seen_from_the_other_side_they_are_the_opposite(
        float factor, double later, double gainDb)
    {
        var clip = Speech.Of(1);
        var moved = clip with
        {
            Samples = [.. new float[(int)(later * clip.Rate)], .. clip.Samples.Select(x => factor * x)],
        };
        var (one, other) = (Fingerprint.Of(clip), Fingerprint.Of(moved));
        foreach (var (likeness, sign) in ((Likeness, int)[])[(one.LikenessTo(other)!, 1), (other.LikenessTo(one)!, -1)])
        {
            Assert.Equal(sign * gainDb, likeness.GainDb, 0.1);
            Assert.Equal(sign * later, likeness.ShiftSeconds, 0.0002);
            Assert.Equal(clip.Duration, likeness.OverlapSeconds, 0.001);
        }
    }

    [Fact, Trait("Kind", "law")]
    public void Noise_lowers_the_correlation_as_its_level_says()
    {
        var (clip, random) = (Resampler.Resample(Speech.Of(1), 8_000), new Random(1));
        var power = clip.Samples.Average(x => x * x);
        foreach (var snrDb in (int[])[20, 10, 3])
        {
            var deviation = Math.Sqrt(power * Math.Pow(10, -snrDb / 10.0));
            var noisy = clip with
            {
                Samples = [.. clip.Samples.Select(x => (float)(x + deviation * Math.Sqrt(12) * (random.NextDouble() - 0.5)))],
            };
            var expected = 1 / Math.Sqrt(1 + Math.Pow(10, -snrDb / 10.0));
            Assert.Equal(expected, Fingerprint.Of(clip).LikenessTo(Fingerprint.Of(noisy))!.Correlation, 0.02);
        }
    }

    [Fact, Trait("Kind", "law")]
    public void A_voice_turned_upside_down_is_the_same_sound()
    {
        var clip = Speech.Of(1);
        var turned = clip with { Samples = Array.ConvertAll(clip.Samples, x => -x) };
        Assert.Equal(1, Fingerprint.Of(clip).LikenessTo(Fingerprint.Of(turned))!.Correlation, 0.001);
    }

    [Fact, Trait("Kind", "law")]
    public void Files_are_graded_by_their_bytes_then_by_their_samples()
    {
        AudioFile.Write(_folder["a.wav"], Speech.Of(1));
        AudioFile.Write(_folder["a.flac"], Speech.Of(1));
        File.Copy(_folder["a.wav"], _folder["b.wav"]);
        var (wav, copy, flac) = (
            Fingerprint.Of(_folder["a.wav"]), Fingerprint.Of(_folder["b.wav"]), Fingerprint.Of(_folder["a.flac"]));
        Assert.Equal(new Likeness(LikenessGrade.SameFile, 1, 0, 0, 2), wav.LikenessTo(copy));
        Assert.Equal(new Likeness(LikenessGrade.SameSamples, 1, 0, 0, 2), wav.LikenessTo(flac));
        Assert.Equal("", wav.LikenessTo(flac)!.Difference);
    }

    [Theory, Trait("Kind", "law")]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(2_000)]
    [InlineData(44_100)]
    public void Silence_and_shorter_clips_have_no_sound_and_are_compared_by_their_samples(int samples)
    {
        var silence = Fingerprint.Of(new Clip(new float[samples], 22_050, "silence"));
        Assert.False(silence.HasSound);
        Assert.Equal(LikenessGrade.SameSamples, silence.LikenessTo(silence)!.Grade);
        Assert.Null(silence.LikenessTo(Fingerprint.Of(Speech.Of(1))));
        Assert.Null(Fingerprint.Of(Speech.Of(1)).LikenessTo(silence));
    }

    [Fact, Trait("Kind", "law")]
    public void Hum_and_an_offset_that_recordings_share_do_not_make_them_the_same()
    {
        Assert.Null(Fingerprint.Of(Humming(1)).LikenessTo(Fingerprint.Of(Humming(2))));

        static Clip Humming(int seed) => Speech.Of(seed) with
        {
            Samples = [.. Speech.Of(seed).Samples.Select((x, n) => (float)(x + 0.5 + 0.3 * Math.Sin(2 * Math.PI * 50 * n / 22_050)))],
        };
    }

    [Fact, Trait("Kind", "law")]
    public void Another_speed_and_another_pitch_are_another_sound()
    {
        // Written down because it is a limit, not because it is wanted.
        var print = Fingerprint.Of(Speech.Of(1));
        Assert.Null(print.LikenessTo(Fingerprint.Of(new TimeStretch { Rate = 0.8 }.Apply(Speech.Of(1), 1))));
        Assert.Null(print.LikenessTo(Fingerprint.Of(new PitchShift { Semitones = 1 }.Apply(Speech.Of(1), 1))));
    }

    [Theory, Trait("Kind", "law")]
    [InlineData(-6, 0.01, "6.0 dB quieter, 10.0 ms later")]
    [InlineData(3, -0.2, "3.0 dB louder, 200.0 ms earlier")]
    [InlineData(0.01, 0.0001, "")]
    public void What_differs_is_said_in_words(double gain, double shift, string words) =>
        Assert.Equal(words, new Likeness(LikenessGrade.SameSound, 1, gain, shift, 1).Difference);

    [Fact, Trait("Kind", "law")]
    public void A_file_that_is_no_sound_is_refused_by_name()
    {
        File.WriteAllText(_folder["a.wav"], "words");
        Assert.Contains("a.wav", Assert.Throws<BadFileException>(() => Fingerprint.Of(_folder["a.wav"])).Message);
    }

    [Fact, Trait("Kind", "reference")]
    public void Of_one_actor_of_RAVDESS_one_recording_is_there_twice_under_two_names()
    {
        var names = CorpusMaker.Extract("ravdess-speech.tar", _folder.Root, name => name.Contains("Actor_07"));
        string[] files = [.. Directory.GetFiles(names, "*.flac", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        var pair = Assert.Single(new TwinIndex([.. files.Select(Fingerprint.Of)]).Pairs(1, TestContext.Current.CancellationToken));
        Assert.Equal(60, files.Length);
        Assert.Equal(
            ("03-01-03-01-02-01-07.flac", "03-01-03-01-02-02-07.flac"),
            (Path.GetFileName(files[pair.First]), Path.GetFileName(files[pair.Second])));
        Assert.InRange(pair.Likeness.Correlation, 0.9999, 1);
    }

    [Fact, Trait("Kind", "reference")]
    public void Words_of_one_speaker_of_TESS_in_one_sentence_are_told_apart_and_their_copies_found()
    {
        CorpusMaker.Extract("tess.tar", _folder.Root, name => name.Contains("OAF_neutral/OAF_"));
        string[] files = [.. Directory.GetFiles(_folder.Root, "*.*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        var index = new TwinIndex([.. files.Select(Fingerprint.Of)]);
        Assert.InRange(files.Length, 140, 200);
        Assert.Empty(index.Pairs(1, TestContext.Current.CancellationToken));
        foreach (var change in (string[])["10 ms later", "noise, 20 dB", "22 to 16 to 22 kHz", "MP3 at 16 kHz"])
        {
            foreach (var i in (int[])[3, 50, 120])
            {
                var copy = Fingerprint.Of(Distortions.SameSpeed[change](AudioFile.Load(files[i], rate: null)));
                Assert.Equal(i, Assert.Single(index.Of(copy)).Number);
            }
        }
    }
}
