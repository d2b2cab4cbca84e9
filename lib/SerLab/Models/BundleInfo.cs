using SerLab.Features;
using SerLab.Files;

namespace SerLab.Models;

/// <summary>Everything beside the weights that a prediction needs.</summary>
/// <param name="Architecture">The network and its options.</param>
/// <param name="Features">The features it reads.</param>
/// <param name="InputShape">Shape of one example: [value], [row, frame] or [channel, row, frame].</param>
/// <param name="Scaler">Fitted on the training part.</param>
/// <param name="Labels">The classes, in the order of the network's outputs.</param>
public sealed record BundleInfo(
    Architecture Architecture, FeatureOptions Features, IReadOnlyList<int> InputShape, Scaler Scaler,
    IReadOnlyList<string> Labels)
{
    /// <summary>Throws with everything that does not fit together.</summary>
    /// <exception cref="BadOptionException">Features, shape, scaler and labels are not those of one model.</exception>
    public void Check()
    {
        var shape = FeatureSets.Create(Features).Shape;
        var areLabels = Labels.All(label => !string.IsNullOrEmpty(label))
            && Labels.Distinct(StringComparer.Ordinal).Count() == Labels.Count;
        string[] problems =
        [
            .. InputShape.SequenceEqual(shape) ? Array.Empty<string>()
                : [$"{Features.Set} gives [{string.Join(", ", shape)}], not [{string.Join(", ", InputShape)}]"],
            .. Scaler.Problem(RowLayout.Of(shape)) is { } problem ? [problem] : Array.Empty<string>(),
            .. areLabels ? Array.Empty<string>() : ["a label is empty or comes twice"],
        ];
        if (problems.Length > 0)
        {
            throw new BadOptionException(
                $"The bundle does not fit together: {string.Join("; ", problems)}.", "Train again.");
        }
    }
}
