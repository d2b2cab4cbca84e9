using System.Numerics.Tensors;

namespace SerLab.Features;

/// <summary>The scale of a spectrogram's values.</summary>
public enum SpectrumLevel
{
    /// <summary>Magnitude: <c>abs(librosa.stft(y))</c>.</summary>
    Magnitude,

    /// <summary>Squared magnitude.</summary>
    Power,

    /// <summary>dB below the clip's maximum, −80..0: <c>amplitude_to_db(abs(stft), ref=np.max)</c>.</summary>
    DecibelsBelowMax,
}

/// <summary>The short-time spectrum [bin, frame], from 0 Hz to half the rate, of frames of 2048 samples.</summary>
public sealed record Spectrogram : Feature
{
    /// <summary>The scale of the values.</summary>
    public SpectrumLevel Level { get; init; } = SpectrumLevel.Magnitude;

    /// <summary>Samples a frame; it must be the analyzer's, whose 2048 is librosa's default.</summary>
    public int FftSize { get; init; } = 2048;

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureRow> Rows => Numbered("stft", FftSize / 2 + 1, Level switch
    {
        SpectrumLevel.Magnitude => "amplitude",
        SpectrumLevel.Power => "power",
        _ => "dB",
    });

    /// <inheritdoc/>
    public override float Floor => Level == SpectrumLevel.DecibelsBelowMax ? -Decibels.TopDb : 0;

    /// <inheritdoc/>
    public override float[] Of(Analysis analysis)
    {
        if (FftSize != analysis.Tools.Frames.FftSize)
        {
            throw new Files.BadOptionException(
                $"A spectrogram of frames of {FftSize} samples was asked for where frames have " +
                $"{analysis.Tools.Frames.FftSize}.", "Give both the same number.");
        }
        var values = analysis.EachBlock(Rows.Count, (power, rows) =>
        {
            for (var bin = 0; bin < power.Rows; bin++)
            {
                power.Row(bin).CopyTo(rows[bin]);
            }
        });
        switch (Level)
        {
            case SpectrumLevel.Magnitude:
                TensorPrimitives.Sqrt<float>(values, values);
                break;
            case SpectrumLevel.DecibelsBelowMax:
                Decibels.BelowMax(values);
                break;
        }
        return values;
    }
}
