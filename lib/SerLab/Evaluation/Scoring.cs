namespace SerLab.Evaluation;

/// <summary>The metric of a choice of rows; a row may come more than once.</summary>
internal delegate double RowScore(ReadOnlySpan<int> rows);

internal static class Scoring
{
    /// <summary>Counts into one matrix that is used again for every choice.</summary>
    public static RowScore ByCounts(Predictions predictions, Func<ConfusionMatrix, double> metric)
    {
        int[] cells = [.. predictions.Rows.Select(r => (r.Truth * predictions.Labels.Count) + r.Predicted)];
        var matrix = new ConfusionMatrix(predictions.Labels);
        return rows =>
        {
            matrix.Clear();
            foreach (var row in rows)
            {
                matrix.AddCell(cells[row]);
            }

            return metric(matrix);
        };
    }

    public static RowScore ByRows(Predictions predictions, Func<Predictions, double> metric) =>
        rows =>
        {
            var drawn = new Prediction[rows.Length];
            for (var i = 0; i < rows.Length; i++)
            {
                drawn[i] = predictions.Rows[rows[i]];
            }

            return metric(new Predictions(predictions.Labels, drawn));
        };
}
