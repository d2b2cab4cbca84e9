using SerLab.Evaluation;
using SerLab.Files;
using SerLab.Training;

namespace SerLab.Reports;

/// <summary>A finished run, as its folder holds it.</summary>
/// <param name="Folder">Where its files lie.</param>
/// <param name="Manifest">What was run.</param>
/// <param name="History">An entry an epoch; empty where it is several trainings.</param>
/// <param name="Predictions">The answers on the test part; of several folds together, of the first seed.</param>
/// <param name="Metrics">The scores on the test part.</param>
public sealed record Run(
    RunFolder Folder, RunManifest Manifest, IReadOnlyList<Epoch> History, Predictions Predictions,
    MetricsReport Metrics)
{
    /// <summary>Reads a run folder.</summary>
    /// <exception cref="BadFileException">The folder holds no finished run, or a file of it is broken.</exception>
    public static Run Load(string path)
    {
        var folder = new RunFolder(path);
        if (!folder.IsFinished)
        {
            throw new BadFileException(path, "holds no finished run.", "Name a folder that `serlab train` wrote.");
        }
        var isPooled = File.Exists(folder.Runs);
        return new Run(
            folder, Json.Read<RunManifest>(folder.Manifest), isPooled ? [] : HistoryCsv.Read(folder.History),
            Predictions.ReadCsv(folder.Predictions), Json.Read<MetricsReport>(folder.Metrics))
        {
            Parts = isPooled ? RunParts.Read(folder.Runs) : [],
            Seeds = isPooled ? SeedScores.Read(folder.Seeds) : [],
        };
    }

    /// <summary>The trainings it is made of, a line each fold and seed; empty where it is one training.</summary>
    public IReadOnlyList<RunPart> Parts { get; init; } = [];

    /// <summary>What each seed comes to; empty where it is one training.</summary>
    public IReadOnlyList<SeedScore> Seeds { get; init; } = [];

    /// <summary>The epoch whose weights were kept; null where it is several trainings.</summary>
    public Epoch? BestEpoch =>
        History.Count == 0 ? null : History.Best(Manifest.Options.Training.Watch);

    /// <summary>The split, as tables and figures call it: <c>random split</c>, <c>unseen speakers</c>, …</summary>
    public string SplitName => Manifest.Options.Split.Keeps switch
    {
        Splits.SplitKey.Speaker => "unseen speakers",
        Splits.SplitKey.Phrase => "unseen phrases",
        Splits.SplitKey.SpeakerAndPhrase => "unseen speakers and phrases",
        Splits.SplitKey.Corpus => "unseen corpus",
        _ => Manifest.Options.Split is Splits.FileFolds ? "split from a file" : "random split",
    };
}
