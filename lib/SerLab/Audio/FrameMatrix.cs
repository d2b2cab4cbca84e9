namespace SerLab.Audio;

/// <summary>
/// Numbers over time [row, frame]: the bins of a spectrogram, mel bands, features. Rows are padded to whole vectors, so
/// that a row is worked on without a rest; what stands behind the last frame is finite and means nothing.
/// </summary>
/// <param name="rows">Number of rows.</param>
/// <param name="frames">Number of frames.</param>
/// <param name="first">Number of the first frame in its clip.</param>
public sealed class FrameMatrix(int rows, int frames, int first = 0)
{
    /// <summary>Rows are padded to a multiple of this many frames.</summary>
    public const int Lanes = 16;

    /// <summary>Number of rows.</summary>
    public int Rows { get; } = rows;

    /// <summary>Number of frames.</summary>
    public int Frames { get; } = frames;

    /// <summary>Number of the first frame in its clip.</summary>
    public int First { get; } = first;

    /// <summary>Distance from one row to the next in <see cref="Values"/>, a multiple of <see cref="Lanes"/>.</summary>
    public int Stride { get; } = PaddedTo(frames);

    /// <summary>All rows, padding included.</summary>
    public float[] Values { get; } = new float[(long)rows * PaddedTo(frames)];

    /// <summary>The frames of one row.</summary>
    public Span<float> Row(int row) => Values.AsSpan(row * Stride, Frames);

    /// <summary>One row with its padding.</summary>
    public Span<float> PaddedRow(int row) => Values.AsSpan(row * Stride, Stride);

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

    private static int PaddedTo(int frames) => (frames + Lanes - 1) / Lanes * Lanes;
}
