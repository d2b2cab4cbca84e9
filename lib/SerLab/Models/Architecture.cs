using System.Text.Json.Serialization;
using static TorchSharp.torch;

namespace SerLab.Models;

/// <summary>
/// A network on paper: its name and options. Each architecture is one record, whose JSON travels in the model bundle.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "name")]
[JsonDerivedType(typeof(Cnn2d), "cnn2d")]
[JsonDerivedType(typeof(LeNet2d), "lenet2d")]
public abstract record Architecture
{
    /// <summary>Builds the network with fresh weights, drawn as PyTorch draws them.</summary>
    /// <param name="input">Shape of one example, [channel, mel, frame].</param>
    /// <param name="classes">Number of classes, at least 2.</param>
    /// <returns>A module from [batch, channel, mel, frame] to logits [batch, class]; the caller disposes it.</returns>
    /// <exception cref="Files.BadOptionException">The input is too small, or not what the network reads.</exception>
    public abstract nn.Module<Tensor, Tensor> Build(IReadOnlyList<int> input, int classes);
}
