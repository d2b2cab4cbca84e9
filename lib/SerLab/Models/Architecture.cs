using System.Text.Json.Serialization;
using SerLab.Models.Layers;
using static TorchSharp.torch;

namespace SerLab.Models;

/// <summary>
/// A network on paper: its name and options. Each architecture is one record, whose JSON travels in the model bundle.
/// A new one is a record of its own, a line here and a line in <see cref="Architectures"/>.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "name")]
[JsonDerivedType(typeof(AlexNet1d), "alexnet1d")]
[JsonDerivedType(typeof(AlexNet2d), "alexnet2d")]
[JsonDerivedType(typeof(Attention), "attention")]
[JsonDerivedType(typeof(Cnn1d), "cnn1d")]
[JsonDerivedType(typeof(Cnn2d), "cnn2d")]
[JsonDerivedType(typeof(CnnBilstmAttention), "cnn-bilstm-attention")]
[JsonDerivedType(typeof(CnnLstm), "cnn-lstm")]
[JsonDerivedType(typeof(CnnLstmAttention), "cnn-lstm-attention")]
[JsonDerivedType(typeof(Custom1d), "custom1d")]
[JsonDerivedType(typeof(Custom2d), "custom2d")]
[JsonDerivedType(typeof(LeNet1d), "lenet1d")]
[JsonDerivedType(typeof(LeNet2d), "lenet2d")]
[JsonDerivedType(typeof(Lstm), "lstm")]
[JsonDerivedType(typeof(Mlp), "mlp")]
[JsonDerivedType(typeof(SoftmaxRegression), "linear")]
[JsonDerivedType(typeof(Tdnn), "tdnn")]
[JsonDerivedType(typeof(Vgg1d), "vgg16-1d")]
[JsonDerivedType(typeof(Vgg2d), "vgg16-2d")]
public abstract record Architecture
{
    /// <summary>Builds the network with fresh weights, drawn as PyTorch draws them.</summary>
    /// <param name="input">Shape of one example: [value], [row, frame] or [channel, row, frame].</param>
    /// <param name="classes">Number of classes, at least 2.</param>
    /// <returns>A module from [batch, …input] to logits [batch, class]; the caller disposes it.</returns>
    /// <exception cref="Files.BadOptionException">
    /// Options are out of range, or the input is too small or not what the network reads.
    /// </exception>
    public nn.Module<Tensor, Tensor> Build(IReadOnlyList<int> input, int classes)
    {
        var network = Assemble(input, classes);
        ChannelsLast.LayOut(network);
        return network;
    }

    private protected abstract nn.Module<Tensor, Tensor> Assemble(IReadOnlyList<int> input, int classes);
}
