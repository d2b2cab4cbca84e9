using System.Numerics.Tensors;
using SerLab.Audio;

namespace SerLab.Augmentation;

/// <summary>Louder or quieter. Nothing is clipped: a sound of float samples may go beyond ±1.</summary>
public sealed record Gain : AugmentationStep
{
    /// <summary>By how much in dB, −120 to 120; by default drawn from −6 to 6, half to twice the amplitude.</summary>
    public Amount Decibels { get; init; } = (-6, 6);

    /// <inheritdoc/>
    public override AugmentationStep Drawn(long seed) =>
        this with { Decibels = Decibels.Drawn(new SeededRandom(seed, SeededRandom.Purpose.Amount)) };

    private protected override string Words() => $"gain {Text(Decibels)} dB";

    internal override IEnumerable<string> Problems() => Decibels.Problems("gain in dB", -120, 120);

    internal override Clip Change(Clip clip, long seed)
    {
        var louder = new float[clip.Samples.Length];
        TensorPrimitives.Multiply(clip.Samples, (float)Math.Pow(10, Decibels.From / 20), louder);
        return clip with { Samples = louder };
    }
}
