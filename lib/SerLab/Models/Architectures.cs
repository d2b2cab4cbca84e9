using SerLab.Files;
using static SerLab.Models.InputKind;

namespace SerLab.Models;

/// <summary>The catalogue of architectures, by name.</summary>
public static class Architectures
{
    /// <summary>All networks, family by family.</summary>
    public static IReadOnlyList<CatalogueEntry> All { get; } =
    [
        new("linear", "softmax regression", Values, "fs1", new SoftmaxRegression()),
        new("mlp", "multi-layer perceptron (P4)", Values, "fs1", new Mlp()),
        new("lenet1d", "LeNet-5 along one axis (P2)", Sequence, "fs1", new LeNet1d()),
        new("lenet2d", "LeNet-5 (P2)", Image, "fs2", new LeNet2d()),
        new("alexnet1d", "AlexNet along one axis (P2)", Sequence, "fs1", new AlexNet1d()),
        new("alexnet2d", "AlexNet (P2)", Image, "fs2", new AlexNet2d()),
        new("vgg16-1d", "VGG16 along one axis (P2)", Sequence, "fs1", new Vgg1d()),
        new("vgg16-2d", "VGG16 (P2)", Image, "fs2", new Vgg2d()),
        new("custom1d", "more filters, several poolings, along one axis (P2)", Sequence, "fs1", new Custom1d()),
        new("custom2d", "more filters, several poolings (P2)", Image, "fs2", new Custom2d()),
        new("cnn1d", "small CNN with batch normalisation, along one axis", Sequence, "fs1", new Cnn1d()),
        new("cnn2d", "small CNN with batch normalisation (P0)", Image, "fs2", new Cnn2d()),
        new("lstm", "LSTM over frames (P4)", Sequence, "fs2", new Lstm()),
        new("cnn-lstm", "convolutions over time, then an LSTM (P4)", Sequence, "fs2", new CnnLstm()),
        new("cnn-lstm-attention", "convolutions, LSTM and Luong attention (P1)", Sequence, "frames187",
            new CnnLstmAttention()),
        new("cnn-bilstm-attention", "convolutions, LSTM and frame attention (P3)", Sequence, "fs2",
            new CnnBilstmAttention()),
        new("attention", "encoder of multi-head self-attention (P4)", Sequence, "fs2", new Attention()),
    ];

    /// <summary>The names, in the order of the catalogue.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(entry => entry.Name)];

    /// <summary>The architecture of that name with its default options.</summary>
    /// <exception cref="BadOptionException">There is none of that name.</exception>
    public static Architecture Create(string name) => All.FirstOrDefault(entry => entry.Name == name)?.Architecture
        ?? throw new BadOptionException(
            $"There is no model '{name}'.",
            (NearestWord.Of(name, Names) is { } nearest ? $"Did you mean '{nearest}'? " : "") +
            $"Use one of: {string.Join(", ", Names)}.");

    /// <summary>The name that an architecture is asked for by.</summary>
    public static string NameOf(Architecture architecture) =>
        All.First(entry => entry.Architecture.GetType() == architecture.GetType()).Name;
}
