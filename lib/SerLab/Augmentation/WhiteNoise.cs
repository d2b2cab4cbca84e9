using System.Numerics.Tensors;
using SerLab.Audio;

namespace SerLab.Augmentation;

/// <summary>What the level of noise is measured by.</summary>
public enum NoiseMeasure
{
    /// <summary>The standard deviation as a share of the clip's largest |sample|; silence stays silent.</summary>
    OfPeak,

    /// <summary>The standard deviation itself, the same for loud and quiet clips and for silence.</summary>
    Absolute,

    /// <summary>
    /// The clip's power over the noise's in dB; silence, which has no such ratio, stays as it is. The ratio holds in
    /// the mean over seeds, for a clip of a second to about 0.1 dB.
    /// </summary>
    SnrDb,
}

/// <summary>
/// Gaussian white noise. Published forms: 0.035 of the peak (the default), 0.01 absolute.
/// </summary>
public sealed record WhiteNoise : AugmentationStep
{
    /// <summary>How much: 0 to 10 (a share of the peak, or an amplitude), −100 to 200 for dB.</summary>
    public Amount Level { get; init; } = 0.035;

    /// <summary>In what the level is given.</summary>
    public NoiseMeasure Measure { get; init; } = NoiseMeasure.OfPeak;

    /// <inheritdoc/>
    public override AugmentationStep Drawn(long seed) =>
        this with { Level = Level.Drawn(new SeededRandom(seed, SeededRandom.Purpose.Amount)) };

    private protected override string Words() => Measure switch
    {
        NoiseMeasure.OfPeak => $"white noise at {Text(Level)} of the peak",
        NoiseMeasure.Absolute => $"white noise at {Text(Level)}",
        _ => $"white noise at {Text(Level)} dB SNR",
    };

    internal override IEnumerable<string> Problems() => Measure == NoiseMeasure.SnrDb
        ? Level.Problems("noise in dB", -100, 200)
        : Level.Problems("noise level", 0, 10);

    internal override Clip Change(Clip clip, long seed)
    {
        var deviation = Deviation(clip.Samples);
        var normal = new double[clip.Samples.Length];
        new SeededRandom(seed, SeededRandom.Purpose.Noise).Normal(normal);
        var noisy = new float[normal.Length];
        for (var i = 0; i < noisy.Length; i++)
        {
            noisy[i] = (float)(clip.Samples[i] + deviation * normal[i]);
        }
        return clip with { Samples = noisy };
    }

    private double Deviation(float[] samples) => Measure switch
    {
        NoiseMeasure.OfPeak => Level.From * Math.Abs(TensorPrimitives.MaxMagnitude<float>(samples)),
        NoiseMeasure.Absolute => Level.From,
        _ => Math.Sqrt(samples.Sum(x => (double)x * x) / samples.Length) * Math.Pow(10, -Level.From / 20),
    };
}
