namespace SerLab.Features;

/// <summary>How the values of one clip stand in rows: row after row, and all rows again for each channel.</summary>
/// <param name="Rows">Rows of one channel.</param>
/// <param name="Frames">Values of a row; 1 for features without a time axis.</param>
internal readonly record struct RowLayout(int Rows, int Frames)
{
    /// <summary>The layout of [row] or […, row, frame].</summary>
    public static RowLayout Of(IReadOnlyList<int> shape) =>
        shape.Count == 1 ? new RowLayout(shape[0], 1) : new RowLayout(shape[^2], shape[^1]);
}
