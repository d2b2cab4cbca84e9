using System.Security.Cryptography;
using SerLab.Audio;
using SerLab.Corpora;
using SerLab.Files;
using SerLab.Tests.Audio;

namespace SerLab.Tests.Corpora;

public class BuiltinCorpusTests
{
    private static readonly BuiltinOptions Small = new() { Speakers = 2, Phrases = 2 };

    [Fact]
    [Trait("Kind", "end-to-end")]
    public void The_reader_understands_every_clip_and_the_counts_are_those_asked_for()
    {
        var folder = Make(Small with { Speakers = 3, Phrases = 1 });
        var corpus = CorpusReader.Read(folder);
        Assert.Equal(("builtin", 21), (corpus.Name, corpus.Utterances.Count));
        Assert.Empty(corpus.LeftOut);
        Assert.Equal(["F01", "F03", "M02"], corpus.Speakers);
        Assert.Equal(["neutral", "happy", "sad", "angry", "fear", "disgust", "surprise"], corpus.Labels);
        Assert.All(corpus.Utterances, u => Assert.Equal(u.Speaker[0] == 'F' ? Sex.Female : Sex.Male, u.Sex));
        Assert.All(corpus.Utterances, u => Assert.InRange(AudioFile.Load(u.File).Duration, 0.7, 5));
        Assert.Equal([new FoundCorpus("builtin", folder)], CorpusReader.Find(folder));
    }

    [Fact]
    [Trait("Kind", "law")]
    public void The_same_seed_gives_the_same_bytes_and_another_gives_others()
    {
        var first = Hashes(Make(Small));
        Assert.Equal(first, Hashes(Make(Small)));
        Assert.Equal(2 * 2 * 7, Clips(first).Distinct().Count());
        Assert.Empty(Clips(first).Intersect(Clips(Hashes(Make(Small with { Seed = 2 })))));
    }

    [Fact]
    [Trait("Kind", "law")]
    public void More_speakers_leave_the_first_ones_as_they_are()
    {
        var two = Hashes(Make(Small with { Phrases = 1 }));
        var three = Hashes(Make(Small with { Phrases = 1, Speakers = 3 }));
        Assert.All(two.Where(pair => pair.Key.EndsWith(".wav")), pair => Assert.Equal(pair.Value, three[pair.Key]));
    }

    [Fact]
    [Trait("Kind", "end-to-end")]
    public void A_run_that_was_stopped_is_completed_by_the_next_to_the_same_bytes()
    {
        var folder = SoundMaker.Folder();
        using var stop = new CancellationTokenSource();
        var progress = new Now<CorpusProgress>(p => Stop(p, stop));
        Assert.ThrowsAny<OperationCanceledException>(() => BuiltinCorpus.Write(folder, Small, progress, stop.Token));
        Assert.InRange(Clips(Hashes(folder)).Length, 5, 27);
        Assert.False(File.Exists(Path.Combine(folder, "truth.json")));
        Write(folder, Small);
        Assert.Equal(Hashes(Make(Small)), Hashes(folder));
    }

    [Fact]
    [Trait("Kind", "law")]
    public void A_finished_corpus_is_left_as_it_is_and_other_options_are_refused()
    {
        var folder = Make(Small);
        var wavs = Directory.GetFiles(folder, "*.wav", SearchOption.AllDirectories);
        var written = wavs.Select(File.GetLastWriteTimeUtc).ToArray();
        Write(folder, Small);
        Assert.Equal(written, wavs.Select(File.GetLastWriteTimeUtc));
        var error = Assert.Throws<BadFileException>(() => Write(folder, Small with { Seed = 9 }));
        Assert.Contains("other options", error.Problem);
        Assert.Contains("another folder", error.Mend);
    }

    [Fact]
    [Trait("Kind", "law")]
    public void A_folder_with_other_files_is_refused()
    {
        var folder = CorpusMaker.Folder("mine.txt");
        Assert.Throws<BadFileException>(() => Write(folder, Small));
        Assert.Single(Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    [Trait("Kind", "law")]
    public void What_goes_wrong_with_one_clip_is_the_error_itself()
    {
        var folder = Make(Small with { Phrases = 1 });
        Directory.Delete(Path.Combine(folder, "F01_sad"), recursive: true);
        File.WriteAllText(Path.Combine(folder, "F01_sad"), "a file where a folder should be");
        Assert.Throws<BadFileException>(() => Write(folder, Small with { Phrases = 1 }));
    }

    [Fact]
    [Trait("Kind", "law")]
    public void Bad_options_are_listed_all_at_once()
    {
        var options = new BuiltinOptions
        {
            Speakers = 0,
            Phrases = 100_000,
            CueStrength = double.NaN,
            Shortcuts = [new Shortcut(ShortcutKind.Tone, "ennui") { Hz = 50_000, Speakers = ["M01"] }],
        };
        var problem = Assert.Throws<BadOptionException>(options.Validate).Problem;
        Assert.All(["Speakers", "Phrases", "CueStrength", "ennui", "Hz", "M01"], word => Assert.Contains(word, problem));
    }

    [Fact]
    [Trait("Kind", "law")]
    public void There_are_two_hundred_words_and_more_and_none_comes_twice()
    {
        var words = BuiltinWords.Choose(BuiltinWords.Count, seed: 1);
        Assert.InRange(words.Distinct().Count(), 200, words.Count);
        Assert.Equal(words.Count, words.Distinct().Count());
        Assert.All(words, word => Assert.Matches("^[a-z]{2,}$", word));
        Assert.NotEqual(BuiltinWords.Choose(40, seed: 1), BuiltinWords.Choose(40, seed: 2));
    }

    internal static string Make(BuiltinOptions options)
    {
        var folder = SoundMaker.Folder();
        Write(folder, options);
        return folder;
    }

    private static void Write(string folder, BuiltinOptions options) => BuiltinCorpus.Write(folder, options);

    private static void Stop(CorpusProgress progress, CancellationTokenSource stop)
    {
        if (progress.Done == 5)
        {
            stop.Cancel();
        }
    }

    private static string[] Clips(SortedDictionary<string, string> hashes) =>
        [.. hashes.Where(pair => pair.Key.EndsWith(".wav")).Select(pair => pair.Value)];

    private static SortedDictionary<string, string> Hashes(string folder) => new(
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(
            file => Path.GetRelativePath(folder, file),
            file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))), StringComparer.Ordinal);

    /// <summary>Reports on the calling thread, unlike Progress.</summary>
    private sealed class Now<T>(Action<T> act) : IProgress<T>
    {
        public void Report(T value) => act(value);
    }
}
