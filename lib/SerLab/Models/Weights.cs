using SerLab.Files;
using static TorchSharp.torch;

namespace SerLab.Models;

/// <summary>
/// A network's weights and buffers in a safetensors file, under PyTorch's names: what Python's
/// <c>safetensors.torch.save_file(model.state_dict(), path)</c> writes is read, and the other way round.
/// </summary>
public static class Weights
{
    /// <summary>Writes every weight and buffer of <paramref name="network"/>.</summary>
    public static void Save(nn.Module network, string path)
    {
        using var graph = no_grad();
        using var scope = NewDisposeScope();
        Safetensors.Write(path, [.. network.state_dict().Select(weight => Store(weight.Key, weight.Value))]);
    }

    /// <summary>
    /// Fills <paramref name="network"/> from a file that holds exactly its weights; half, bfloat16 and double numbers
    /// become single ones.
    /// </summary>
    /// <exception cref="BadFileException">The file is broken, or was made by another architecture.</exception>
    public static void Load(nn.Module network, string path)
    {
        using var graph = no_grad();
        using var scope = NewDisposeScope();
        var stored = Safetensors.Read(path).Tensors.ToDictionary(weight => weight.Name, StringComparer.Ordinal);
        var own = network.state_dict();
        string[] missing = [.. own.Keys.Except(stored.Keys)], unknown = [.. stored.Keys.Except(own.Keys)];
        if (missing.Length + unknown.Length > 0)
        {
            throw Other(path, $"it lacks {Some(missing)} and has {Some(unknown)} beside what is needed");
        }
        foreach (var (name, target) in own)
        {
            if (!target.shape.SequenceEqual(stored[name].Shape))
            {
                throw Other(path, $"{name} is [{string.Join(", ", stored[name].Shape)}]");
            }
            target.copy_(Restore(stored[name]));
        }
    }

    /// <summary>A tensor as a file stores it.</summary>
    internal static StoredTensor Store(string name, Tensor weight) => new(
        name, weight.dtype == ScalarType.Int64 ? TensorType.I64 : TensorType.F32, weight.shape,
        weight.cpu().contiguous().bytes.ToArray());

    /// <summary>A stored tensor, in the memory of the processor.</summary>
    internal static Tensor Restore(StoredTensor stored) => stored.Type == TensorType.I64
        ? tensor(stored.ToLongs(), stored.Shape)
        : tensor(stored.ToFloats(), stored.Shape);

    private static string Some(string[] names)
    {
        const int Shown = 4;
        var rest = names.Length > Shown ? $" and {names.Length - Shown} more" : "";
        return names.Length == 0 ? "nothing"
            : string.Join(", ", names.Order(StringComparer.Ordinal).Take(Shown)) + rest;
    }

    private static BadFileException Other(string path, string what) =>
        new(path, $"the weights are of another network: {what}.", "Use the model.safetensors of the same run folder.");
}
