namespace SerLab.Audio;

/// <summary>
/// Numbers over time [row, frame]: the bins of a spectrogram, mel bands, features. Rows are padded to whole vectors, so
/// that a row is worked on without a rest; what stands behind the last frame is finite and means nothing.
/// </summary>
public sealed class FrameMatrix
{
    /// <summary>Rows are padded to a multiple of this many frames.</summary>
    public const int Lanes = 16;

    private readonly float[] _values;

    /// <summary>A matrix of zeros.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="frames">Number of frames.</param>
    /// <param name="first">Number of the first frame in its clip.</param>
    public FrameMatrix(int rows, int frames, int first = 0)
        : this(rows, frames, first, new float[SizeOf(rows, frames)])
    {
    }

    /// <summary>A matrix in memory that was used before and holds finite numbers.</summary>
    internal FrameMatrix(int rows, int frames, int first, float[] values) =>
        (Rows, Frames, First, Stride, _values) = (rows, frames, first, PaddedTo(frames), values);

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Number of frames.</summary>
    public int Frames { get; }

    /// <summary>Number of the first frame in its clip.</summary>
    public int First { get; }

    /// <summary>Distance from one row to the next in <see cref="Values"/>, a multiple of <see cref="Lanes"/>.</summary>
    public int Stride { get; }

    /// <summary>All rows, padding included.</summary>
    public Span<float> Values => _values.AsSpan(0, Rows * Stride);

    /// <summary>The frames of one row.</summary>
    public Span<float> Row(int row) => _values.AsSpan(row * Stride, Frames);

    /// <summary>One row with its padding.</summary>
    public Span<float> PaddedRow(int row) => _values.AsSpan(row * Stride, Stride);

    /// <summary>The rows without their padding [row, frame].</summary>
    public float[] ToArray()
    {
        var values = new float[Rows * Frames];
        for (var row = 0; row < Rows; row++)
        {
            Row(row).CopyTo(values.AsSpan(row * Frames));
        }
        return values;
    }

    /// <summary>How many numbers a matrix takes, padding included.</summary>
    internal static int SizeOf(int rows, int frames) => checked(rows * PaddedTo(frames));

    private static int PaddedTo(int frames) => (frames + Lanes - 1) / Lanes * Lanes;
}
