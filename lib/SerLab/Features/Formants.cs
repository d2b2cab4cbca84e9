using System.Numerics.Tensors;
using SerLab.Audio;

namespace SerLab.Features;

/// <summary>A resonance of the vocal tract: frequency and bandwidth in Hz; NaN where there is none.</summary>
internal readonly record struct Formant(float Hz, float BandwidthHz)
{
    public static Formant None { get; } = new(float.NaN, float.NaN);
}

/// <summary>
/// Formants as in Praat's "To Formant (burg)": the clip resampled to 11 kHz, pre-emphasis from 50 Hz on, frames of 50
/// ms under a Gaussian window (25 ms of it count), ten linear prediction coefficients, and the resonances of that filter
/// from 50 Hz to 50 Hz below half the rate, by rising frequency. The five formants of a voice are expected below
/// 5.5 kHz. Clips of lower rates keep theirs, with two coefficients less a 1.1 kHz that are missing.
/// </summary>
internal sealed class Formants
{
    private const int HighestRate = 11000;
    private const double WindowSeconds = 0.05, EmphasisHz = 50, MarginHz = 50;

    private readonly double[] _samples;
    private readonly double[] _window;
    private readonly double[] _frame;
    private readonly int _rate;
    private readonly int _order;

    /// <param name="clip">The clip, without an offset.</param>
    public Formants(Clip clip)
    {
        var low = Resampler.Resample(clip, Math.Min(HighestRate, clip.Rate));
        _rate = low.Rate;
        _order = Math.Max(2, 2 * (int)Math.Round(_rate / 2200.0));
        _samples = Emphasised(low.Samples, Math.Exp(-2 * Math.PI * EmphasisHz / _rate));
        var length = Math.Max(_order + 2, (int)(WindowSeconds * _rate));
        _window = Gaussian(length);
        _frame = new double[length];
    }

    /// <summary>The formants at a time by rising frequency; fewer than five where the spectrum is simple.</summary>
    public Formant[] At(double seconds)
    {
        var start = (int)Math.Round(seconds * _rate - _frame.Length / 2.0);
        var from = Math.Clamp(-start, 0, _frame.Length);
        var until = Math.Clamp(_samples.Length - start, from, _frame.Length);
        Array.Clear(_frame);
        if (from == until)
        {
            return []; // outside of the clip
        }
        TensorPrimitives.Multiply(
            _samples.AsSpan((start + from)..(start + until)), _window.AsSpan(from..until), _frame.AsSpan(from..until));
        var filter = LinearPrediction.Burg(_frame, _order);
        if (filter[^1] == 0)
        {
            return []; // silence
        }
        return
        [
            .. from root in Polynomial.Roots(filter)
               where root.Imaginary > 0
               let hz = root.Phase / (2 * Math.PI) * _rate
               where hz > MarginHz && hz < _rate / 2.0 - MarginHz
               orderby hz
               select new Formant((float)hz, (float)(Math.Abs(Math.Log(root.Magnitude)) * _rate / Math.PI)),
        ];
    }

    private static double[] Emphasised(float[] samples, double share)
    {
        var emphasised = new double[samples.Length];
        for (var i = 0; i < samples.Length; i++)
        {
            emphasised[i] = samples[i] - (i > 0 ? share * samples[i - 1] : 0);
        }
        return emphasised;
    }

    // Falls to 0 at the ends.
    private static double[] Gaussian(int length)
    {
        var edge = Math.Exp(-12);
        return [.. Enumerable.Range(0, length).Select(n =>
        {
            var place = (n + 0.5 - length / 2.0) / (length + 1);
            return (Math.Exp(-48 * place * place) - edge) / (1 - edge);
        })];
    }
}
