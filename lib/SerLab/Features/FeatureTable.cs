using SerLab.Corpora;

namespace SerLab.Features;

/// <summary>The features of a corpus.</summary>
/// <param name="Set">The set that made them.</param>
/// <param name="Utterances">Those whose recordings could be read, in the order of the corpus.</param>
/// <param name="Values">Features [utterance, …shape of the set], C order.</param>
/// <param name="LeftOut">Recordings that could not be used, and why.</param>
public sealed record FeatureTable(
    FeatureSet Set, IReadOnlyList<Utterance> Utterances, float[] Values, IReadOnlyList<LeftOut> LeftOut)
{
    /// <summary>The features of one utterance, in C order.</summary>
    public Span<float> Row(int utterance) => Values.AsSpan(utterance * Set.Size, Set.Size);

    /// <summary>The features of some utterances, one after the other.</summary>
    public float[] Rows(IReadOnlyList<int> utterances)
    {
        var rows = new float[utterances.Count * Set.Size];
        for (var i = 0; i < utterances.Count; i++)
        {
            Row(utterances[i]).CopyTo(rows.AsSpan(i * Set.Size));
        }
        return rows;
    }
}
