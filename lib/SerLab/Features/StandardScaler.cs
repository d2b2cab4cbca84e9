using SerLab.Splits;

namespace SerLab.Features;

/// <summary>
/// Brings each row of features (each mel band) to mean 0 and variance 1: scikit-learn's <c>StandardScaler</c> with the
/// frames of all clips as samples. It can only be fitted on the training part of a split.
/// </summary>
/// <param name="Mean">Mean of each row [row].</param>
/// <param name="Scale">Standard deviation (population) of each row [row]; 1 for a row that is constant.</param>
public sealed record StandardScaler(float[] Mean, float[] Scale)
{
    /// <summary>Measures the rows of the training part.</summary>
    public static StandardScaler Fit(FeatureTable table, TrainPart train)
    {
        var rows = table.Set.Shape[^2];
        var frames = table.Set.Shape[^1];
        var (sum, squares) = (new double[rows], new double[rows]);
        var members = PartRows.Of(table, train);
        foreach (var utterance in members)
        {
            Add(table.Row(utterance), frames, sum, squares);
        }
        return FromSums(sum, squares, (double)members.Length * frames);
    }

    /// <summary>Scales features [example, …, row, frame] in place.</summary>
    public void Apply(Span<float> values, int frames)
    {
        for (var (start, row) = (0, 0); start < values.Length; start += frames, row = (row + 1) % Mean.Length)
        {
            var (mean, factor) = (Mean[row], 1 / Scale[row]);
            var line = values.Slice(start, frames);
            for (var i = 0; i < line.Length; i++)
            {
                line[i] = (line[i] - mean) * factor;
            }
        }
    }
}
