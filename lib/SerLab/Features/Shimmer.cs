namespace SerLab.Features;

/// <summary>
/// How irregular the amplitudes of the voice's cycles are over the clip: Praat's "local" (mean absolute difference of
/// consecutive amplitudes), "apq3", "apq5" and "apq11" (of an amplitude from the mean of the 3, 5 or 11 about it), each
/// over the mean amplitude, in %; and "local, dB", the mean absolute ratio of consecutive amplitudes. An amplitude is
/// the root mean square about the cycle's mark, under a Hann window of a fifth of a period to both sides. The cycles
/// are those of <see cref="Jitter"/>; pairs of which one amplitude is more than 1.6 times the other do not count. 0
/// where no cycles follow each other: unvoiced, silent and very short clips. Does not depend on the level.
/// </summary>
public sealed record Shimmer : Feature
{
    private static readonly IReadOnlyList<FeatureRow> FiveRows =
    [
        new("shimmer_local", "%"), new("shimmer_apq3", "%"), new("shimmer_apq5", "%"), new("shimmer_apq11", "%"),
        new("shimmer_local_db", "dB"),
    ];

    /// <summary>Lowest pitch in Hz, above 0.</summary>
    public double MinHz { get; init; } = VoicePitch.LowestHz;

    /// <summary>Highest pitch in Hz, above the lowest and at most a quarter of the rate.</summary>
    public double MaxHz { get; init; } = VoicePitch.HighestHz;

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureRow> Rows => FiveRows;

    /// <inheritdoc/>
    public override bool IsOfClip => true;

    /// <inheritdoc/>
    public override float[] Of(Analysis analysis)
    {
        var amplitudes = Perturbation.Of(analysis, new VoicePitch(MinHz, MaxHz)).Amplitudes;
        return
        [
            (float)(100 * Perturbation.Local(amplitudes)),
            (float)(100 * Perturbation.Around(amplitudes, 3)),
            (float)(100 * Perturbation.Around(amplitudes, 5)),
            (float)(100 * Perturbation.Around(amplitudes, 11)),
            (float)Perturbation.LocalDecibels(amplitudes).DefaultIfEmpty(0).Average(),
        ];
    }
}
