using SerLab.Files;
using SerLab.Models;
using SerLab.Training;
using static TorchSharp.torch;

namespace SerLab.Tests.Models;

/// <summary>A network of tests/fixtures/models and what PyTorch makes of it.</summary>
internal sealed class TorchCase
{
    public const int Classes = 3;

    private const double Narrow = 1.0 / 64;

    private static readonly Dictionary<string, Architecture> Small = new()
    {
        ["lenet2d"] = new LeNet2d(),
        ["cnn2d"] = new Cnn2d { Channels = [4, 6, 8], Hidden = 16, Dropout = 0 },
        ["linear"] = new SoftmaxRegression(),
        ["mlp"] = new Mlp { Hidden = [9, 6], Dropout = 0 },
        ["lenet1d"] = new LeNet1d(),
        ["alexnet1d"] = new AlexNet1d { Width = Narrow, Dropout = 0 },
        ["alexnet2d"] = new AlexNet2d { Width = Narrow, Dropout = 0 },
        ["vgg16-1d"] = new Vgg1d { Width = Narrow, Dropout = 0 },
        ["vgg16-2d"] = new Vgg2d { Width = Narrow, Dropout = 0 },
        ["custom1d"] = new Custom1d { Channels = [4, 6, 8], Hidden = 10, Dropout = 0 },
        ["custom2d"] = new Custom2d { Channels = [4, 6, 8], Hidden = 10, Dropout = 0 },
        ["cnn1d"] = new Cnn1d { Channels = [4, 6], Hidden = 10, Dropout = 0 },
        ["lstm"] = new Lstm { Hidden = 5, Dropout = 0 },
        ["cnn-lstm"] = new CnnLstm { Filters1 = 4, Filters2 = 6, Hidden = 5, Dropout = 0 },
        ["cnn-lstm-attention"] = new CnnLstmAttention { Filters1 = 4, Filters2 = 6, Hidden = 5, Dropout = 0 },
        ["cnn-bilstm-attention"] = new CnnBilstmAttention { Filters1 = 4, Filters2 = 6, Hidden = 5, Dropout = 0 },
        ["tdnn"] = new Tdnn { Channels = 8, Blocks = 2, Dropout = 0 },
        ["attention"] = new Attention { Width = 8, Heads = 2, Hidden = 12, Dropout = 0 },
    };

    private readonly string _name;
    private readonly Dictionary<string, StoredTensor> _stored;

    public TorchCase(string name) => (_name, _stored) = (
        name, Safetensors.Read(Repository.Fixture("models", $"{name}-reference.safetensors")).Tensors
            .ToDictionary(tensor => tensor.Name));

    /// <summary>The networks whose training is held against PyTorch's too.</summary>
    public static TheoryData<string> Names => ["lenet2d", "cnn2d"];

    /// <summary>Every network, one of them over a vector too.</summary>
    public static TheoryData<string> All => [.. Small.Keys, "cnn-bilstm-attention-vector"];

    public float[] this[string name] => _stored[name].ToFloats();

    private int[] Input => [.. _stored["inputs"].Shape.Skip(1).Select(length => (int)length)];

    /// <summary>The network with the weights from before training.</summary>
    public nn.Module<Tensor, Tensor> Network()
    {
        var network = Small[_name.Replace("-vector", "")].Build(Input, Classes);
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
