using SerLab.Files;

namespace SerLab.Evaluation;

/// <summary>A model's answers on a test part: all that any metric is computed from.</summary>
public sealed class Predictions
{
    private const string ProbabilityPrefix = "p_";
    private static readonly string[] Fixed = ["file", "speaker", "true_label", "predicted_label", "correct"];

    /// <summary>Checks that every row fits the labels.</summary>
    /// <param name="labels">In the order of the model's outputs; at least one, none twice.</param>
    /// <param name="rows">In any order; it is kept.</param>
    /// <exception cref="ArgumentException">A label comes twice, or a row does not fit the labels.</exception>
    public Predictions(IReadOnlyList<string> labels, IReadOnlyList<Prediction> rows)
    {
        if (labels.Count == 0 || labels.Distinct(StringComparer.Ordinal).Count() < labels.Count)
        {
            throw new ArgumentException("Labels have to be there, each once.", nameof(labels));
        }

        if (rows.FirstOrDefault(r => !Fits(r, labels.Count)) is { } odd)
        {
            throw new ArgumentException($"{odd.File} does not fit {labels.Count} labels.", nameof(rows));
        }

        (Labels, Rows) = (labels, rows);
    }

    /// <summary>In the order of the model's outputs.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>One an utterance.</summary>
    public IReadOnlyList<Prediction> Rows { get; }

    /// <summary>The speakers that occur, in ordinal order.</summary>
    public IReadOnlyList<string> Speakers =>
        [.. Rows.Select(r => r.Speaker).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>
    /// Whether both answer the same clips, with the same labels, speakers and truth; how often and in which order does
    /// not matter.
    /// </summary>
    public bool SharesClipsWith(Predictions other) => Labels.SequenceEqual(other.Labels)
        && Clips(Rows).ToHashSet().SetEquals(Clips(other.Rows));

    /// <summary>
    /// Writes <c>predictions.csv</c>: file, speaker, true_label, predicted_label, correct, then <c>p_label</c> for each
    /// label in order. Numbers read back exactly.
    /// </summary>
    /// <exception cref="BadFileException">The place cannot be written.</exception>
    public void WriteCsv(string path) =>
        Csv.WriteRows(path, [.. Fixed, .. Labels.Select(l => ProbabilityPrefix + l)], Rows.Select(Cells));

    /// <summary>Reads what <see cref="WriteCsv"/> wrote.</summary>
    /// <exception cref="BadFileException">
    /// A column is missing, a label has no column, a cell is no number, or a predicted label is not the likeliest one.
    /// </exception>
    public static Predictions ReadCsv(string path)
    {
        var table = Csv.ReadRows(path, Fixed);
        if (table.Count == 0)
        {
            throw new BadFileException(path, "it has no rows.", "Evaluate the run again.");
        }

        // The header's order is the order of the labels, and a row keeps it.
        string[] labels =
        [
            .. table[0].Cells.Keys.Where(c => c.StartsWith(ProbabilityPrefix, StringComparison.Ordinal))
                .Select(c => c[ProbabilityPrefix.Length..]),
        ];
        return labels.Length > 0
            ? new Predictions(labels, [.. table.Select(row => Row(row, labels))])
            : throw new BadFileException(
                path, "it has no probability columns.", "Write a column p_label for each label.");
    }

    private static IEnumerable<(string File, string Speaker, int Truth)> Clips(IReadOnlyList<Prediction> rows) =>
        rows.Select(row => (row.File, row.Speaker, row.Truth));

    private IReadOnlyList<object?> Cells(Prediction row) =>
    [
        row.File, row.Speaker, Labels[row.Truth], Labels[row.Predicted], row.IsCorrect ? "true" : "false",
        .. row.Probabilities.Cast<object?>(),
    ];

    private static Prediction Row(CsvRow row, string[] labels)
    {
        double[] probabilities = [.. labels.Select(l => row.Number(ProbabilityPrefix + l))];
        var (truth, predicted) = (row["true_label"], row["predicted_label"]);
        if (!labels.Contains(truth))
        {
            throw Bad(row, $"the true label '{truth}' has no column {ProbabilityPrefix}{truth}");
        }

        var read = new Prediction(row["file"], row["speaker"], Array.IndexOf(labels, truth), probabilities);
        if (!Fits(read, labels.Length))
        {
            throw Bad(row, "a probability is not in 0..1");
        }

        return labels[read.Predicted] == predicted
            ? read
            : throw Bad(row, $"'{predicted}' is predicted, but '{labels[read.Predicted]}' is likeliest");
    }

    private static bool Fits(Prediction row, int labels) =>
        row.Truth >= 0 && row.Truth < labels && row.Probabilities.Length == labels
        && row.Probabilities.All(p => p is >= 0 and <= 1.001);

    private static BadFileException Bad(CsvRow row, string problem) =>
        new(row.Path, $"line {row.Line}: {problem}.", "Evaluate the run again.");
}
