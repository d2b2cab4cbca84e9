using SerLab.Augmentation;

namespace SerLab.Reports;

/// <summary>
/// Augmented copies of training clips. They are made of the training part alone, after the split, so that a copy never
/// lies on another side than its clip.
/// </summary>
public sealed record AugmentationOptions
{
    /// <summary>What is done, and how many copies beside each clip.</summary>
    public required AugmentationPolicy Policy { get; init; }

    /// <summary>Whether the copies are made anew in each epoch; else once, and kept in the feature store.</summary>
    public bool OnTheFly { get; init; }
}
