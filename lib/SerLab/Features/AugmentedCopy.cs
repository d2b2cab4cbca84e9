using System.Runtime.InteropServices;
using SerLab.Audio;
using SerLab.Augmentation;
using SerLab.Files;

namespace SerLab.Features;

/// <summary>
/// Features of an augmented copy of each clip. What is drawn follows from the policy, the seed, the copy, the epoch and
/// the clip's own samples, so that a copy may be kept in the store like the clip itself.
/// </summary>
/// <param name="Policy">What is done.</param>
/// <param name="Seed">Of the run.</param>
/// <param name="Copy">Which copy, from 1.</param>
/// <param name="Epoch">Of copies that are made anew in each epoch; 0 where they are not.</param>
public sealed record AugmentedCopy(AugmentationPolicy Policy, long Seed, int Copy, int Epoch = 0)
{
    /// <summary>The set that computes its features from the clip.</summary>
    public FeatureSet Of(FeatureSet set) => set with
    {
        Copy = this, Compute = clip => set.Compute(Policy.Apply(clip, SeedOf(clip))),
    };

    private long SeedOf(Clip clip) => AugmentationSeed.Of(
        Seed, ContentHash.OfBytes(MemoryMarshal.AsBytes<float>(clip.Samples)), Copy, Epoch);
}
