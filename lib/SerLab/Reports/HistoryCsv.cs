using SerLab.Files;
using SerLab.Training;

namespace SerLab.Reports;

/// <summary><c>history.csv</c>: one line an epoch.</summary>
internal static class HistoryCsv
{
    private static readonly string[] Columns =
    [
        "epoch", "train_loss", "train_accuracy", "train_uar", "val_loss", "val_accuracy", "val_uar",
        "learning_rate", "seconds",
    ];

    public static void Write(string path, IReadOnlyList<Epoch> history) =>
        Csv.WriteRows(path, Columns, history.Select(epoch => new object?[]
        {
            epoch.Number, epoch.Train.Loss, epoch.Train.Accuracy, epoch.Train.Uar,
            epoch.Validation.Loss, epoch.Validation.Accuracy, epoch.Validation.Uar, epoch.LearningRate, epoch.Seconds,
        }));

    public static IReadOnlyList<Epoch> Read(string path) =>
        [.. Csv.ReadRows(path, Columns).Select(row => new Epoch(
            row.Whole("epoch"),
            new Score(row.Number("train_loss"), row.Number("train_accuracy"), row.Number("train_uar")),
            new Score(row.Number("val_loss"), row.Number("val_accuracy"), row.Number("val_uar")),
            row.Number("learning_rate"), row.Number("seconds")))];
}
