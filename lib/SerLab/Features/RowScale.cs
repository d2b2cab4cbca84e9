namespace SerLab.Features;

/// <summary>How each row of a clip's features is scaled: a value becomes (value − centre) / scale of its row.</summary>
/// <param name="Centre">What becomes 0 [row].</param>
/// <param name="Scale">What becomes 1 from there [row], above 0.</param>
public sealed record RowScale(IReadOnlyList<double> Centre, IReadOnlyList<double> Scale)
{
    /// <summary>Scales the features of one clip in place.</summary>
    /// <param name="clip">Its features […, row, frame], C order.</param>
    /// <param name="frames">Length of the last axis; 1 for features [row].</param>
    public void Apply(Span<float> clip, int frames)
    {
        for (var (start, row) = (0, 0); start < clip.Length; start += frames, row = (row + 1) % Centre.Count)
        {
            var (centre, factor) = ((float)Centre[row], (float)(1 / Scale[row]));
            var line = clip.Slice(start, frames);
            for (var i = 0; i < line.Length; i++)
            {
                line[i] = (line[i] - centre) * factor;
            }
        }
    }

    /// <summary>Whether it has so many rows, all of them finite and no scale 0 or below.</summary>
    internal bool Fits(int rows) =>
        Centre.Count == rows && Scale.Count == rows
        && Centre.All(double.IsFinite) && Scale.All(scale => scale > 0 && double.IsFinite(scale));
}
