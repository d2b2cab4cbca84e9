using System.Numerics.Tensors;
using SerLab.Files;

namespace SerLab.Features;

/// <summary>A peak of a frame's autocorrelation.</summary>
/// <param name="Hz">The frequency of which its lag is the period.</param>
/// <param name="Correlation">Its height, above 0, at most 1.</param>
internal readonly record struct PeriodicityPeak(double Hz, double Correlation);

/// <summary>
/// The peaks of frames' autocorrelations within a range of pitches, found between the samples by sin(x)/x
/// interpolation. Safe to use from several threads.
/// </summary>
internal sealed class PeriodicityPeaks
{
    private readonly int _rate;
    private readonly double _maxHz;
    private readonly int _first; // lag of the highest pitch, in samples
    private readonly int _last;
    private readonly FrameAutocorrelation _correlation;

    private PeriodicityPeaks(int rate, double minHz, double maxHz, double periods)
    {
        if (!(minHz > 0 && maxHz > minHz && maxHz <= rate / 4.0))
        {
            throw new BadOptionException(
                $"Pitches from {minHz} to {maxHz} Hz cannot be found at {rate} Hz.",
                "Use MinHz above 0 and MaxHz above it, up to a quarter of the rate.");
        }
        (_rate, _maxHz) = (rate, maxHz);
        (_first, _last) = ((int)Math.Floor(rate / maxHz), (int)Math.Ceiling(rate / minHz));
        var window = (int)Math.Round(periods * rate / minHz);
        _correlation = new FrameAutocorrelation(window, _last + PeakInterpolation.Reach + 2);
    }

    /// <summary>The finder for a range of pitches, made once.</summary>
    /// <param name="tools">What clips of one rate share.</param>
    /// <param name="minHz">Lowest pitch in Hz, above 0.</param>
    /// <param name="maxHz">Highest pitch in Hz, above the lowest, at most a quarter of the rate.</param>
    /// <param name="periods">Length of a frame in periods of the lowest pitch, 2 or more.</param>
    /// <exception cref="BadOptionException">The range does not hold at this rate.</exception>
    public static PeriodicityPeaks For(Analyzer tools, double minHz, double maxHz, double periods) =>
        tools.Share(new Key(minHz, maxHz, periods), () => new PeriodicityPeaks(tools.Rate, minHz, maxHz, periods));

    /// <summary>Shows the peaks of every frame, in order.</summary>
    /// <param name="samples">The signal.</param>
    /// <param name="hop">Samples from frame to frame; frame f is centred on sample f · hop.</param>
    /// <param name="visit">Receives the frame's level, 0..1 of the clip's peak, and its peaks by rising lag.</param>
    public void Visit(float[] samples, int hop, Action<double, IReadOnlyList<PeriodicityPeak>> visit)
    {
        var centred = Centred(samples);
        var reach = PeakInterpolation.Reach;
        var mirrored = new float[reach + _last + reach + 2]; // lag 0 at `reach`
        _correlation.Visit(centred, hop, _last, (_, level, correlation) =>
        {
            correlation.CopyTo(mirrored.AsSpan(reach));
            for (var lag = 1; lag <= reach; lag++)
            {
                mirrored[reach - lag] = lag < correlation.Length ? correlation[lag] : 0;
            }
            visit(level, Peaks(mirrored));
        });
    }

    private List<PeriodicityPeak> Peaks(ReadOnlySpan<float> mirrored)
    {
        var peaks = new List<PeriodicityPeak>();
        var zero = PeakInterpolation.Reach;
        for (var lag = _first; lag <= _last; lag++)
        {
            var height = mirrored[zero + lag];
            if (height > 0 && height > mirrored[zero + lag - 1] && height >= mirrored[zero + lag + 1])
            {
                var (place, top) = PeakInterpolation.Near(mirrored, zero + lag);
                if (_rate / (place - zero) is var hz && hz <= _maxHz)
                {
                    // Interpolation may overshoot 1, which no correlation can.
                    peaks.Add(new PeriodicityPeak(hz, top > 1 ? 1 / top : top));
                }
            }
        }
        return peaks;
    }

    // The clip less its mean, its peak 1; silence stays 0.
    private static float[] Centred(float[] samples)
    {
        var mean = (float)samples.Average(sample => (double)sample);
        var centred = new float[samples.Length];
        TensorPrimitives.Subtract(samples, mean, centred);
        var peak = Math.Abs(TensorPrimitives.MaxMagnitude<float>(centred));
        if (peak > 0)
        {
            TensorPrimitives.Divide(centred, peak, centred);
        }
        return centred;
    }

    private sealed record Key(double MinHz, double MaxHz, double Periods);
}
