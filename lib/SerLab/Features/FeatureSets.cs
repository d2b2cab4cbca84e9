using SerLab.Audio;
using SerLab.Files;

namespace SerLab.Features;

/// <summary>The catalogue of named feature sets.</summary>
public static class FeatureSets
{
    /// <summary>Sample rate of every named set, in Hz: librosa's default.</summary>
    public const int Rate = 22050;

    /// <summary>The names, in the order of the catalogue.</summary>
    public static IReadOnlyList<string> Names { get; } = ["fs2", "mel128"];

    /// <summary>The set that <paramref name="options"/> names.</summary>
    /// <exception cref="BadOptionException">There is no set of that name.</exception>
    public static FeatureSet Create(FeatureOptions options) => options.Set switch
    {
        "fs2" => MelDecibels(options, 216),
        "mel128" => MelDecibels(options, 128),
        _ => throw new BadOptionException(
            $"There is no feature set '{options.Set}'.", $"Use one of: {string.Join(", ", Names)}."),
    };

    // [1, 128, frames]: mel power in dB below the clip's maximum, taken before cutting or padding.
    private static FeatureSet MelDecibels(FeatureOptions options, int frames)
    {
        var mel = new MelSpectrogram(Rate, new StftOptions(), new MelOptions());
        var fill = options.Padding == Padding.Floor ? -80f : 0f;
        return new FeatureSet(options, Rate, [1, mel.Bands, frames],
            clip => FitFrames(mel.Decibel(clip), mel.Bands, frames, fill));
    }

    /// <summary>Cuts [row, frame] to its first frames, or appends frames of <paramref name="fill"/>.</summary>
    internal static float[] FitFrames(float[] values, int rows, int frames, float fill)
    {
        var given = values.Length / rows;
        var kept = Math.Min(given, frames);
        var fitted = GC.AllocateUninitializedArray<float>(rows * frames); // every element is set below
        for (var row = 0; row < rows; row++)
        {
            var target = fitted.AsSpan(row * frames, frames);
            values.AsSpan(row * given, kept).CopyTo(target);
            target[kept..].Fill(fill);
        }
        return fitted;
    }
}
