using SerLab.Audio;
using SerLab.Files;

namespace SerLab.Features;

/// <summary>The array that a clip becomes.</summary>
public enum FeatureLayout
{
    /// <summary>[row]: means over the frames.</summary>
    Mean,

    /// <summary>[row, frame]: the first frames, or padded behind the last.</summary>
    Frames,

    /// <summary>[1, row, frame]: the same, as a picture of one channel.</summary>
    Image,
}

/// <summary>
/// What a set of features holds; as JSON, a user's own set:
/// <code>{ "name": "mine", "layout": "frames", "frames": 99, "features": [{ "feature": "mfcc", "count": 13 }] }</code>
/// </summary>
public sealed record FeatureSetDefinition
{
    private const int MostFrames = 100_000; // 39 minutes of librosa's

    /// <summary>The set's name; none of SerLab's own.</summary>
    public required string Name { get; init; }

    /// <summary>The array that a clip becomes.</summary>
    public FeatureLayout Layout { get; init; } = FeatureLayout.Mean;

    /// <summary>Frames that are kept, 1 to 100,000, in the layouts with frames. 216 are 5 s at 22,050 Hz.</summary>
    public int Frames { get; init; } = 216;

    /// <summary>Sample rate in Hz; librosa's 22,050 unless said otherwise.</summary>
    public int Rate { get; init; } = FeatureSets.Rate;

    /// <summary>
    /// Quiet ends this many dB below the loudest frame are cut off, but for two frames on each side, above 0; null: all
    /// is kept. librosa.effects.trim decides what is quiet.
    /// </summary>
    public double? TrimDb { get; init; }

    /// <summary>
    /// Whether frames after the end are the floor of the scale (−80 dB in decibels below the maximum), whatever padding
    /// is asked for.
    /// </summary>
    public bool PadsWithFloor { get; init; }

    /// <summary>How clips are cut into frames.</summary>
    public StftOptions Stft { get; init; } = new();

    /// <summary>The features whose rows follow each other, at least one.</summary>
    public required IReadOnlyList<Feature> Features { get; init; }

    /// <summary>Throws with everything that cannot hold.</summary>
    /// <exception cref="BadOptionException">No name, feature or frame, a bad rate, or what does not fit.</exception>
    public void Check()
    {
        string[] problems =
        [
            .. string.IsNullOrWhiteSpace(Name) ? ["its name is empty"] : Array.Empty<string>(),
            .. Features.Count == 0 ? ["it has no feature"] : Array.Empty<string>(),
            .. Layout == FeatureLayout.Mean || Frames is >= 1 and <= MostFrames ? Array.Empty<string>()
                : [$"frames is {Frames}"],
            .. Rate is < AudioFile.LowestRate or > AudioFile.HighestRate ? [$"rate is {Rate}"] : Array.Empty<string>(),
            .. TrimDb is null or (> 0 and <= 1000) ? Array.Empty<string>() : [$"trimDb is {TrimDb}"],
            .. Layout == FeatureLayout.Mean ? [] : Features.Where(feature => feature.IsOfClip)
                .Select(feature => $"{feature.Rows[0].Name} is of the whole clip and has no frames"),
        ];
        if (problems.Length > 0)
        {
            throw new BadOptionException(
                $"The feature set '{Name}' cannot be made: {string.Join("; ", problems)}.", "Mend its definition.");
        }
    }

    /// <summary>Reads a user's own set.</summary>
    /// <exception cref="BadFileException">
    /// The file cannot be read, names a feature or an option that is not known, or gives an option what cannot hold.
    /// </exception>
    public static FeatureSetDefinition Read(string path)
    {
        var definition = Json.Read<FeatureSetDefinition>(path);
        try
        {
            _ = FeatureSets.Create(new FeatureOptions { Set = definition.Name, Definition = definition });
            return definition;
        }
        catch (BadOptionException bad)
        {
            throw new BadFileException(path, bad.Problem, bad.Mend, bad);
        }
    }
}
