using System.Numerics.Tensors;
using SerLab.Audio;
using SerLab.Files;

namespace SerLab.Features;

/// <summary>The catalogue of named feature sets, and how any set is computed.</summary>
public static class FeatureSets
{
    /// <summary>Sample rate of every named set, in Hz: librosa's default.</summary>
    public const int Rate = 22050;

    private static readonly MelOptions FortyBands = new() { Bands = 40 };
    private static readonly Mfcc Mfcc13 = new() { Count = 13 }, Mfcc40 = new() { Count = 40 };
    private static readonly MelSpectrogram MelDecibels = new() { Level = MelLevel.DecibelsBelowMax };
    private static readonly Delta Slope = new() { Source = Mfcc13 }, Bend = new() { Source = Mfcc13, Order = 2 };

    private static readonly FeatureSetDefinition Frames187 = new()
    {
        Name = "frames187",
        Layout = FeatureLayout.Frames,
        Features =
        [
            Mfcc13, Slope, Bend, new ChromaStft(), new MelSpectrogram(), new ZeroCrossingRate(), new SpectralContrast(),
        ],
    };

    private static readonly FeatureSetDefinition[] All =
    [
        new()
        {
            Name = "fs1",
            Features =
            [
                new ZeroCrossingRate(), new Rms(), new Mfcc(), new ChromaStft(), new SpectralContrast(),
                new MelSpectrogram(),
            ],
        },
        new() { Name = "fs2", Layout = FeatureLayout.Image, Features = [MelDecibels] },
        Frames187,
        Frames187 with { Name = "frames188", Features = [.. Frames187.Features, new Rms()] },
        new() { Name = "mean180", Features = [Mfcc40, new ChromaStft(), new MelSpectrogram()] },
        new()
        {
            Name = "mean105",
            Features =
            [
                Mfcc40, new MelSpectrogram { Mel = FortyBands }, new ChromaStft(), new SpectralContrast(), new Tonnetz(),
            ],
        },
        new() { Name = "mel128", Layout = FeatureLayout.Image, Frames = 128, Features = [MelDecibels] },
        new()
        {
            Name = "speech128", Layout = FeatureLayout.Image, Frames = 160, TrimDb = 30, PadsWithFloor = true,
            Features = [MelDecibels],
        },
        new() { Name = "prosody88", Features = [new Prosody88()] },
    ];

    /// <summary>The names, in the order of the catalogue.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(set => set.Name)];

    /// <summary>The set that <paramref name="options"/> names or defines.</summary>
    /// <exception cref="BadOptionException">There is no set of that name, or the definition cannot hold.</exception>
    public static FeatureSet Create(FeatureOptions options)
    {
        var definition = options.Definition is { } own ? Checked(own, options.Set) : Named(options.Set);
        var analyzer = new Analyzer(definition.Rate, definition.Stft);
        FeatureRow[] rows = [.. definition.Features.SelectMany(feature => feature.Rows)];
        int[] shape = definition.Layout switch
        {
            FeatureLayout.Mean => [rows.Length],
            FeatureLayout.Frames => [rows.Length, definition.Frames],
            _ => [1, rows.Length, definition.Frames],
        };
        return new FeatureSet(options, definition.Rate, shape, clip => Compute(definition, options, analyzer, clip))
        {
            Rows = rows,
        };
    }

    private static FeatureSetDefinition Named(string name) => Array.Find(All, set => set.Name == name)
        ?? throw new BadOptionException(
            $"There is no feature set '{name}'.",
            $"Use one of: {string.Join(", ", Names)}; or a .json file that defines your own.");

    // Of one silent sample, so that options that cannot hold are told before anything is read.
    private static FeatureSetDefinition Checked(FeatureSetDefinition own, string name)
    {
        own.Check();
        if (Names.Contains(own.Name) || own.Name != name)
        {
            throw new BadOptionException(
                $"A set of your own named '{own.Name}' is asked for as '{name}'.",
                $"Ask for it by its own name, which is none of {string.Join(", ", Names)}.");
        }
        var silence = new Clip([0], own.Rate, own.Name);
        _ = Compute(own, new FeatureOptions(), new Analyzer(own.Rate, own.Stft), silence);
        return own;
    }

    private static float[] Compute(
        FeatureSetDefinition definition, FeatureOptions options, Analyzer analyzer, Clip clip)
    {
        using var analysis = analyzer.Of(definition.TrimDb is { } quiet ? Trimmed(definition, clip, quiet) : clip);
        var rows = definition.Features.Sum(feature => feature.Rows.Count);
        var isMean = definition.Layout == FeatureLayout.Mean;
        var values = GC.AllocateUninitializedArray<float>(rows * (isMean ? 1 : definition.Frames)); // all set below
        var free = values.AsSpan();
        foreach (var feature in definition.Features)
        {
            var given = analysis.Of(feature);
            var count = feature.Rows.Count;
            if (isMean)
            {
                Means(given, free[..count]);
                free = free[count..];
                continue;
            }
            var fill = definition.PadsWithFloor || options.Padding == Padding.Floor ? feature.Floor : 0;
            FitFrames(given, definition.Frames, fill, free[..(count * definition.Frames)]);
            free = free[(count * definition.Frames)..];
        }
        return values;
    }

    // Silence has no ends to cut.
    private static Clip Trimmed(FeatureSetDefinition definition, Clip clip, double quiet)
    {
        var stft = definition.Stft;
        var (start, end) = Trim.Interval(clip, quiet, stft.FftSize, stft.Hop);
        var (first, last) = (Math.Max(0, start - 2 * stft.Hop), Math.Min(clip.Samples.Length, end + 2 * stft.Hop));
        return start == end ? clip : clip with { Samples = clip.Samples[first..last] };
    }

    private static void Means(float[] values, Span<float> means)
    {
        var frames = values.Length / means.Length;
        for (var row = 0; row < means.Length; row++)
        {
            means[row] = TensorPrimitives.Sum<float>(values.AsSpan(row * frames, frames)) / frames;
        }
    }

    /// <summary>Cuts [row, frame] to its first frames, or appends frames of <paramref name="fill"/>.</summary>
    internal static void FitFrames(ReadOnlySpan<float> values, int frames, float fill, Span<float> fitted)
    {
        var rows = fitted.Length / frames;
        var given = values.Length / rows;
        var kept = Math.Min(given, frames);
        for (var row = 0; row < rows; row++)
        {
            var target = fitted.Slice(row * frames, frames);
            values.Slice(row * given, kept).CopyTo(target);
            target[kept..].Fill(fill);
        }
    }
}
