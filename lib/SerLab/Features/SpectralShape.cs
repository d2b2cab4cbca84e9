using System.Runtime.Intrinsics;
using SerLab.Audio;

namespace SerLab.Features;

/// <summary>Sums over the bins of each frame, sixteen frames at a time, which features of the spectrum's shape need.</summary>
internal static class SpectralShape
{
    /// <summary>What a bin adds to the sums of sixteen frames.</summary>
    /// <param name="bin">Number of the bin.</param>
    /// <param name="power">Its squared magnitudes in these frames.</param>
    public delegate Vector512<float> Term(int bin, Vector512<float> power);

    /// <summary>Adds up over the bins, in their order, for sixteen frames from <paramref name="frame"/> on.</summary>
    public static Vector512<float> Sum(FrameMatrix power, int frame, Term term)
    {
        var sum = Vector512<float>.Zero;
        for (var bin = 0; bin < power.Rows; bin++)
        {
            sum += term(bin, Vector512.Create<float>(power.PaddedRow(bin)[frame..]));
        }
        return sum;
    }

    /// <summary>One value for every frame, sixteen frames at a time.</summary>
    /// <param name="analysis">The clip.</param>
    /// <param name="values">The values of sixteen frames, from the number of the first in its block on.</param>
    public static float[] EachFrame(Analysis analysis, Func<FrameMatrix, int, Vector512<float>> values)
    {
        var lanes = new float[FrameMatrix.Lanes];
        return analysis.EachBlock(1, (power, rows) =>
        {
            for (var frame = 0; frame < power.Frames; frame += FrameMatrix.Lanes)
            {
                values(power, frame).CopyTo(lanes);
                lanes.AsSpan(0, Math.Min(lanes.Length, power.Frames - frame)).CopyTo(rows[0][frame..]);
            }
        });
    }

    /// <summary>
    /// Mean frequency in Hz, weighted by magnitude, 0 where there is none; and the sum of the magnitudes.
    /// </summary>
    public static (Vector512<float> Hz, Vector512<float> Total) Centroid(FrameMatrix power, int frame, float hzPerBin)
    {
        var (moment, total) = (Vector512<float>.Zero, Vector512<float>.Zero);
        for (var bin = 0; bin < power.Rows; bin++)
        {
            var magnitude = Vector512.Sqrt(Vector512.Create<float>(power.PaddedRow(bin)[frame..]));
            moment += magnitude * (bin * hzPerBin);
            total += magnitude;
        }
        return (Ratio(moment, total), total);
    }

    /// <summary>librosa's normalisation: a total too small to divide by is left out.</summary>
    public static Vector512<float> Ratio(Vector512<float> sum, Vector512<float> total) => sum / Vector512.ConditionalSelect(
        Vector512.LessThan(total, Vector512.Create(SpectrumMath.SmallestNormal)), Vector512<float>.One, total);
}
