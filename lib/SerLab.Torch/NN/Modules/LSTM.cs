using TorchSharp.Interop;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>
/// Long short-term memory over [frame, batch, feature] (or [batch, frame, feature]): the outputs of the last layer at
/// each frame, and the state and cell of every layer after the last one.
/// </summary>
public sealed class LSTM : Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor, Tensor)>
{
    private static readonly Op Run = new("lstm", "input");

    private readonly Layout _layout;
    private readonly string[] _weights;

    internal LSTM(Layout layout, Device? device, ScalarType? dtype) : base(nameof(LSTM))
    {
        _layout = layout;
        var bound = 1 / Math.Sqrt(layout.Hidden);
        var shapes = layout.Shapes().ToArray();
        foreach (var (name, shape) in shapes)
        {
            var parameter = new Parameter(empty(shape, dtype, device));
            init.uniform_(parameter, -bound, bound);
            register_parameter(name, parameter);
        }
        _weights = [.. shapes.Select(weight => weight.Name)];
    }

    /// <inheritdoc cref="forward"/>
    public new (Tensor, Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => base.call(input, h0_c0);

    /// <summary>The outputs [frame, batch, feature], and the last state and cell [layer, batch, hidden].</summary>
    /// <param name="input">The sequence.</param>
    /// <param name="h0_c0">The first state and cell, each [layer, batch, hidden]; null: zeros.</param>
    public override (Tensor, Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0 = null)
    {
        if (h0_c0 is { } first) return Forward(input, first.Item1, first.Item2);
        long[] shape = [_layout.Layers * _layout.Directions, input.size(_layout.BatchFirst ? 0 : 1), _layout.Hidden];
        using var nothing = zeros(shape, input.dtype, input.device);
        return Forward(input, nothing, nothing);
    }

    private (Tensor, Tensor, Tensor) Forward(Tensor input, Tensor state, Tensor cell) => Run.Three(
        input, new[] { state, cell }, Array.ConvertAll(_weights, name => (Tensor)this[name]!), _layout.Bias,
        _layout.Layers, _layout.Dropout, training, _layout.Directions == 2, _layout.BatchFirst);

    internal sealed record Layout(long Inputs, long Hidden, long Layers, bool Bias, bool BatchFirst, double Dropout,
        int Directions)
    {
        // The four gates lie one under the other: input, forget, cell, output.
        internal IEnumerable<(string Name, long[] Shape)> Shapes()
        {
            for (var layer = 0; layer < Layers; layer++)
                for (var direction = 0; direction < Directions; direction++)
                {
                    var place = $"l{layer}{(direction == 1 ? "_reverse" : "")}";
                    yield return ($"weight_ih_{place}", [4 * Hidden, layer == 0 ? Inputs : Hidden * Directions]);
                    yield return ($"weight_hh_{place}", [4 * Hidden, Hidden]);
                    if (Bias) yield return ($"bias_ih_{place}", [4 * Hidden]);
                    if (Bias) yield return ($"bias_hh_{place}", [4 * Hidden]);
                }
        }
    }
}
