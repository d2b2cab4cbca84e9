using SerLab.Files;

namespace SerLab.Reports;

/// <summary>One of the trainings of an experiment.</summary>
/// <param name="Folder">Its folder, below the experiment's.</param>
/// <param name="Fold">Name of the fold; empty where the split has one plan.</param>
/// <param name="Seed">Of the training.</param>
/// <param name="Clips">Test clips.</param>
/// <param name="Accuracy">On them, 0..1.</param>
/// <param name="Uar">On them, 0..1.</param>
/// <param name="BestEpoch">The epoch whose weights were kept.</param>
/// <param name="Epochs">How many there were.</param>
/// <param name="Seconds">How long it took.</param>
public sealed record RunPart(
    string Folder, string Fold, int Seed, int Clips, double Accuracy, double Uar, int BestEpoch, int Epochs,
    double Seconds)
{
    /// <summary>The line of a finished run.</summary>
    public static RunPart Of(Run run) => new(
        System.IO.Path.GetFileName(run.Folder.Path), run.Manifest.Fold, run.Manifest.Options.Training.Seed,
        run.Metrics.Clips, run.Metrics.Accuracy, run.Metrics.Uar, run.BestEpoch!.Number, run.History.Count,
        run.Manifest.Seconds);
}

/// <summary><c>runs.csv</c>: one line a training.</summary>
internal static class RunParts
{
    private static readonly string[] Columns =
        ["folder", "fold", "seed", "clips", "accuracy", "uar", "best_epoch", "epochs", "seconds"];

    public static void Write(string path, IEnumerable<RunPart> parts) =>
        Csv.WriteRows(path, Columns, parts.Select(part => new object?[]
        {
            part.Folder, part.Fold, part.Seed, part.Clips, part.Accuracy, part.Uar, part.BestEpoch, part.Epochs,
            part.Seconds,
        }));

    public static IReadOnlyList<RunPart> Read(string path) =>
        [.. Csv.ReadRows(path, Columns).Select(row => new RunPart(
            row["folder"], row["fold"], row.Whole("seed"), row.Whole("clips"), row.Number("accuracy"),
            row.Number("uar"), row.Whole("best_epoch"), row.Whole("epochs"), row.Number("seconds")))];
}
