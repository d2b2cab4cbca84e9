using SerLab.Files;

namespace SerLab.Evaluation;

/// <summary>Counts of utterances [true label, predicted label]: rows are the truth.</summary>
/// <param name="labels">Names of the classes, in order.</param>
public sealed class ConfusionMatrix(IReadOnlyList<string> labels)
{
    private readonly int[] _counts = new int[labels.Count * labels.Count];

    /// <summary>Names of the classes, in order.</summary>
    public IReadOnlyList<string> Labels { get; } = labels;

    /// <summary>How many classes.</summary>
    public int Classes => Labels.Count;

    /// <summary>How many utterances.</summary>
    public int Total { get; private set; }

    /// <summary>How many utterances of one class were taken for another (or for itself).</summary>
    public int this[int truth, int predicted] => _counts[(truth * Classes) + predicted];

    /// <summary>Counts the rows of <paramref name="predictions"/>.</summary>
    public static ConfusionMatrix Of(Predictions predictions) => Of(
        predictions.Labels,
        [.. predictions.Rows.Select(r => r.Truth)],
        [.. predictions.Rows.Select(r => r.Predicted)]);

    /// <summary>Counts pairs of class indexes.</summary>
    /// <param name="labels">Names of the classes.</param>
    /// <param name="truth">Index of the true class [utterance].</param>
    /// <param name="predicted">Index of the predicted class [utterance].</param>
    public static ConfusionMatrix Of(IReadOnlyList<string> labels, int[] truth, int[] predicted)
    {
        var matrix = new ConfusionMatrix(labels);
        foreach (var (t, p) in truth.Zip(predicted))
        {
            matrix.AddCell((t * labels.Count) + p);
        }

        return matrix;
    }

    /// <summary>Utterances that truly are of the class.</summary>
    public int Support(int label)
    {
        var sum = 0;
        for (var predicted = 0; predicted < Classes; predicted++)
        {
            sum += this[label, predicted];
        }

        return sum;
    }

    /// <summary>Utterances that were taken for the class.</summary>
    public int Predicted(int label)
    {
        var sum = 0;
        for (var truth = 0; truth < Classes; truth++)
        {
            sum += this[truth, label];
        }

        return sum;
    }

    /// <summary>Utterances on the diagonal: taken for what they are.</summary>
    public int Hits()
    {
        var sum = 0;
        for (var label = 0; label < Classes; label++)
        {
            sum += this[label, label];
        }

        return sum;
    }

    /// <summary>The class occurs in the truth or among the predictions.</summary>
    public bool IsSeen(int label) => Support(label) + Predicted(label) > 0;

    /// <summary>Without the classes that occur neither in the truth nor among the predictions.</summary>
    public ConfusionMatrix Seen()
    {
        int[] kept = [.. Enumerable.Range(0, Classes).Where(IsSeen)];
        var matrix = new ConfusionMatrix([.. kept.Select(label => Labels[label])]) { Total = Total };
        foreach (var (cell, (t, p)) in kept.SelectMany(t => kept.Select(p => (t, p))).Index())
        {
            matrix._counts[cell] = this[t, p];
        }

        return matrix;
    }

    /// <summary>The counts as rows [true label][predicted label].</summary>
    public int[][] Rows() => [.. _counts.Chunk(Math.Max(1, Classes))];

    /// <summary>Writes <c>confusion_matrix.csv</c>: column true_label, then a column a predicted label.</summary>
    /// <exception cref="BadFileException">The place cannot be written.</exception>
    public void WriteCsv(string path) =>
        Csv.WriteRows(
            path, ["true_label", .. Labels],
            Rows().Zip(Labels, (row, label) => (IReadOnlyList<object?>)[label, .. row.Cast<object?>()]));

    internal void AddCell(int cell)
    {
        _counts[cell]++;
        Total++;
    }

    internal void Clear()
    {
        Array.Clear(_counts);
        Total = 0;
    }
}
