using SerLab.Files;
using SerLab.Models;
using SerLab.Training;
using static TorchSharp.torch;

namespace SerLab.Tests.Models;

/// <summary>A network of tests/fixtures/models and what PyTorch makes of it.</summary>
internal sealed class TorchCase
{
    public const int Classes = 3;

    private static readonly int[] Input = [1, 20, 24];

    private readonly string _name;
    private readonly Dictionary<string, StoredTensor> _stored;

    public TorchCase(string name) => (_name, _stored) = (
        name, Safetensors.Read(Repository.Fixture("models", $"{name}-reference.safetensors")).Tensors
            .ToDictionary(tensor => tensor.Name));

    public static TheoryData<string> Names => ["lenet2d", "cnn2d"];

    public float[] this[string name] => _stored[name].ToFloats();

    /// <summary>The network with the weights from before training.</summary>
    public nn.Module<Tensor, Tensor> Network()
    {
        Architecture architecture = _name == "lenet2d"
            ? new LeNet2d()
            : new Cnn2d { Channels = [4, 6, 8], Hidden = 16, Dropout = 0 };
        var network = architecture.Build(Input, Classes);
        Weights.Load(network, Repository.Fixture("models", $"{_name}.safetensors"));
        return network;
    }

    /// <summary>The examples; row <c>order[k]</c> holds the reference's example k where an order is given.</summary>
    public Examples Examples(long[]? order = null)
    {
        var (inputs, labels) = (this["inputs"], _stored["labels"].ToLongs());
        var size = inputs.Length / labels.Length;
        var (rows, truths) = (new float[inputs.Length], new int[labels.Length]);
        for (var k = 0; k < labels.Length; k++)
        {
            var row = (int)(order?[k] ?? k);
            inputs.AsSpan(k * size, size).CopyTo(rows.AsSpan(row * size));
            truths[row] = (int)labels[k];
        }
        return SerLab.Training.Examples.From(rows, Input, truths);
    }

    public static void Close(float[] expected, IEnumerable<float> actual, double tolerance) =>
        Assert.Equal(expected, actual, (a, b) => Math.Abs(a - b) <= tolerance * Math.Max(1, Math.Abs(a)));
}
