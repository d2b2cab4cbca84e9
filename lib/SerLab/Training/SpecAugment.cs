using SerLab.Splits;
using static TorchSharp.torch;

namespace SerLab.Training;

/// <summary>
/// What is done to features with frames while training, drawn anew for each example each time: stripes of rows
/// (frequencies) and of frames become the example's mean (Park et al., Interspeech 2019), time is stretched, and the
/// clip begins at another frame.
/// </summary>
public sealed record SpecAugment
{
    /// <summary>
    /// Time becomes up to this much longer or shorter (in nepers: 0.1 is about 10 %), 0 to 1; between frames the line
    /// is followed. 0 is ours.
    /// </summary>
    public double Stretch { get; init; }

    /// <summary>Frames that the clip moves on by, at most, and round; 0 and up.</summary>
    public int Roll { get; init; }

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
        .. Stretch is >= 0 and <= 1 ? Array.Empty<string>() : [$"specAugment.stretch is {Stretch}"],
        .. Roll >= 0 ? Array.Empty<string>() : [$"specAugment.roll is {Roll}"],
        .. RowStripes >= 0 ? Array.Empty<string>() : [$"specAugment.rowStripes is {RowStripes}"],
        .. RowWidth >= 0 ? Array.Empty<string>() : [$"specAugment.rowWidth is {RowWidth}"],
        .. FrameStripes >= 0 ? Array.Empty<string>() : [$"specAugment.frameStripes is {FrameStripes}"],
        .. FrameWidth >= 0 ? Array.Empty<string>() : [$"specAugment.frameWidth is {FrameWidth}"],
    ];

    /// <summary>Changes a batch.</summary>
    /// <param name="inputs">[batch, …, row, frame].</param>
    /// <param name="random">Where stripes are drawn from.</param>
    internal Tensor Apply(Tensor inputs, SeededShuffle random)
    {
        var shape = inputs.shape;
        if (Stretch > 0 || Roll > 0)
        {
            inputs = Moved(inputs, random);
        }
        var (batch, rows, frames) = ((int)shape[0], (int)shape[^2], (int)shape[^1]);
        var byRow = Keeps(batch, rows, RowStripes, RowWidth, random);
        var byFrame = Keeps(batch, frames, FrameStripes, FrameWidth, random);
        long[] ones = [.. Enumerable.Repeat(1L, shape.Length - 3)];
        var keeps = (tensor(byRow, [batch, .. ones, rows, 1]) * tensor(byFrame, [batch, .. ones, 1, frames]))
            .to(inputs.device);
        var means = inputs.flatten(1).mean([1]).reshape([batch, .. ones, 1, 1]);
        return inputs * keeps + means * (1 - keeps);
    }

    // Each frame of the result is a place between two of the original's, the same for all rows.
    private Tensor Moved(Tensor inputs, SeededShuffle random)
    {
        var shape = inputs.shape;
        var (batch, frames) = ((int)shape[0], (int)shape[^1]);
        var (left, right, weight) = (new long[batch * frames], new long[batch * frames], new float[batch * frames]);
        for (var i = 0; i < batch; i++)
        {
            var rate = Math.Exp(Stretch * (2 * random.Next(1 << 24) / (double)(1 << 24) - 1));
            var roll = random.Next(Roll + 1) % frames;
            for (var frame = 0; frame < frames; frame++)
            {
                var place = Math.Min((frame + frames - roll) % frames * rate, frames - 1);
                var at = i * frames + frame;
                (left[at], right[at]) = ((long)place, Math.Min((long)place + 1, frames - 1));
                weight[at] = (float)(place - Math.Floor(place));
            }
        }
        long[] one = [batch, .. Enumerable.Repeat(1L, shape.Length - 2), frames];
        var share = tensor(weight, one).to(inputs.device);
        return Frames(left) * (1 - share) + Frames(right) * share;

        Tensor Frames(long[] places) =>
            inputs.gather(inputs.dim() - 1, tensor(places, one).to(inputs.device).expand(shape));
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
