using SerLab.Audio;

namespace SerLab.Augmentation;

/// <summary>One augmentation after the other; with none the clip stays as it is.</summary>
public sealed record Chain : AugmentationStep
{
    /// <summary>The steps, in this order.</summary>
    public required IReadOnlyList<AugmentationStep> Steps { get; init; }

    /// <inheritdoc/>
    public override AugmentationStep Drawn(long seed) =>
        new Chain { Steps = [.. Steps.Select((step, i) => step.Drawn(SeededRandom.SeedOf(seed, i)))] };

    private protected override string Words() =>
        Steps.Count == 0 ? "left as it is" : string.Join(", then ", Steps);

    internal override IEnumerable<string> Problems() => Steps.SelectMany(step => step.Problems());

    internal override Clip Change(Clip clip, long seed)
    {
        for (var i = 0; i < Steps.Count && clip.Samples.Length > 0; i++)
        {
            clip = Steps[i].Change(clip, SeededRandom.SeedOf(seed, i));
        }
        return clip;
    }
}
