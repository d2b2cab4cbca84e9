using SerLab.Corpora;

namespace SerLab.Features;

/// <summary>
/// Brings each row to mean 0 and variance 1: scikit-learn's <c>StandardScaler</c> with the frames of all clips of the
/// training part as samples.
/// </summary>
/// <param name="Mean">Mean of each row [row].</param>
/// <param name="Scale">Standard deviation (population) of each row [row]; 1 for a row that is constant.</param>
public sealed record StandardScaler(IReadOnlyList<double> Mean, IReadOnlyList<double> Scale) : Scaler
{
    private protected override IReadOnlyList<RowScale> Choose(
        ReadOnlySpan<float> values, RowLayout layout, IReadOnlyList<Utterance> clips) =>
        [.. Enumerable.Repeat(new RowScale(Mean, Scale), clips.Count)];

    internal override string? Problem(RowLayout layout) => new RowScale(Mean, Scale).Fits(layout.Rows)
        ? null
        : $"the scaler needs {layout.Rows} means and as many scales above 0";

    internal static StandardScaler Fit(FeatureTable table, IReadOnlyList<int> utterances)
    {
        var moments = new RowMoments(RowLayout.Of(table.Set.Shape));
        foreach (var utterance in utterances)
        {
            moments.Add(table.Row(utterance));
        }
        var (mean, scale) = moments.ToScale();
        return new StandardScaler(mean, scale);
    }
}
