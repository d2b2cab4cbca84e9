using SerLab.Audio;

namespace SerLab.Features;

/// <summary>What fills the frames after a clip's end.</summary>
public enum Padding
{
    /// <summary>
    /// 0, as the published projects have it. In decibels below the maximum that is the loudest level, so a network can
    /// read the clip's length from it.
    /// </summary>
    Zero,

    /// <summary>The floor of the scale: −80 dB in rows of decibels below the maximum, 0 in the others.</summary>
    Floor,
}

/// <summary>Which features; the record is written into run folders and model bundles.</summary>
public sealed record FeatureOptions
{
    /// <summary>Name of the set, one of <see cref="FeatureSets.Names"/> or the name of <see cref="Definition"/>.</summary>
    public string Set { get; init; } = "fs2";

    /// <summary>What fills the frames after a clip's end; the published projects' 0 unless asked otherwise.</summary>
    public Padding Padding { get; init; } = Padding.Zero;

    /// <summary>What a user's own set holds; null for a named one.</summary>
    public FeatureSetDefinition? Definition { get; init; }
}

/// <summary>A set of features: one array of fixed shape a clip, of finite numbers.</summary>
/// <param name="Options">What made it.</param>
/// <param name="Rate">The sample rate it expects, in Hz.</param>
/// <param name="Shape">Axes of the array, the rows (features) before the frames.</param>
/// <param name="Compute">The array of a clip, in C order; safe to call from several threads.</param>
public sealed record FeatureSet(
    FeatureOptions Options, int Rate, IReadOnlyList<int> Shape, Func<Clip, float[]> Compute)
{
    /// <summary>Number of values a clip.</summary>
    public int Size { get; } = Shape.Aggregate(1, (product, length) => product * length);

    /// <summary>Of which augmented copy of a clip; null: of the clip itself.</summary>
    public AugmentedCopy? Copy { get; init; }

    /// <summary>Names and units of the rows.</summary>
    public IReadOnlyList<FeatureRow> Rows { get; init; } = [];

    /// <summary>Reads a recording at the rate of the set and computes its features.</summary>
    /// <exception cref="Files.BadFileException">The file cannot be read as sound.</exception>
    public float[] OfFile(string path) => Compute(AudioFile.Load(path, Rate));
}
