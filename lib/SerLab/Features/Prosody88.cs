namespace SerLab.Features;

/// <summary>
/// 88 numbers about how a clip is spoken, in the spirit of eGeMAPS (Eyben et al., "The Geneva Minimalistic Acoustic
/// Parameter Set", 2016): functionals of pitch, loudness, voice quality, formants and spectral balance. Same groups and
/// counts as there, but computed by this library's own features, so values are not those of openSMILE.
/// <para>
/// Descriptors are taken every 10 ms after the clip's offset is removed, and smoothed over three frames. Where
/// descriptors may be 0 or below, <c>_std</c> stands in place of eGeMAPS' coefficient of variation <c>_cv</c>.
/// Unvoiced frames include pauses, but not digital silence. Rows without anything to measure are 0 (pitch, voice
/// quality and formants of an unvoiced clip, say), silence is 0 in all rows but the level, −100 dB, and the length of unvoiced
/// segments; never NaN. Only loudness (by a factor) and level depend on the amplitude.
/// </para>
/// </summary>
public sealed record Prosody88 : Feature
{
    private const double LeastMeanSquare = 1e-10;
    private const double PeakShare = 0.1; // of the range of loudness, by which a peak stands out

    private static readonly IReadOnlyList<Column> Columns = [.. AllColumns()];
    private static readonly IReadOnlyList<FeatureRow> AllRows = [.. Columns.Select(column => column.Row)];

    /// <summary>Lowest pitch in Hz, above 0.</summary>
    public double MinHz { get; init; } = VoicePitch.LowestHz;

    /// <summary>Highest pitch in Hz, above the lowest and at most a quarter of the rate.</summary>
    public double MaxHz { get; init; } = VoicePitch.HighestHz;

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureRow> Rows => AllRows;

    /// <inheritdoc/>
    public override bool IsOfClip => true;

    /// <inheritdoc/>
    public override float[] Of(Analysis analysis)
    {
        var descriptors = ProsodyDescriptors.Of(analysis, new VoicePitch(MinHz, MaxHz));
        return [.. Columns.Select(column => (float)column.Value(descriptors))];
    }

    private sealed record Column(FeatureRow Row, Func<ProsodyDescriptors, double> Value)
    {
        public Column(string name, string unit, Func<ProsodyDescriptors, double> value)
            : this(new FeatureRow(name, unit), value)
        {
        }
    }

    private static IEnumerable<Column> AllColumns() =>
    [
        .. Contour("f0_semitone", "st", d => d.Semitones), // above 27.5 Hz
        .. Contour("loudness", "", d => d.Loudness),
        .. MeanAndVariation("spectral_flux", "", d => d.Flux),
        .. Four(k => MeanAndDeviation($"mfcc_{k + 1}", "", d => d.Mfcc[k])),
        .. MeanAndVariation("jitter_local", "%", d => Jitters(d.Cycles)),
        .. MeanAndVariation("shimmer_local", "dB", d => Shimmers(d.Cycles)),
        .. MeanAndDeviation("hnr", "dB", d => d.HarmonicsToNoise),
        .. MeanAndDeviation("h1_h2", "dB", d => d.Levels.FirstOverSecond),
        .. MeanAndDeviation("h1_a3", "dB", d => d.Levels.FirstOverThirdFormant),
        .. Enumerable.Range(0, 3).SelectMany(FormantColumns),
        .. MeanAndDeviation("alpha_ratio_voiced", "dB", d => d.Voiced(d.AlphaRatio)),
        .. MeanAndDeviation("hammarberg_index_voiced", "dB", d => d.Voiced(d.Hammarberg)),
        .. MeanAndDeviation("spectral_slope_0_500_voiced", "dB/Hz", d => d.Voiced(d.Slopes[0])),
        .. MeanAndDeviation("spectral_slope_500_1500_voiced", "dB/Hz", d => d.Voiced(d.Slopes[1])),
        .. MeanAndVariation("spectral_flux_voiced", "", d => d.Voiced(d.Flux)),
        .. Four(k => MeanAndDeviation($"mfcc_{k + 1}_voiced", "", d => d.Voiced(d.Mfcc[k]))),
        Mean("alpha_ratio_unvoiced", "dB", d => d.Unvoiced(d.AlphaRatio)),
        Mean("hammarberg_index_unvoiced", "dB", d => d.Unvoiced(d.Hammarberg)),
        Mean("spectral_slope_0_500_unvoiced", "dB/Hz", d => d.Unvoiced(d.Slopes[0])),
        Mean("spectral_slope_500_1500_unvoiced", "dB/Hz", d => d.Unvoiced(d.Slopes[1])),
        Mean("spectral_flux_unvoiced", "", d => d.Unvoiced(d.Flux)),
        new("loudness_peaks_per_second", "1/s", d => Functionals.Peaks(d.Loudness, PeakShare) / d.Seconds),
        new("voiced_segments_per_second", "1/s", d => d.Segments.Count / d.Seconds),
        .. MeanAndDeviation("voiced_segment_length", "s", d => Lengths(d, d.Segments)),
        .. MeanAndDeviation(
            "unvoiced_segment_length", "s", d => Lengths(d, VoicedSegments.Gaps(d.Segments, d.Track.Frames))),
        new("equivalent_level", "dB", d => 10 * Math.Log10(Math.Max(LeastMeanSquare, d.MeanSquare))), // full scale is 0
    ];

