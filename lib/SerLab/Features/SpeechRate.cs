using SerLab.Files;

namespace SerLab.Features;

/// <summary>
/// Voiced segments a second over the clip, a measure of the rate of syllables (eGeMAPS' VoicedSegmentsPerSec). Voicing
/// is Boersma's (1993), every 10 ms. 0 for unvoiced and silent clips. Does not depend on the level.
/// </summary>
public sealed record SpeechRate : Feature
{
    private static readonly IReadOnlyList<FeatureRow> OneRow = [new("speech_rate", "1/s")];

    /// <summary>Lowest pitch in Hz, above 0.</summary>
    public double MinHz { get; init; } = VoicePitch.LowestHz;

    /// <summary>Highest pitch in Hz, above the lowest and at most a quarter of the rate.</summary>
    public double MaxHz { get; init; } = VoicePitch.HighestHz;

    /// <summary>Shorter gaps do not part segments; seconds, from 0.</summary>
    public double MinGapSeconds { get; init; } = VoicedSegments.ShortestSeconds;

    /// <summary>Shorter segments do not count, once gaps are closed; seconds, from 0.</summary>
    public double MinSegmentSeconds { get; init; } = VoicedSegments.ShortestSeconds;

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureRow> Rows => OneRow;

    /// <inheritdoc/>
    public override bool IsOfClip => true;

    /// <inheritdoc/>
    public override float[] Of(Analysis analysis)
    {
        if (!(MinGapSeconds >= 0 && MinSegmentSeconds >= 0))
        {
            throw new BadOptionException(
                $"Gaps of {MinGapSeconds} s and segments of {MinSegmentSeconds} s cannot be.", "Use 0 or more.");
        }
        var track = new VoicePitch(MinHz, MaxHz).Of(analysis);
        var segments = VoicedSegments.Of(track, MinGapSeconds, MinSegmentSeconds);
        return [(float)(segments.Count / analysis.Clip.Duration)];
    }
}
