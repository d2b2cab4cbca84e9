using static TorchSharp.torch;

namespace SerLab.Models.Layers;

/// <summary>
/// Adds to each frame where it stands (Vaswani et al. 2017): sine and cosine in turn, at wavelengths from 2π to
/// 20000π frames. The table is no part of the weights.
/// </summary>
internal sealed class Positions : nn.Module<Tensor, Tensor>
{
    private readonly Tensor table;

    public Positions(int frames, int width) : base(nameof(Positions))
    {
        float[] values = [.. Enumerable.Range(0, frames * width).Select(i => Value(i / width, i % width, width))];
        table = tensor(values, [frames, width]);
        register_buffer(nameof(table), table, persistent: false);
        RegisterComponents();
    }

    /// <summary>[batch, frame, width] to [batch, frame, width].</summary>
    public override Tensor forward(Tensor input) => input + table;

    private static float Value(int frame, int unit, int width)
    {
        var angle = frame / Math.Pow(10000, (unit - unit % 2) / (double)width);
        return (float)(unit % 2 == 0 ? Math.Sin(angle) : Math.Cos(angle));
    }
}
