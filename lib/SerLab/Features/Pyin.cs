using System.Text.Json.Serialization;
using SerLab.Files;

namespace SerLab.Features;

/// <summary>
/// Fundamental frequency and voicing of the most likely course through all frames (Mauch and Dixon, "pYIN", 2014):
/// <c>librosa.pyin(y, fmin, fmax)</c> of librosa 0.11 with the analysis' frames. Silence is unvoiced.
/// </summary>
public sealed record Pyin : Feature
{
    private static readonly IReadOnlyList<FeatureRow> ThreeRows =
        [new("pyin_f0", "Hz"), new("pyin_voiced", ""), new("pyin_voiced_probability", "")];

    /// <summary>Lowest frequency in Hz; a period must be shorter than the frame, and two should fit.</summary>
    public double MinHz { get; init; } = PitchRange.C2;

    /// <summary>Highest frequency in Hz, at most half the rate.</summary>
    public double MaxHz { get; init; } = PitchRange.C7;

    /// <summary>Number of YIN thresholds tried, evenly spaced up to 1.</summary>
    public int Thresholds { get; init; } = 100;

    /// <summary>First parameter of the beta distribution that says how likely each threshold is; above 0.</summary>
    public double ThresholdAlpha { get; init; } = 2;

    /// <summary>Second parameter of that distribution; above 0.</summary>
    public double ThresholdBeta { get; init; } = 18;

    /// <summary>
    /// How much likelier a period is than the next longer one below the same threshold, as a natural logarithm; above 0.
    /// </summary>
    public double Boltzmann { get; init; } = 2;

    /// <summary>Width of a pitch bin in semitones, above 0 and below 1; rounded to a whole number of bins each.</summary>
    public double ResolutionSemitones { get; init; } = 0.1;

    /// <summary>Fastest change of pitch within a voiced stretch, rounded to whole semitones a frame.</summary>
    public double MaxOctavesPerSecond { get; init; } = 35.92;

    /// <summary>How likely voicing begins or ends from one frame to the next; above 0 and below 1.</summary>
    public double SwitchProbability { get; init; } = 0.01;

    /// <summary>How likely the best period counts although it is above the threshold; above 0 and below 1.</summary>
    public double NoTroughProbability { get; init; } = 0.01;

    /// <inheritdoc/>
    [JsonIgnore]
    public override IReadOnlyList<FeatureRow> Rows => ThreeRows;

    /// <summary>The course of the pitch, computed once a clip.</summary>
    /// <exception cref="BadOptionException">The options cannot hold at the clip's rate.</exception>
    /// <exception cref="BadFileException">The amplitudes are too large to square.</exception>
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
        var bins = Bins();
        var candidates = analysis.Tools.Share((typeof(PitchCandidates), this), () => new PitchCandidates(this, bins));
        var transitions = analysis.Tools.Share(
            (typeof(PitchTransitions), this), () => new PitchTransitions(this, bins, analysis.Tools));
        var observed = candidates.Of(analysis, range);
        var states = new PitchDecoder(transitions, observed).States();
        return new PitchTrack(
            [.. states.Select(state => state < bins.Count ? (float)bins.Hz(state) : float.NaN)],
            [.. states.Select(state => state < bins.Count)], observed.VoicedProbability);
    }

    private PitchBins Bins()
    {
        var problems = Problems().ToArray();
        return problems.Length == 0
            ? PitchBins.Of(MinHz, MaxHz, ResolutionSemitones)
            : throw new BadOptionException(string.Join(' ', problems), "Take librosa's defaults if in doubt.");
    }

    private IEnumerable<string> Problems()
    {
        if (Thresholds < 1)
        {
            yield return $"Thresholds is {Thresholds} where at least 1 is due.";
        }
        foreach (var (name, value) in new[]
        {
            (nameof(ThresholdAlpha), ThresholdAlpha), (nameof(ThresholdBeta), ThresholdBeta),
            (nameof(Boltzmann), Boltzmann), (nameof(MaxOctavesPerSecond), MaxOctavesPerSecond),
        })
        {
            if (!(value > 0 && double.IsFinite(value)))
            {
                yield return $"{name} is {value} where a number above 0 is due.";
            }
        }
        foreach (var (name, value) in new[]
        {
            (nameof(ResolutionSemitones), ResolutionSemitones), (nameof(SwitchProbability), SwitchProbability),
            (nameof(NoTroughProbability), NoTroughProbability),
        })
        {
            if (!(value > 0 && value < 1))
            {
                yield return $"{name} is {value} where a number above 0 and below 1 is due.";
            }
        }
    }
}
