using System.Numerics.Tensors;
using SerLab.Audio;

namespace SerLab.Features;

/// <summary>The spectrum within limits, frame by frame.</summary>
internal static class SpectralBands
{
    private const double Least = 1e-10;

    /// <summary>Squared magnitudes summed over the bins from one frequency up to, not including, another.</summary>
    public static float[] Sum(FrameMatrix power, Analyzer tools, double fromHz, double untilHz)
    {
        var sums = new float[power.Frames];
        foreach (var bin in Bins(power, tools, fromHz, untilHz))
        {
            TensorPrimitives.Add(sums, power.Row(bin), sums);
        }
        return sums;
    }

    /// <summary>The largest squared magnitude of those bins; 0 where there is none.</summary>
    public static float[] Max(FrameMatrix power, Analyzer tools, double fromHz, double untilHz)
    {
        var largest = new float[power.Frames];
        foreach (var bin in Bins(power, tools, fromHz, untilHz))
        {
            TensorPrimitives.Max(largest, power.Row(bin), largest);
        }
        return largest;
    }

    /// <summary>The bins from one frequency up to, not including, another.</summary>
    public static IEnumerable<int> Bins(FrameMatrix power, Analyzer tools, double fromHz, double untilHz)
    {
        var hzPerBin = (double)tools.Rate / tools.Frames.FftSize;
        var first = (int)Math.Ceiling(fromHz / hzPerBin);
        var until = Math.Min(power.Rows, (int)Math.Ceiling(untilHz / hzPerBin));
        return Enumerable.Range(first, Math.Max(0, until - first));
    }

    /// <summary>Ratios of powers in dB; powers under 1e-10 count as 1e-10, so that of silence is 0.</summary>
    public static void Decibels(ReadOnlySpan<float> above, ReadOnlySpan<float> below, Span<float> ratios)
    {
        for (var frame = 0; frame < ratios.Length; frame++)
        {
            ratios[frame] = (float)(10 * Math.Log10(Math.Max(above[frame], Least) / Math.Max(below[frame], Least)));
        }
    }
}
