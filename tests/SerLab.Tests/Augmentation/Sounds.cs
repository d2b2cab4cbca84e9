using FsCheck;
using FsCheck.Fluent;
using SerLab.Audio;
using SerLab.Tests.Features;

namespace SerLab.Tests.Augmentation;

/// <summary>Clips for the laws of augmentation.</summary>
internal static class Sounds
{
    public const int Rate = 8000;

    public static Clip Speech => GoldenFeatures.Clip("speech_female");

    /// <summary>Noise of 1 to 9000 samples.</summary>
    public static Arbitrary<Clip> Any { get; } = Arb.From(
        from length in Gen.OneOf(Gen.Choose(1, 20), Gen.Choose(21, 9000))
        from seed in Gen.Choose(0, 1000)
        select Noise(length, seed));

    public static Clip Noise(int length, int seed = 1)
    {
        var random = new Random(seed);
        return Of([.. Enumerable.Range(0, length).Select(_ => random.NextSingle() - 0.5f)]);
    }

    public static Clip Of(params float[] samples) => new(samples, Rate, "sound");

    public static double Energy(Clip clip) => clip.Samples.Sum(x => (double)x * x);
}