    // The ten functionals of a descriptor that moves.
    private static IEnumerable<Column> Contour(string name, string unit, Func<ProsodyDescriptors, float[]> values) =>
    [
        .. MeanAndVariation(name, unit, values),
        .. new[] { 20, 50, 80 }.Select(
            p => new Column($"{name}_p{p}", unit, d => Functionals.Percentile(values(d), p / 100.0))),
        new($"{name}_range_20_80", unit, d =>
            Functionals.Percentile(values(d), 0.8) - Functionals.Percentile(values(d), 0.2)),
        .. new[] { ("rise", 1), ("fall", -1) }.SelectMany(part => MeanAndDeviation(
            $"{name}_{part.Item1}", unit.Length > 0 ? $"{unit}/s" : "1/s",
            d => Functionals.Slopes(values(d), d.Track.HopSeconds, part.Item2))),
    ];

    private static IEnumerable<Column> FormantColumns(int k) =>
    [
        .. MeanAndVariation($"f{k + 1}_hz", "Hz", d => [.. d.Formants[k].Select(formant => formant.Hz)]),
        .. MeanAndVariation(
            $"f{k + 1}_bandwidth", "Hz", d => [.. d.Formants[k].Select(formant => formant.BandwidthHz)]),
        .. MeanAndDeviation($"f{k + 1}_level", "dB", d => d.Levels.FormantOverFirst[k]), // over the first harmonic
    ];

    private static IEnumerable<Column> Four(Func<int, IEnumerable<Column>> columns) =>
        Enumerable.Range(0, 4).SelectMany(columns);

    private static IEnumerable<Column> MeanAndVariation(
        string name, string unit, Func<ProsodyDescriptors, float[]> values) =>
        [Mean(name, unit, values), new($"{name}_cv", "", d => Functionals.Variation(values(d)))];

    private static IEnumerable<Column> MeanAndDeviation(
        string name, string unit, Func<ProsodyDescriptors, float[]> values) =>
        [Mean(name, unit, values), new($"{name}_std", unit, d => Functionals.Deviation(values(d)))];

    private static Column Mean(string name, string unit, Func<ProsodyDescriptors, float[]> values) =>
        new($"{name}_mean", unit, d => Functionals.Mean(values(d)));

    // Differences of consecutive periods in % of the mean period.
    private static float[] Jitters(Perturbation cycles)
    {
        var mean = Perturbation.Mean(cycles.Periods);
        return [.. Perturbation.LocalDifferences(cycles.Periods).Select(seconds => (float)(100 * seconds / mean))];
    }

    private static float[] Shimmers(Perturbation cycles) =>
        [.. Perturbation.LocalDecibels(cycles.Amplitudes).Select(ratio => (float)ratio)];

    private static float[] Lengths(ProsodyDescriptors descriptors, List<FrameSpan> spans) =>
        [.. spans.Select(span => (float)(span.Length * descriptors.Track.HopSeconds))];
}
