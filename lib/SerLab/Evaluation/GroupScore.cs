using SerLab.Files;

namespace SerLab.Evaluation;

/// <summary>How well a model does on one group of clips, such as one speaker's. Shares are 0..1.</summary>
/// <param name="By">What groups them: <c>speaker</c>, <c>sex</c>, <c>intensity</c>, <c>phrase</c>.</param>
/// <param name="Group">The group's name.</param>
/// <param name="Clips">Answers in it.</param>
/// <param name="Speakers">Speakers in it.</param>
/// <param name="Emotions">Emotions that occur in it, the mean of whose recalls is its UAR.</param>
/// <param name="Accuracy">Share of its clips recognised.</param>
/// <param name="AccuracyLow">Lower end of the 95 % interval over its clips; null where there is none.</param>
/// <param name="AccuracyHigh">Upper end.</param>
/// <param name="Uar">Unweighted average recall.</param>
/// <param name="UarLow">Lower end of the 95 % interval over its clips; null where there is none.</param>
/// <param name="UarHigh">Upper end.</param>
/// <param name="IsSmall">It has too few clips for a verdict.</param>
/// <param name="IsBelow">
/// Its UAR is below that of all clips by more than noise: an interval corrected for the number of groups (Bonferroni)
/// ends below it.
/// </param>
public sealed record GroupScore(
    string By, string Group, int Clips, int Speakers, int Emotions, double Accuracy, double? AccuracyLow,
    double? AccuracyHigh, double Uar, double? UarLow, double? UarHigh, bool IsSmall, bool IsBelow)
{
    private static readonly string[] Columns =
    [
        "by", "group", "clips", "speakers", "emotions", "accuracy", "accuracy_low", "accuracy_high", "uar", "uar_low",
        "uar_high", "small", "below",
    ];

    /// <summary>Writes <c>groups.csv</c>, a line a group.</summary>
    /// <exception cref="BadFileException">The place cannot be written.</exception>
    public static void WriteCsv(string path, IEnumerable<GroupScore> groups) => Csv.WriteRows(
        path, Columns, groups.Select(g => new object?[]
        {
            g.By, g.Group, g.Clips, g.Speakers, g.Emotions, g.Accuracy, g.AccuracyLow, g.AccuracyHigh, g.Uar, g.UarLow,
            g.UarHigh, g.IsSmall ? "true" : "false", g.IsBelow ? "true" : "false",
        }));

    /// <summary>Reads what <see cref="WriteCsv"/> wrote.</summary>
    /// <exception cref="BadFileException">A column is missing or a cell is no number.</exception>
    public static IReadOnlyList<GroupScore> ReadCsv(string path) =>
    [
        .. Csv.ReadRows(path, Columns).Select(row => new GroupScore(
            row["by"], row["group"], row.Whole("clips"), row.Whole("speakers"), row.Whole("emotions"),
            row.Number("accuracy"), End(row, "accuracy_low"), End(row, "accuracy_high"), row.Number("uar"),
            End(row, "uar_low"), End(row, "uar_high"), row.Truth("small"), row.Truth("below"))),
    ];

    private static double? End(CsvRow row, string column) =>
        row.Optional(column) is null ? null : row.Number(column);
}
