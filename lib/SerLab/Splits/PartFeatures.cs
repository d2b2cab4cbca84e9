using SerLab.Corpora;
using SerLab.Features;

namespace SerLab.Splits;

/// <summary>The features of one part of a split.</summary>
public static class PartFeatures
{
    /// <summary>The rows of <paramref name="table"/> that hold the part's utterances, in the part's order.</summary>
    /// <exception cref="KeyNotFoundException">The table lacks one of them: it is of another corpus.</exception>
    public static int[] RowsIn(this Part part, FeatureTable table) => table.RowsOf(part.Utterances);

    /// <summary>The rows of a table that hold some utterances, in their order.</summary>
    /// <exception cref="KeyNotFoundException">The table lacks one of them: it is of another corpus.</exception>
    internal static int[] RowsOf(this FeatureTable table, IReadOnlyList<Utterance> utterances)
    {
        var rowOf = table.Utterances.Index().ToDictionary(u => u.Item.Id, u => u.Index, StringComparer.Ordinal);
        return [.. utterances.Select(utterance => rowOf[utterance.Id])];
    }

    /// <summary>A scaler fitted on the training part, the only part that can fit one.</summary>
    /// <exception cref="Files.BadFileException">A feature is NaN or infinite; clip and row are named.</exception>
    /// <exception cref="Files.BadOptionException">Features of this shape cannot be scaled so.</exception>
    public static Scaler FitScaler(
        this TrainPart train, FeatureTable table, ScalerKind kind = ScalerKind.Standard) =>
        Scaler.Fit(kind, table, train.RowsIn(table));
}
