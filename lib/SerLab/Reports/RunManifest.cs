using System.Runtime.InteropServices;
using SerLab.Corpora;
using SerLab.Files;

namespace SerLab.Reports;

/// <summary>What was run, on what and with what; enough to run it again.</summary>
/// <param name="Options">All that the user chose.</param>
/// <param name="Key">Hash of the options and the data: the same key gives the same bytes on one machine.</param>
/// <param name="Command">The command line or the call that started it.</param>
/// <param name="Data">The corpus.</param>
/// <param name="SplitDescription">
/// What the split shares between its sides, and what else a reader of the score must know.
/// </param>
/// <param name="Versions">SerLab, .NET, libtorch and the operating system.</param>
/// <param name="Processors">Processors of the machine.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Fold">Name of the fold; empty where the split has one plan, and for all folds together.</param>
public sealed record RunManifest(
    ExperimentOptions Options, string Key, string Command, DataSummary Data, string SplitDescription,
    IReadOnlyDictionary<string, string> Versions, int Processors, double Seconds,
    string Fold = "")
{
    /// <summary>The versions that made this process.</summary>
    public static IReadOnlyDictionary<string, string> CurrentVersions { get; } =
        new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["serlab"] = typeof(RunManifest).Assembly.GetName().Version?.ToString(3) ?? "unknown",
        ["dotnet"] = Environment.Version.ToString(),
        ["libtorch"] = TorchSharp.torch.__version__,
        ["system"] = RuntimeInformation.OSDescription,
    };
}

/// <summary>The recordings of a run.</summary>
/// <param name="Corpus">Name of the corpus.</param>
/// <param name="Folder">Where it was read.</param>
/// <param name="Hash">Hash of every recording's labels and content.</param>
/// <param name="Utterances">Recordings used.</param>
/// <param name="LeftOut">Recordings not used, and why.</param>
public sealed record DataSummary(
    string Corpus, string Folder, string Hash, int Utterances, IReadOnlyList<LeftOut> LeftOut)
{
    /// <summary>
    /// Hash of what a run learns from: each recording's id, speaker, emotion, phrase and bytes, in the order of the
    /// corpus. A recording that cannot be read counts as such.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled between two recordings.</exception>
    public static string HashOf(IReadOnlyList<Utterance> utterances, CancellationToken cancel = default)
    {
        var lines = new string[utterances.Count];
        var parallel = new ParallelOptions { CancellationToken = cancel };
        Parallel.For(0, lines.Length, parallel, i => lines[i] = Line(utterances[i]));
        return ContentHash.OfText(string.Join('\n', lines));
    }

    private static string Line(Utterance u) =>
        string.Join('\t', u.Id, u.Speaker, u.Emotion, u.Phrase, ContentOf(u.File));

    private static string ContentOf(string file)
    {
        try
        {
            return ContentHash.OfFile(file);
        }
        catch (BadFileException)
        {
            return "unreadable"; // the features leave it out and say why
        }
    }
}
