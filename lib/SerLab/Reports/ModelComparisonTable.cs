using SerLab.Evaluation;
using SerLab.Files;

namespace SerLab.Reports;

/// <summary>A comparison of models as a table, for a person and for a program.</summary>
internal static class ModelComparisonTable
{
    private const int WidestSettings = 40; // what is longer goes below the table

    private static readonly string[] Header = // after the names
    [
        "parameters", "accuracy %", "UAR %", "to best", "p", "macro F1", "best epoch", "seconds",
    ];

    private static readonly string[] Columns =
    [
        "run", "model", "features", "settings", "parameters", "test_clips", "test_speakers", "accuracy", "accuracy_low",
        "accuracy_high", "uar", "uar_low", "uar_high", "uar_seeds_mean", "uar_seeds_deviation", "macro_f1",
        "best_epoch", "seconds", "to_best", "to_best_low", "to_best_high", "p", "smallest_shown", "is_paired", "is_noise",
    ];

    public static string ToText(ModelComparison comparison)
    {
        var longest = comparison.Rows.Max(row => row.Settings.Length);
        var names = longest is > 0 and <= WidestSettings
            ? new[] { "run", "model", "features", "settings" }
            : ["run", "model", "features"];
        var below = longest <= WidestSettings ? "" : "\nSettings that differ:\n" + string.Concat(
            comparison.Rows.Select(row => $"  {row.Run}: {row.Settings}\n"));
        var marks = comparison.Rows.Max(row => Marks(row).Length);
        var rows = comparison.Rows.Select(row => (string[])[.. Names(row).Take(names.Length), .. Numbers(row, marks)]);
        var table = TextTable.Render([.. names, .. Header], names.Length, [.. rows]);
        return $"{table}{below}\n{string.Join('\n', comparison.Notes)}\n";
    }

    public static void WriteCsv(ModelComparison comparison, string path) =>
        Csv.WriteRows(path, Columns, comparison.Rows.Select(row =>
        {
            var (accuracy, uar, toBest) = (row.Scores.Accuracy, row.Scores.Uar, row.Scores.ToBest);
            return new object?[]
            {
                row.Run, row.Model, row.Features, row.Settings, row.Parameters, row.Scores.TestClips,
                row.Scores.TestSpeakers, accuracy.Value, accuracy.Low, accuracy.High, uar.Value, uar.Low, uar.High,
                row.UarOverSeeds?.Mean, row.UarOverSeeds?.Deviation, row.Scores.MacroF1, row.BestEpoch, row.Seconds,
                toBest?.Value, toBest?.Low, toBest?.High, row.Scores.PValue, row.Scores.SmallestShown,
                Word(row.Scores.IsPaired), Word(row.Scores.IsNoise),
            };
        }));

    private static string[] Names(ModelRow row) => [row.Run, row.Model, row.Features, row.Settings];

    private static string[] Numbers(ModelRow row, int marks) =>
    [
        row.Parameters is { } count ? Wording.Count(count) : "-",
        TextTable.Percent(row.Scores.Accuracy with { Low = null }),
        TextTable.Percent(row.Scores.Uar),
        (row.Scores.ToBest is { } toBest ? TextTable.Percent(toBest) : "best") + Marks(row).PadRight(marks),
        row.Scores.PValue is { } p ? (p < 0.001 ? "<0.001" : Wording.Text(p, "0.000")) : "-",
        Wording.Text(row.Scores.MacroF1, "0.000"),
        row.BestEpoch is { } epoch ? $"{epoch}" : "-",
        Wording.Text(row.Seconds, "0"),
    ];

    /// <summary>What the notes explain.</summary>
    private static string Marks(ModelRow row) =>
        $"{(row.Scores.IsNoise ? " ~" : "")}{(row.Scores.IsPaired ? "" : " *")}";

    private static string Word(bool value) => value ? "true" : "false";
}
