using SerLab.Corpora;

namespace SerLab.Features;

/// <summary>
/// Brings each row of a clip to mean 0 and variance 1 over that clip's own frames; a row that is constant in the clip
/// becomes 0. Nothing is fitted, so nothing can leak; the clip's level and colour are lost with the means.
/// </summary>
public sealed record UtteranceScaler : Scaler
{
    private protected override IReadOnlyList<RowScale> Choose(
        ReadOnlySpan<float> values, RowLayout layout, IReadOnlyList<Utterance> clips)
    {
        var scales = new RowScale[clips.Count];
        var size = values.Length / Math.Max(1, clips.Count);
        for (var i = 0; i < clips.Count; i++)
        {
            var moments = new RowMoments(layout);
            moments.Add(values.Slice(i * size, size));
            scales[i] = moments.ToScale();
        }
        return scales;
    }

    internal override string? Problem(RowLayout layout) => layout.Frames > 1
        ? null
        : "a clip with one value a row has no statistics of its own";
}
