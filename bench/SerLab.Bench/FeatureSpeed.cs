using SerLab.Audio;
using SerLab.Corpora;
using SerLab.Features;
using SerLab.Files;
using TorchSharp;
using static System.FormattableString;

namespace SerLab.Bench;

/// <summary>
/// Clips a second of the feature sets, features alone, warm, on one thread, beside librosa on the same clips; then on
/// two threads. Where Python has no librosa, ours are told beside what libtorch needs for the least of it.
/// </summary>
internal static class FeatureSpeed
{
    private const int Clips = 200;
    private const double ClipSeconds = 3;

    private const string Beginning =
        "One thread, beside librosa as people call it, each function of the clip, then with one STFT shared by hand;";

    private const string ReferenceBlas =
        "\nIts products take many times as long as with the OpenBLAS that pip's numpy has: this is no fair peer.";

    private const string Missing =
        "librosa is missing, so only ours are told. Debian does not have it; to measure it, too:\n" +
        "  /usr/bin/python3 -m venv .venv && .venv/bin/pip install librosa==0.11.0\n" +
        "  PYTHON=.venv/bin/python ./lab bench features";

    private static readonly string[] PeerSets = ["fs2", "fs1", "frames187"];

    public static void Run(string[] arguments)
    {
        torch.set_num_threads(1);
        var clips = arguments is [var corpus, ..]
            ? OfCorpus(corpus)
            : [.. Enumerable.Range(1, Clips).Select(seed => SpeechLike.Clip(seed, ClipSeconds))];
        var sets = FeatureSets.Names.Select(name => FeatureSets.Create(new FeatureOptions { Set = name })).ToArray();
        var seconds = clips.Average(clip => clip.Duration);
        Console.WriteLine(Invariant(
            $"{clips.Length} clips of {seconds:0.0} s; features alone, warm; medians of runs in turns\n"));
        var folder = Directory.CreateTempSubdirectory("serlab-bench-").FullName;
        try
        {
            BesidePeers(sets, clips, folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
        OnTwoThreads(sets, clips);
    }

    private static void BesidePeers(FeatureSet[] sets, Clip[] clips, string folder)
    {
        for (var i = 0; i < clips.Length; i++)
        {
            Npy.Write(Path.Combine(folder, "clips", $"{i:000}.npy"), [clips[i].Samples.Length], clips[i].Samples);
        }
        BesideLibrosa(sets, clips, folder);
        BesideTheLeast(sets.Single(set => set.Options.Set == "fs2"), clips, folder);
    }

    private static Clip[] OfCorpus(string folder) => [.. CorpusReader.ReadAny(folder).Utterances.Take(Clips)
        .Select(utterance => AudioFile.Load(utterance.File, FeatureSets.Rate))];

    private static void BesideLibrosa(FeatureSet[] sets, Clip[] clips, string folder)
    {
        using var librosa = new Peer(Peer.NamedPython, "features_librosa.py", Path.Combine(folder, "clips"));
        Console.WriteLine(librosa.Greeting switch
        {
            "missing" => Missing,
            var slow when slow.Contains("reference BLAS") => $"{Beginning} {slow}. {ReferenceBlas}",
            var greeting => $"{Beginning} {greeting}.",
        });
        if (librosa.Greeting != "missing")
        {
            Console.Write("\n" + Markdown.Table(
                ["set", "SerLab clips/s", "librosa clips/s", "times", "librosa, shared", "times", "largest difference"],
                sets.Where(IsPeers).Select(set => Beside(librosa, set, clips, folder)), firstNumber: 1));
        }
        var ours = librosa.Greeting == "missing" ? sets : sets.Where(set => !IsPeers(set));
        Console.Write("\n" + Markdown.Table(["set, one thread", "SerLab clips/s"], ours.Select(set =>
            new[] { set.Options.Set, PerSecond(clips, Turns.Seconds(Pass(set, clips))) }), firstNumber: 1));
    }

    private static bool IsPeers(FeatureSet set) => PeerSets.Contains(set.Options.Set);

    private static string[] Beside(Peer librosa, FeatureSet set, Clip[] clips, string folder)
    {
        var (name, pass) = (set.Options.Set, Pass(set, clips));
        var difference = new[] { "called", "shared" }.Max(way => Difference(librosa, set, clips[0], way, folder));
        pass();
        var called = Turns.Of(() => Turns.Seconds(pass), () => Turns.Seconds(librosa, $"time {name} called"));
        var shared = Turns.Of(() => Turns.Seconds(pass), () => Turns.Seconds(librosa, $"time {name} shared"));
        return
        [
            name, PerSecond(clips, called.First), PerSecond(clips, called.Second), Times(called.Ratio),
            PerSecond(clips, shared.Second), Times(shared.Ratio), Markdown.Digits(difference),
        ];
    }

    // Both do the same work: the arrays of the first clip are compared.
    private static double Difference(Peer librosa, FeatureSet set, Clip clip, string way, string folder)
    {
        var file = Path.Combine(folder, $"{set.Options.Set}.npy");
        librosa.Ask($"save {set.Options.Set} {way} {file}");
        var theirs = Npy.Read(file).ToFloats();
        return set.Compute(clip).Zip(theirs, (a, b) => Math.Abs((double)a - b)).Max();
    }

    private static void BesideTheLeast(FeatureSet fs2, Clip[] clips, string folder)
    {
        using var libtorch = new Peer(Peer.SystemPython, "melspectrogram_pytorch.py", Path.Combine(folder, "clips"));
        var pass = Pass(fs2, clips);
        var turns = Turns.Of(() => Turns.Seconds(pass), () => Turns.Seconds(libtorch, "time"));
        Console.WriteLine(Invariant(
            $"\nNear the limit: bare STFT, mel product and log10 in {libtorch.Greeting}, float32, one thread: ") +
            $"{PerSecond(clips, turns.Second)} clips/s; fs2 does {Times(turns.Ratio)} that.\n");
    }

    private static void OnTwoThreads(FeatureSet[] sets, Clip[] clips)
    {
        Console.Write(Markdown.Table(["set", "two threads clips/s", "times one"], sets.Select(set =>
        {
            var turns = Turns.Of(
                () => Turns.Seconds(() => Together(set, clips)), () => Turns.Seconds(Pass(set, clips)));
            return new[] { set.Options.Set, PerSecond(clips, turns.First), Times(turns.Ratio) };
        }), firstNumber: 1));
    }

    private static Action Pass(FeatureSet set, Clip[] clips) => () =>
    {
        foreach (var clip in clips)
        {
            set.Compute(clip);
        }
    };

    private static void Together(FeatureSet set, Clip[] clips) =>
        Parallel.ForEach(clips, new ParallelOptions { MaxDegreeOfParallelism = 2 }, clip => set.Compute(clip));

    private static string PerSecond(Clip[] clips, double seconds) =>
        Invariant($"{clips.Length / seconds:N0}");

    private static string Times(double ratio) => Invariant($"{ratio:0.00}");
}
