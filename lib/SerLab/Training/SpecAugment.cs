using SerLab.Splits;
using static TorchSharp.torch;

namespace SerLab.Training;

/// <summary>
/// Stripes of rows (frequencies) and of frames set to 0, which after scaling is the mean; drawn anew for each example
/// each time (Park et al., Interspeech 2019, without its warping of time). For features with frames.
/// </summary>
public sealed record SpecAugment
{
    /// <summary>Stripes of rows, 0 and up; its paper's 2.</summary>
    public int RowStripes { get; init; } = 2;

    /// <summary>The widest stripe of rows; each has 0 up to so many, equally likely.</summary>
    public int RowWidth { get; init; } = 16;

    /// <summary>Stripes of frames, 0 and up; its paper's 2.</summary>
    public int FrameStripes { get; init; } = 2;

    /// <summary>The widest stripe of frames; each has 0 up to so many, equally likely.</summary>
    public int FrameWidth { get; init; } = 24;

    internal IEnumerable<string> Problems() =>
    [
        .. RowStripes >= 0 ? Array.Empty<string>() : [$"specAugment.rowStripes is {RowStripes}"],
        .. RowWidth >= 0 ? Array.Empty<string>() : [$"specAugment.rowWidth is {RowWidth}"],
        .. FrameStripes >= 0 ? Array.Empty<string>() : [$"specAugment.frameStripes is {FrameStripes}"],
        .. FrameWidth >= 0 ? Array.Empty<string>() : [$"specAugment.frameWidth is {FrameWidth}"],
    ];

    /// <summary>Masks a batch.</summary>
    /// <param name="inputs">[batch, …, row, frame].</param>
    /// <param name="random">Where stripes are drawn from.</param>
    internal Tensor Apply(Tensor inputs, SeededShuffle random)
    {
        var shape = inputs.shape;
        var (batch, rows, frames) = ((int)shape[0], (int)shape[^2], (int)shape[^1]);
        var byRow = Keeps(batch, rows, RowStripes, RowWidth, random);
        var byFrame = Keeps(batch, frames, FrameStripes, FrameWidth, random);
        long[] ones = [.. Enumerable.Repeat(1L, shape.Length - 3)];
        var keeps = tensor(byRow, [batch, .. ones, rows, 1]) * tensor(byFrame, [batch, .. ones, 1, frames]);
        return inputs * keeps.to(inputs.device);
    }

    // 1 where values are kept, 0 in a stripe.
    private static float[] Keeps(int batch, int length, int stripes, int widest, SeededShuffle random)
    {
        var keeps = new float[batch * length];
        Array.Fill(keeps, 1f);
        for (var i = 0; i < batch * stripes; i++)
        {
            var width = random.Next(Math.Min(widest, length) + 1);
            keeps.AsSpan(i % batch * length + random.Next(length - width + 1), width).Clear();
        }
        return keeps;
    }
}
