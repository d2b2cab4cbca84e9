using SerLab.Cli.Tests;

[assembly: AssemblyFixture(typeof(SmallCorpus))]

namespace SerLab.Cli.Tests;

/// <summary>A small built-in corpus with two runs on it, made once for all tests and only read by them.</summary>
public sealed class SmallCorpus : IDisposable
{
    public SmallCorpus()
    {
        ProgramRun.Serlab("corpus", "synth", Corpus, "--speakers", "3", "--phrases", "4").Ended(0);
        Random = Train("random");
        Speaker = Train("speaker");
    }

    /// <summary>84 clips: 3 speakers, 4 phrases, 7 emotions.</summary>
    public string Corpus { get; } = Path.Combine(Folders.New(), "small corpus");

    /// <summary>A finished run on a random split.</summary>
    public string Random { get; }

    /// <summary>A finished run with an unseen speaker.</summary>
    public string Speaker { get; }

    public string Clip => Path.Combine(Corpus, "F01_angry", Path.GetFileName(Clips("F01_angry")[0]));

    public string[] Clips(string folder) =>
        [.. Directory.GetFiles(Path.Combine(Corpus, folder)).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(Corpus)!, recursive: true);

    private string Train(string split)
    {
        var run = Path.Combine(Path.GetDirectoryName(Corpus)!, split);
        string[] how = ["--features", "mel128", "--epochs", "2", "--split", split, "--out", run, "--quiet"];
        ProgramRun.Serlab(["train", Corpus, .. how]).Ended(0);
        return run;
    }
}
