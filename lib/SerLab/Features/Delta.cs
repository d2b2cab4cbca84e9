using SerLab.Files;

namespace SerLab.Features;

/// <summary>
/// How another feature moves: the derivative of a polynomial fitted to the frames around each one (Savitzky–Golay), of
/// order 1 the slope of a line, of order 2 the bend of a parabola: <c>librosa.feature.delta(mode="interp")</c>. At the
/// ends, frames take the derivative of the first and last whole window. A clip of fewer frames than the window, which
/// librosa refuses, is continued with its first and last frame (<c>mode="nearest"</c>).
/// </summary>
public sealed record Delta : Feature
{
    /// <summary>The feature that moves; one with a value for every frame.</summary>
    public required Feature Source { get; init; }

    /// <summary>1 for the slope (per frame), 2 for the bend (per frame, squared).</summary>
    public int Order { get; init; } = 1;

    /// <summary>Frames of the window, odd, above the order; librosa's default 9.</summary>
    public int Width { get; init; } = 9;

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureRow> Rows =>
        [.. Source.Rows.Select(row => new FeatureRow($"delta{(Order == 1 ? "" : Order)}_{row.Name}", row.Unit))];

    /// <inheritdoc/>
    public override float[] Of(Analysis analysis)
    {
        if (Order is not (1 or 2) || Width < 3 || Width % 2 == 0 || Source.IsOfClip)
        {
            throw new BadOptionException(
                $"A delta of order {Order} over {Width} frames{(Source.IsOfClip ? " of one value a clip" : "")} cannot be made.",
                "Use order 1 or 2, an odd width of 3 or more, and a feature with a value for every frame.");
        }
        var (source, frames, weights) = (analysis.Of(Source), analysis.Frames, Weights());
        var values = new float[source.Length];
        for (var row = 0; row < source.Length / frames; row++)
        {
            Differentiate(source.AsSpan(row * frames, frames), weights, values.AsSpan(row * frames, frames));
        }
        return values;
    }

    private void Differentiate(ReadOnlySpan<float> source, double[] weights, Span<float> target)
    {
        var (half, last) = (Width / 2, source.Length - 1);
        for (var frame = 0; frame < target.Length; frame++)
        {
            var centre = source.Length < Width ? frame : Math.Clamp(frame, half, last - half);
            var sum = 0.0;
            for (var i = 0; i < weights.Length; i++)
            {
                sum += weights[i] * source[Math.Clamp(centre + i - half, 0, last)];
            }
            target[frame] = (float)sum;
        }
    }

    // Least squares on t = −half..half: the slope is Σ t·x / Σ t², the bend twice Σ (t² − mean t²)·x / Σ (t² − mean t²)².
    private double[] Weights()
    {
        double[] times = [.. Enumerable.Range(-(Width / 2), Width).Select(t => (double)t)];
        var squares = times.Average(t => t * t);
        double[] shape = Order == 1 ? times : [.. times.Select(t => t * t - squares)];
        var scale = Order / shape.Sum(s => s * s);
        return [.. shape.Select(s => scale * s)];
    }
}
