using System.Runtime.Intrinsics;
using SerLab.Audio;

namespace SerLab.Features;

/// <summary>Whence the loudness of the pitch classes comes.</summary>
public enum TonnetzSource
{
    /// <summary>From the clip by <see cref="ChromaCqt"/>: librosa's default.</summary>
    ConstantQ,

    /// <summary>
    /// The same from the clip's tones alone (<see cref="HarmonicPercussive.Harmonic"/>), as in librosa's example and
    /// many notebooks.
    /// </summary>
    Harmonic,

    /// <summary>From the clip by <see cref="ChromaStft"/>: the cheapest.</summary>
    Stft,
}

/// <summary>
/// Tonal centroids [coordinate, frame]: where the pitch classes balance on the circles of fifths, minor thirds and
/// major thirds (Harte, Sandler &amp; Gasser, 2006): <c>librosa.feature.tonnetz</c>. Within −1..1, the last two within
/// −0.5..0.5; silence is 0.
/// </summary>
public sealed record Tonnetz : Feature
{
    private const int Classes = 12;

    private static readonly FeatureRow[] Coordinates =
        [.. new[] { "fifth_x", "fifth_y", "minor_third_x", "minor_third_y", "major_third_x", "major_third_y" }
            .Select(name => new FeatureRow($"tonnetz_{name}", ""))];

    // Of each circle the turn from one class to the next, in half circles, and its radius.
    private static readonly (double Turn, double Radius)[] Circles =
        [(7.0 / 6, 1), (3.0 / 2, 1), (2.0 / 3, 0.5)];

    private static readonly Projection Balance = Projection.Of(2 * Circles.Length, Classes, (row, pitchClass) =>
    {
        var (turn, radius) = Circles[row / 2];
        return radius * (row % 2 == 0 ? Math.Sin(Math.PI * turn * pitchClass) : Math.Cos(Math.PI * turn * pitchClass));
    });

    /// <summary>Whence the loudness of the pitch classes comes; librosa's default is constant-Q.</summary>
    public TonnetzSource Source { get; init; } = TonnetzSource.ConstantQ;

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureRow> Rows => Coordinates;

    /// <inheritdoc/>
    public override float[] Of(Analysis analysis) => Of(Chroma(analysis), analysis.Frames);

    private float[] Chroma(Analysis analysis) => Source switch
    {
        TonnetzSource.Stft => analysis.Of(new ChromaStft()),
        TonnetzSource.Harmonic => ChromaOfTones(analysis),
        _ => analysis.Of(new ChromaCqt()),
    };

    private static float[] ChromaOfTones(Analysis analysis)
    {
        var tones = new HarmonicPercussive(new HarmonicPercussiveOptions()).Harmonic(analysis.Clip);
        using var ofTones = analysis.Tools.Of(tones);
        return new ChromaCqt().Of(ofTones);
    }

    private static float[] Of(float[] chroma, int frames)
    {
        var shares = new FrameMatrix(Classes, frames);
        for (var row = 0; row < Classes; row++)
        {
            chroma.AsSpan(row * frames, frames).CopyTo(shares.Row(row));
        }
        DivideBySum(shares);
        var centroids = new FrameMatrix(Balance.Rows, frames);
        Balance.Apply(shares, centroids);
        return centroids.ToArray();
    }

    private static void DivideBySum(FrameMatrix chroma)
    {
        for (var frame = 0; frame < chroma.Stride; frame += FrameMatrix.Lanes)
        {
            var sum = Vector512<float>.Zero;
            for (var row = 0; row < chroma.Rows; row++)
            {
                sum += Vector512.Create<float>(chroma.PaddedRow(row)[frame..]);
            }
            for (var row = 0; row < chroma.Rows; row++)
            {
                var values = chroma.PaddedRow(row)[frame..];
                SpectralShape.Ratio(Vector512.Create<float>(values), sum).CopyTo(values);
            }
        }
    }
}
