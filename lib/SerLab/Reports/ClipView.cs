using System.Numerics.Tensors;
using SerLab.Audio;
using SerLab.Features;

namespace SerLab.Reports;

/// <summary>A clip as <see cref="AugmentationFigure"/> shows it.</summary>
/// <param name="Samples">One channel.</param>
/// <param name="Rate">Samples a second.</param>
/// <param name="MelDb">[band, frame] in dB against a power of 1.</param>
/// <param name="Mfcc">[coefficient, frame] without coefficient 0, which is the level.</param>
internal sealed record ClipView(float[] Samples, int Rate, float[,] MelDb, float[,] Mfcc)
{
    private const int Coefficients = 13;

    public double Seconds => (double)Samples.Length / Rate;

    public double Peak => Math.Abs(TensorPrimitives.MaxMagnitude<float>(Samples));

    public double Rms => TensorPrimitives.Norm<float>(Samples) / Math.Sqrt(Samples.Length);

    public double LoudestDb => Math.Round(MelDb.Cast<float>().Max());

    public double LargestMfcc => Mfcc.Cast<float>().Max(MathF.Abs);

    public static ClipView Of(Clip clip, Analyzer analyzer)
    {
        using var analysis = analyzer.Of(clip);
        var mel = new MelSpectrogram { Level = MelLevel.Decibels };
        var mfcc = new Mfcc { Count = Coefficients };
        return new ClipView(
            clip.Samples, clip.Rate, Matrix(mel.Of(analysis), mel.Mel.Bands),
            Matrix(mfcc.Of(analysis)[analysis.Frames..], Coefficients - 1));
    }

    private static float[,] Matrix(float[] values, int rows)
    {
        var matrix = new float[rows, values.Length / rows];
        Buffer.BlockCopy(values, 0, matrix, 0, sizeof(float) * values.Length);
        return matrix;
    }
}
