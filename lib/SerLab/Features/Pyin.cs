using SerLab.Files;

namespace SerLab.Features;

/// <summary>
/// Fundamental frequency and voicing of the most likely course through all frames (Mauch and Dixon, "pYIN", 2014):
/// <c>librosa.pyin(y, fmin, fmax)</c> of librosa 0.11 with the analysis' frames. Silence is unvoiced.
/// </summary>
public sealed record Pyin : Feature
{
    /// <summary>Lowest frequency in Hz; a period must be shorter than the frame, and two should fit.</summary>
    public double MinHz { get; init; } = PitchRange.C2;

    /// <summary>Highest frequency in Hz, at most half the rate.</summary>
    public double MaxHz { get; init; } = PitchRange.C7;

    /// <summary>Number of YIN thresholds tried, evenly spaced up to 1; 1 to 10,000.</summary>
    public int Thresholds { get; init; } = 100;

    /// <summary>First parameter of the beta distribution of the threshold, 0.001 to 1000.</summary>
    public double ThresholdAlpha { get; init; } = 2;

    /// <summary>Second parameter of the beta distribution of the threshold, 0.001 to 1000.</summary>
    public double ThresholdBeta { get; init; } = 18;

    /// <summary>
    /// How much likelier a period is than the next longer one below the same threshold, as a natural logarithm; 0.001
    /// to 1000.
    /// </summary>
    public double Boltzmann { get; init; } = 2;

    /// <summary>Width of a pitch bin in semitones, 0.01 to 1; made narrower for whole bins in each.</summary>
    public double ResolutionSemitones { get; init; } = 0.1;

    /// <summary>
    /// Fastest change of pitch within a voiced stretch, rounded to whole semitones a frame; at most the whole range.
    /// </summary>
    public double MaxOctavesPerSecond { get; init; } = 35.92;

    /// <summary>How likely voicing begins or ends from one frame to the next, 0 to 1.</summary>
    public double SwitchProbability { get; init; } = 0.01;

    /// <summary>How likely the best period counts although it is above the threshold, 0 to 1.</summary>
    public double NoTroughProbability { get; init; } = 0.01;

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureRow> Rows =>
        [new("pyin_f0", "Hz"), new("pyin_voiced", ""), new("pyin_voiced_probability", "")];

    /// <summary>The course of the pitch, computed once a clip.</summary>
    /// <exception cref="BadOptionException">The options cannot hold at the clip's rate.</exception>
    public PitchTrack Track(Analysis analysis) => analysis.Share(this, () => Decode(analysis));

    /// <summary>Rows of <see cref="Track"/>; voiced is 0 or 1, and f0 is NaN where it is 0.</summary>
    /// <inheritdoc/>
    public override float[] Of(Analysis analysis)
    {
        var track = Track(analysis);
        return [.. track.F0Hz, .. track.Voiced.Select(voiced => voiced ? 1f : 0f), .. track.VoicedProbability];
    }

    private PitchTrack Decode(Analysis analysis)
    {
        var range = PitchRange.Of(MinHz, MaxHz, analysis.Tools);
        Check();
        var bins = PitchBins.Of(MinHz, MaxHz, ResolutionSemitones);
        var transitions = analysis.Tools.Share(
            (typeof(PitchTransitions), this), () => new PitchTransitions(this, bins, analysis.Tools));
        var candidates = analysis.Tools.Share((typeof(PitchCandidates), this), () => new PitchCandidates(this, bins));
        var observed = candidates.Of(analysis, range);
        var states = new PitchDecoder(transitions, observed).States();
        return new PitchTrack(
            Array.ConvertAll(states, state => state < bins.Count ? (float)bins.Hz(state) : float.NaN),
            Array.ConvertAll(states, state => state < bins.Count), observed.VoicedProbability);
    }

    private void Check()
    {
        (string Name, double Value, double Least, double Most)[] limits =
        [
            (nameof(Thresholds), Thresholds, 1, 10_000),
            (nameof(ThresholdAlpha), ThresholdAlpha, 0.001, 1000),
            (nameof(ThresholdBeta), ThresholdBeta, 0.001, 1000),
            (nameof(Boltzmann), Boltzmann, 0.001, 1000),
            (nameof(ResolutionSemitones), ResolutionSemitones, 0.01, 1),
            (nameof(MaxOctavesPerSecond), MaxOctavesPerSecond, 0, 1e6),
            (nameof(SwitchProbability), SwitchProbability, 0, 1),
            (nameof(NoTroughProbability), NoTroughProbability, 0, 1),
        ];
        var problems = limits.Where(limit => !(limit.Value >= limit.Least && limit.Value <= limit.Most))
            .Select(limit => $"{limit.Name} is {limit.Value} where {limit.Least} to {limit.Most} is due.")
            .ToArray();
        if (problems.Length > 0)
        {
            throw new BadOptionException(string.Join(' ', problems), "Leave out what need not differ from librosa.");
        }
    }
}
