using SerLab.Audio;

namespace SerLab.Features;

/// <summary>The scale of a mel-spectrogram's values.</summary>
public enum MelLevel
{
    /// <summary>Power.</summary>
    Power,

    /// <summary>dB below the clip's maximum, −80..0: <c>power_to_db(S, ref=np.max)</c>.</summary>
    DecibelsBelowMax,

    /// <summary>dB against a power of 1, at most 80 below the clip's maximum: <c>power_to_db(S)</c>.</summary>
    Decibels,
}

/// <summary>
/// Energy in mel bands [band, frame]: <c>librosa.feature.melspectrogram</c>, in decibels with <c>power_to_db</c>.
/// Silence is 0 as power and below its maximum, −100 dB against 1.
/// </summary>
public sealed record MelSpectrogram : Feature
{
    /// <summary>Which bands.</summary>
    public MelOptions Mel { get; init; } = new();

    /// <summary>The scale of the values; librosa's melspectrogram gives power.</summary>
    public MelLevel Level { get; init; } = MelLevel.Power;

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureRow> Rows =>
        Numbered("mel", Mel.Bands, Level == MelLevel.Power ? "power" : "dB");

    /// <inheritdoc/>
    public override float Floor => Level == MelLevel.DecibelsBelowMax ? -Decibels.TopDb : 0;

    /// <inheritdoc/>
    public override float[] Of(Analysis analysis)
    {
        var values = PowerOf(analysis, Mel).ToArray();
        switch (Level)
        {
            case MelLevel.DecibelsBelowMax:
                Decibels.BelowMax(values);
                break;
            case MelLevel.Decibels:
                Decibels.OfPower(values);
                break;
        }
        return values;
    }

    /// <summary>Mel power of a clip [band, frame], computed once for all that need it.</summary>
    internal static FrameMatrix PowerOf(Analysis analysis, MelOptions mel) => analysis.Share(mel, () =>
    {
        var bank = Bank(analysis.Tools, mel);
        var power = new FrameMatrix(bank.Bands, analysis.Frames);
        foreach (var block in analysis.Power)
        {
            bank.Apply(block, power);
        }
        return power;
    });

    private static MelFilterBank Bank(Analyzer tools, MelOptions mel) =>
        tools.Share(mel, () => new MelFilterBank(tools.Rate, tools.Frames.FftSize, mel));
}
