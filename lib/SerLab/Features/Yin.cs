namespace SerLab.Features;

/// <summary>
/// Fundamental frequency of each frame alone (de Cheveigné and Kawahara, 2002): <c>librosa.yin(y, fmin, fmax)</c> with
/// the analysis' frames. Every frame gets one, voiced or not; silence gets the highest that can be told. Of pure tones
/// the error is within 0.2 % from 250 to 1500 Hz; as librosa's, it grows to +0.7 % at 70 Hz and +0.4 % at 2 kHz.
/// </summary>
public sealed record Yin : Feature
{
    /// <summary>Lowest frequency in Hz; a period must be shorter than the frame, and two should fit.</summary>
    public double MinHz { get; init; } = PitchRange.C2;

    /// <summary>Highest frequency in Hz, at most half the rate.</summary>
    public double MaxHz { get; init; } = PitchRange.C7;

    /// <summary>
    /// The shortest period whose difference is a minimum below this is taken; where there is none, the best of all.
    /// </summary>
    public double TroughThreshold { get; init; } = 0.1;

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureRow> Rows => [new("yin_f0", "Hz")];

    /// <inheritdoc/>
    public override float[] Of(Analysis analysis)
    {
        var range = PitchRange.Of(MinHz, MaxHz, analysis.Tools);
        var f0 = new float[analysis.Frames];
        YinDifference.Visit(analysis, range, (frame, differences) =>
        {
            var period = Period(differences);
            f0[frame] = (float)(
                analysis.Tools.Rate / (range.MinPeriod + period + YinDifference.Shift(differences, period)));
        });
        return f0;
    }

    private int Period(ReadOnlySpan<double> differences)
    {
        var best = 0;
        for (var period = 0; period < differences.Length; period++)
        {
            if (differences[period] < TroughThreshold && YinDifference.IsTrough(differences, period))
            {
                return period;
            }
            best = differences[period] < differences[best] ? period : best;
        }
        return best;
    }
}
