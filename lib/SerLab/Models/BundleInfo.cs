using SerLab.Features;
using SerLab.Files;

namespace SerLab.Models;

/// <summary>Everything beside the weights that a prediction needs.</summary>
/// <param name="Architecture">The network and its options.</param>
/// <param name="Features">The features it reads.</param>
/// <param name="InputShape">Shape of one example, [channel, mel, frame].</param>
/// <param name="Scaler">Fitted on the training part.</param>
/// <param name="Labels">The classes, in the order of the network's outputs.</param>
public sealed record BundleInfo(
    Architecture Architecture, FeatureOptions Features, IReadOnlyList<int> InputShape, StandardScaler Scaler,
    IReadOnlyList<string> Labels)
{
    /// <summary>Throws with everything that does not fit together.</summary>
    /// <exception cref="BadOptionException">Features, shape, scaler and labels are not those of one model.</exception>
    public void Check()
    {
        var shape = FeatureSets.Create(Features).Shape;
        var isScaler = Scaler.Mean.Count == shape[^2] && Scaler.Scale.Count == shape[^2]
            && Scaler.Mean.All(double.IsFinite) && Scaler.Scale.All(scale => scale > 0 && double.IsFinite(scale));
        var areLabels = Labels.All(label => !string.IsNullOrEmpty(label))
            && Labels.Distinct(StringComparer.Ordinal).Count() == Labels.Count;
        string[] problems =
        [
            .. InputShape.SequenceEqual(shape) ? Array.Empty<string>()
                : [$"{Features.Set} gives [{string.Join(", ", shape)}], not [{string.Join(", ", InputShape)}]"],
            .. isScaler ? Array.Empty<string>()
                : [$"the scaler needs {shape[^2]} means and as many scales above 0"],
            .. areLabels ? Array.Empty<string>() : ["a label is empty or comes twice"],
        ];
        if (problems.Length > 0)
        {
            throw new BadOptionException(
                $"The bundle does not fit together: {string.Join("; ", problems)}.", "Train again.");
        }
    }
}
