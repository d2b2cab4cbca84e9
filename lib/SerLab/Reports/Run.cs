using SerLab.Evaluation;
using SerLab.Files;
using SerLab.Training;

namespace SerLab.Reports;

/// <summary>A finished run, as its folder holds it.</summary>
/// <param name="Folder">Where its files lie.</param>
/// <param name="Manifest">What was run.</param>
/// <param name="History">An entry an epoch.</param>
/// <param name="Predictions">The answers on the test part.</param>
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
        return new Run(
            folder, Json.Read<RunManifest>(folder.Manifest), HistoryCsv.Read(folder.History),
            Predictions.ReadCsv(folder.Predictions), Json.Read<MetricsReport>(folder.Metrics));
    }

    /// <summary>The epoch whose weights were kept.</summary>
    public Epoch BestEpoch => History.MaxBy(epoch => (epoch.Validation.Uar, -epoch.Validation.Loss))!;

    /// <summary>The split, as tables and figures call it: <c>random split</c>, <c>unseen speakers</c>, …</summary>
    public string SplitName => Manifest.Options.Split.Keeps switch
    {
        Splits.SplitKey.Speaker => "unseen speakers",
        Splits.SplitKey.Phrase => "unseen phrases",
        _ => "random split",
    };
}
