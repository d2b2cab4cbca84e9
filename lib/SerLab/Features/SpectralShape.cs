using SerLab.Audio;

namespace SerLab.Features;

/// <summary>Sums over the bins of each frame, which several features of the spectrum's shape need.</summary>
internal static class SpectralShape
{
    /// <summary>Adds up over the bins of each frame of a block, in double precision.</summary>
    /// <param name="power">Squared magnitudes [bin, frame].</param>
    /// <param name="term">What a bin adds, from its number, its squared magnitude and the number of the frame.</param>
    public static double[] Sum(FrameMatrix power, Func<int, float, int, double> term)
    {
        var sums = new double[power.Frames];
        for (var bin = 0; bin < power.Rows; bin++)
        {
            var row = power.Row(bin);
            for (var frame = 0; frame < row.Length; frame++)
            {
                sums[frame] += term(bin, row[frame], frame);
            }
        }
        return sums;
    }

    /// <summary>Mean frequency of each frame in Hz, weighted by magnitude; 0 where there is none.</summary>
    public static double[] Centroids(FrameMatrix power, Analyzer tools)
    {
        var hzPerBin = (double)tools.Rate / tools.Frames.FftSize;
        var total = Sum(power, (_, p, _) => Math.Sqrt(p));
        var moment = Sum(power, (bin, p, _) => bin * hzPerBin * Math.Sqrt(p));
        return [.. moment.Zip(total, Ratio)];
    }

    /// <summary>librosa's normalisation: a sum too small to divide by is left out.</summary>
    public static double Ratio(double sum, double total) => total < SmallestNormal ? sum : sum / total;

    private const double SmallestNormal = 1.17549435e-38; // of single precision
}
