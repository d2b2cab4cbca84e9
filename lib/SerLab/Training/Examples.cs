using static TorchSharp.torch;

namespace SerLab.Training;

/// <summary>Inputs and truths ready for a network.</summary>
/// <param name="Inputs">Scaled features [example, …shape of one example], float32.</param>
/// <param name="Labels">Index of the true class [example], int64.</param>
public sealed record Examples(Tensor Inputs, Tensor Labels) : IDisposable
{
    /// <summary>Number of examples.</summary>
    public int Count => (int)Labels.shape[0];

    /// <summary>Makes both tensors from plain arrays.</summary>
    /// <param name="values">Scaled features [example, …shape], C order.</param>
    /// <param name="shape">Shape of one example.</param>
    /// <param name="labels">Index of the true class [example].</param>
    public static Examples From(float[] values, IReadOnlyList<int> shape, int[] labels) => new(
        tensor(values, [labels.Length, .. shape.Select(n => (long)n)]).DetachFromDisposeScope(),
        tensor([.. labels.Select(n => (long)n)]).DetachFromDisposeScope());

    /// <summary>Makes both tensors from arrays that follow each other.</summary>
    /// <param name="values">Scaled features, each [example, …shape], C order.</param>
    /// <param name="shape">Shape of one example.</param>
    /// <param name="labels">Index of the true class [example], over all arrays.</param>
    public static Examples From(IReadOnlyList<float[]> values, IReadOnlyList<int> shape, int[] labels)
    {
        using var scope = NewDisposeScope();
        var size = shape.Aggregate(1L, (product, length) => product * length);
        var parts = values.Select(part => tensor(part, [part.Length / size, .. shape.Select(n => (long)n)])).ToArray();
        return new Examples(
            (parts is [var only] ? only : cat(parts)).MoveToOuterDisposeScope().DetachFromDisposeScope(),
            tensor([.. labels.Select(n => (long)n)]).MoveToOuterDisposeScope().DetachFromDisposeScope());
    }

    /// <summary>The same on a device; itself where it is there already, else this one is disposed.</summary>
    public Examples To(Device device)
    {
        if (device.type == Inputs.device_type)
        {
            return this;
        }
        using var old = this;
        return new Examples(Inputs.to(device).DetachFromDisposeScope(), Labels.to(device).DetachFromDisposeScope());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Inputs.Dispose();
        Labels.Dispose();
    }
}
