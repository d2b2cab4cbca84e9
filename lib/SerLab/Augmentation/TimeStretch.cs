using SerLab.Audio;

namespace SerLab.Augmentation;

/// <summary>
/// Faster or slower at the same pitch, by a phase vocoder: <c>librosa.effects.time_stretch</c>. The clip gets
/// round(n / rate) samples, a half to the even number; of one sample at twice the speed none is left.
/// </summary>
public sealed record TimeStretch : AugmentationStep
{
    /// <summary>Times as fast, 0.1 to 10; by default drawn from 0.8 to 1.2.</summary>
    public Amount Rate { get; init; } = (0.8, 1.2);

    /// <inheritdoc/>
    public override AugmentationStep Drawn(long seed) =>
        this with { Rate = Rate.Drawn(new SeededRandom(seed, SeededRandom.Purpose.Amount)) };

    private protected override string Words() => $"{Text(Rate)} times as fast";

    internal override IEnumerable<string> Problems() => Rate.Problems("stretch rate", 0.1, 10);

    internal override Clip Change(Clip clip, long seed) =>
        clip with { Samples = PhaseVocoder.Stretch(clip.Samples, Rate.From) };
}
