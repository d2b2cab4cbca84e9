using SerLab.Corpora;

namespace SerLab.Features;

/// <summary>Leaves features as they are.</summary>
public sealed record NoScaler : Scaler
{
    private protected override IReadOnlyList<RowScale> Choose(
        ReadOnlySpan<float> values, RowLayout layout, IReadOnlyList<Utterance> clips)
    {
        var same = new RowScale(new double[layout.Rows], [.. Enumerable.Repeat(1.0, layout.Rows)]);
        return [.. Enumerable.Repeat(same, clips.Count)];
    }

    internal override string? Problem(RowLayout layout) => null;
}
