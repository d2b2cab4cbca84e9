using SerLab.Audio;
using SerLab.Tests.Audio;

namespace SerLab.Tests.Features;

/// <summary>Clips of which no feature may make anything but finite numbers.</summary>
internal static class OddSounds
{
    private const int Rate = 22050;

    private static readonly Clip Noise = GoldenFeatures.Clip("noise");

    public static IReadOnlyDictionary<string, Clip> All { get; } = new Dictionary<string, Clip>
    {
        ["one sample"] = Of(0.5f),
        ["one sample of silence"] = Of(0f),
        ["200 samples"] = new(Noise.Samples[..200], Rate, ""),
        ["one sample less than a frame"] = new(Noise.Samples[..2047], Rate, ""),
        ["silence"] = new(new float[Rate], Rate, ""),
        ["silence, then a click"] = Of([.. new float[9000], 1f, .. new float[9000]]),
        ["half silence"] = Of([.. Noise.Samples[..9000], .. new float[9000]]),
        ["a constant"] = Filled(0.7f),
        ["an offset"] = Of([.. Noise.Samples.Select(x => 0.1f * x + 1000)]),
        ["clipped"] = Of([.. Noise.Samples.Select(x => Math.Clamp(100 * x, -1, 1))]),
        ["the smallest numbers"] = Of([.. Noise.Samples.Select((_, i) => i % 2 == 0 ? float.Epsilon : -float.Epsilon)]),
        ["far below a bit"] = Of([.. Noise.Samples.Select(x => 1e-20f * x)]),
        ["nearly the largest numbers that are read"] = Of([.. Noise.Samples.Select(x => Math.Clamp(1e15f * x, -1e14f, 1e14f))]),
        ["half the rate"] = Of([.. Enumerable.Range(0, 20_000).Select(n => n % 2 == 0 ? 1f : -1f)]),
        ["a tone"] = SoundMaker.Tone(440, 1, Rate),
    };

    public static TheoryData<string> Names => [.. All.Keys];

    private static Clip Of(params float[] samples) => new(samples, Rate, "");

    private static Clip Filled(float value) => Of([.. Enumerable.Repeat(value, 20_000)]);
}
