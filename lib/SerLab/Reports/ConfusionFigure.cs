using SerLab.Figures;

namespace SerLab.Reports;

/// <summary>
/// Which emotion was taken for which. Rows are the truth, columns the prediction; a cell says the count and its percent
/// of the row, and the percent colours it.
/// </summary>
public static class ConfusionFigure
{
    /// <summary>Draws a confusion matrix.</summary>
    /// <param name="labels">The classes in the order of rows and columns.</param>
    /// <param name="counts">[truth, prediction] clips.</param>
    /// <param name="title">What was tested; UAR, which leaves out classes without a clip, is added.</param>
    /// <param name="note">How the data were split.</param>
    public static Figure Of(IReadOnlyList<string> labels, int[,] counts, string title, string note = "")
    {
        var matrix = new Matrix(labels, counts);
        var cells = new MatrixChart(labels, labels, matrix.Shares, matrix.Texts);
        var uar = $"UAR {Wording.Percent(matrix.Uar, 1)}";
        var accuracy = $"accuracy {Wording.Percent(matrix.Accuracy, 1)} of {Wording.Count(matrix.Total)} clips";
        return new($"{title}: {uar}", $"{uar}, {accuracy}{matrix.BestAndWorst()}.")
        {
            Note = note,
            Width = Math.Max(560, 180 + 78 * labels.Count),
            Height = 170 + 58 * labels.Count,
            Panels =
            [
                new(Names("predicted"), Names("truth") with { IsReversed = true })
                {
                    Charts = [cells, new CellTextChart(cells)],
                },
            ],
        };
    }

    private static Axis Names(string title) => new(title) { IsCategory = true, HasGrid = false };

    private sealed class Matrix(IReadOnlyList<string> labels, int[,] counts)
    {
        private readonly int[] _rows =
            [.. labels.Select((_, row) => labels.Select((_, column) => counts[row, column]).Sum())];

        public long Total => _rows.Sum(row => (long)row);

        public double Accuracy => labels.Select((_, i) => (double)counts[i, i]).Sum() / Total;

        public double Uar => Filled.Select(Recall).DefaultIfEmpty(double.NaN).Average();

        public double[,] Shares => Fill((row, column) => (double)counts[row, column] / _rows[row]);

        public string[,] Texts => Fill((row, column) =>
            _rows[row] == 0 ? "–" : $"{counts[row, column]}\n{Wording.Percent(Shares[row, column])}");

        public string BestAndWorst()
        {
            if (!Filled.Any())
                return "";
            var (best, worst) = (Filled.MaxBy(Recall), Filled.MinBy(Recall));
            var recalls = $"; {labels[best]} is recalled best ({Wording.Percent(Recall(best))})";
            var errors = _rows[worst] - counts[worst, worst];
            return best == worst || errors == 0
                ? recalls
                : $"{recalls}, {labels[worst]} worst ({Wording.Percent(Recall(worst))}), " +
                  $"most often taken for {labels[TakenFor(worst)]}";
        }

        private IEnumerable<int> Filled => Enumerable.Range(0, labels.Count).Where(row => _rows[row] > 0);

        private double Recall(int row) => (double)counts[row, row] / _rows[row];

        private int TakenFor(int row) =>
            Enumerable.Range(0, labels.Count).Where(column => column != row).MaxBy(column => counts[row, column]);

        private T[,] Fill<T>(Func<int, int, T> cell)
        {
            var cells = new T[labels.Count, labels.Count];
            for (var row = 0; row < labels.Count; row++)
                for (var column = 0; column < labels.Count; column++)
                    cells[row, column] = cell(row, column);
            return cells;
        }
    }
}
