using System.Numerics.Tensors;

namespace SerLab.Features;

/// <summary>
/// An estimate of how loud each frame is heard, from 0: the sum over 26 mel bands (HTK scale, 20 Hz to 8 kHz or half
/// the rate) of the power, weighted by how well the ear hears it (the equal-loudness curve of Hermansky's PLP, 1990),
/// to the power 0.33. Twice the amplitude is 1.58 times as loud. Silence is 0. In the spirit of GeMAPS, without its scale.
/// </summary>
public sealed record Loudness : Feature
{
    private const double Exponent = 0.33;

    private static readonly IReadOnlyList<FeatureRow> OneRow = [new("loudness", "")];

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureRow> Rows => OneRow;

    /// <inheritdoc/>
    public override float[] Of(Analysis analysis)
    {
        var tools = analysis.Tools;
        var mel = Bands(tools.Rate);
        var weights = tools.Share((typeof(Loudness), mel), () => Weights(mel, tools.Frames.FftSize));
        var power = new MelSpectrogram { Mel = mel }.Of(analysis); // [band, frame]
        var loudness = new float[analysis.Frames];
        for (var band = 0; band < mel.Bands; band++)
        {
            var row = power.AsSpan(band * loudness.Length, loudness.Length);
            TensorPrimitives.Multiply(row, weights[band], row);
            TensorPrimitives.Pow(row, (float)Exponent, row);
            TensorPrimitives.Add(loudness, row, loudness);
        }
        return loudness;
    }

    /// <summary>The bands at a rate in Hz.</summary>
    internal static MelOptions Bands(int rate) => new()
    {
        Bands = 26,
        LowHz = 20,
        HighHz = Math.Min(8000, rate / 2.0),
        Scale = MelScale.Htk,
        Norm = MelNorm.None,
    };

    // From squared magnitudes of a Hann-windowed frame to mean squares as the ear weights them.
    private static float[] Weights(MelOptions mel, int fftSize)
    {
        var low = MelFilterBank.HzToMel(mel.LowHz, mel.Scale);
        var high = MelFilterBank.HzToMel(mel.HighHz!.Value, mel.Scale);
        return [.. Enumerable.Range(1, mel.Bands).Select(band =>
        {
            var hz = MelFilterBank.MelToHz(low + (high - low) * band / (mel.Bands + 1), mel.Scale);
            return (float)(EqualLoudness(hz) * 2 / (0.375 * fftSize * fftSize));
        })];
    }

    // Hermansky's approximation of the ear's sensitivity at about 40 dB.
    private static double EqualLoudness(double hz)
    {
        var square = Math.Pow(2 * Math.PI * hz, 2);
        return (square + 56.8e6) * square * square / (Math.Pow(square + 6.3e6, 2) * (square + 0.38e9));
    }
}
