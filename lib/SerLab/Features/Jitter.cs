namespace SerLab.Features;

/// <summary>
/// How irregular the periods of the voice are over the clip, in %: Praat's "local" (mean absolute difference of
/// consecutive periods), "rap" and "ppq5" (of a period from the mean of the 3 or 5 periods about it), each over the
/// mean period. Periods outside 0.8 / <see cref="MaxHz"/> to 1.25 / <see cref="MinHz"/>, and pairs of which one is more than
/// 1.3 times the other, do not count. 0 where no periods follow each other: unvoiced, silent and very short clips.
/// Does not depend on the level.
/// </summary>
public sealed record Jitter : Feature
{
    private static readonly IReadOnlyList<FeatureRow> ThreeRows =
        [new("jitter_local", "%"), new("jitter_rap", "%"), new("jitter_ppq5", "%")];

    /// <summary>Lowest pitch in Hz, above 0.</summary>
    public double MinHz { get; init; } = VoicePitch.LowestHz;

    /// <summary>Highest pitch in Hz, above the lowest and at most a quarter of the rate.</summary>
    public double MaxHz { get; init; } = VoicePitch.HighestHz;

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureRow> Rows => ThreeRows;

    /// <inheritdoc/>
    public override bool IsOfClip => true;

    /// <inheritdoc/>
    public override float[] Of(Analysis analysis)
    {
        var periods = Perturbation.Of(analysis, new VoicePitch(MinHz, MaxHz)).Periods;
        return
        [
            (float)(100 * Perturbation.Local(periods)),
            (float)(100 * Perturbation.Around(periods, 3)),
            (float)(100 * Perturbation.Around(periods, 5)),
        ];
    }
}
