using SerLab.Audio;
using SerLab.Features;
using SerLab.Figures;

namespace SerLab.Reports;

/// <summary>What an overview measures of each clip: few numbers that a person can name, and the MFCC.</summary>
internal static class ClipMeasures
{
    private const double SilenceDb = -100;

    private static readonly Pyin Pitch = new() { MaxHz = 800 }; // no voice speaks higher, and fewer pitches are faster

    private static readonly Feature[] Means =
    [
        new ZeroCrossingRate(), new SpectralCentroid(), new SpectralBandwidth(), new SpectralRolloff(),
        new SpectralFlatness(), new Mfcc(),
    ];

    /// <summary>Names and units, in order.</summary>
    public static IReadOnlyList<FeatureRow> Rows { get; } =
    [
        new("duration", "s"), new("level", "dB"),
        new("pitch", "Hz"), new("pitch_range", "semitones"), new("voiced", ""),
        .. Means.SelectMany(feature => feature.Rows),
    ];

    /// <summary>Those that the figure of distributions shows, by the words it shows them with.</summary>
    public static IReadOnlyList<(string Row, string Name, string Unit)> Shown { get; } =
    [
        ("duration", "length", "s"), ("level", "level", "dB"), ("pitch", "pitch", "Hz"),
        ("pitch_range", "pitch range", "semitones"), ("spectral_centroid", "centroid", "Hz"),
        ("zcr", "zero crossings per sample", ""),
    ];

    /// <summary>
    /// The numbers of a clip [row]: length; level of the whole; median pitch, the semitones in which 90 % of it lies
    /// (NaN where nothing is voiced), and the share of voiced frames; means over the frames.
    /// </summary>
    public static double[] Of(Analysis analysis) =>
    [
        analysis.Clip.Duration, Level(analysis.Clip), .. PitchOf(Pitch.Track(analysis)),
        .. Means.SelectMany(feature => RowMeans(analysis.Of(feature), feature.Rows.Count)),
    ];

    /// <summary>The mean of each row of [row, frame].</summary>
    public static double[] RowMeans(IReadOnlyList<float> values, int rows)
    {
        var means = new double[rows];
        var frames = values.Count / rows;
        for (var i = 0; i < values.Count; i++)
        {
            means[i / frames] += values[i] / (double)frames;
        }
        return means;
    }

    /// <summary>Means of power and amplitude in dB, whose steps are even to the ear; others as they are.</summary>
    public static double[] InDecibels(IReadOnlyList<double> means, IReadOnlyList<FeatureRow> rows) =>
        [.. means.Zip(rows, (mean, row) => row.Unit switch
        {
            "power" => Math.Max(10 * Math.Log10(Math.Max(mean, 0)), SilenceDb),
            "amplitude" => Math.Max(20 * Math.Log10(Math.Max(mean, 0)), SilenceDb),
            _ => mean,
        })];

    private static double[] PitchOf(PitchTrack track)
    {
        var voiced = track.F0Hz.Where(hz => !float.IsNaN(hz)).Select(hz => 12 * Math.Log2(hz)).ToArray();
        if (voiced.Length == 0)
        {
            return [double.NaN, double.NaN, 0];
        }
        var semitones = Spread.Of(voiced);
        var share = (double)voiced.Length / track.Frames;
        return [Math.Pow(2, semitones.Median / 12), semitones.High - semitones.Low, share];
    }

    private static double Level(Clip clip)
    {
        var power = clip.Samples.Average(sample => (double)sample * sample);
        return power > 0 ? Math.Max(10 * Math.Log10(power), SilenceDb) : SilenceDb;
    }
}
