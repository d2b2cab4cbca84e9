using SerLab.Audio;

namespace SerLab.Augmentation;

/// <summary>One of several augmentations, each equally likely; an empty <see cref="Chain"/> is none.</summary>
public sealed record OneOf : AugmentationStep
{
    /// <summary>What there is to choose from, at least one.</summary>
    public required IReadOnlyList<AugmentationStep> Choices { get; init; }

    /// <inheritdoc/>
    public override AugmentationStep Drawn(long seed)
    {
        var choice = (int)(Choices.Count * new SeededRandom(seed, SeededRandom.Purpose.Choice).Next());
        return Choices[choice].Drawn(SeededRandom.SeedOf(seed, choice));
    }

    private protected override string Words() => $"one of: {string.Join("; ", Choices)}";

    internal override IEnumerable<string> Problems() =>
        Choices.Count == 0 ? ["there is nothing to choose from"] : Choices.SelectMany(choice => choice.Problems());

    internal override Clip Change(Clip clip, long seed) => Drawn(seed).Change(clip, seed);
}
