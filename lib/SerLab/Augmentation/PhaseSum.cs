using System.Numerics;
using System.Numerics.Tensors;
using SerLab.Audio;

namespace SerLab.Augmentation;

/// <summary>The phase of every bin as it goes on from frame to frame, summed in single precision as in librosa.</summary>
internal sealed class PhaseSum
{
    private const double Turn = 2 * Math.PI;

    private readonly double[] _advance; // what the centre of each bin goes on by in a hop
    private readonly float[] _sum, _wrapped, _cos, _sin, _magnitudes;

    public PhaseSum(StftOptions options)
    {
        var bins = options.FftSize / 2 + 1;
        var step = 1 / (options.FftSize * (1 / Turn)); // numpy's way, so that halves of a turn round as they do there
        _advance = [.. Enumerable.Range(0, bins).Select(bin => options.Hop * (bin * step))];
        (_sum, _wrapped) = (new float[bins], new float[bins]);
        (_cos, _sin, _magnitudes) = (new float[bins], new float[bins], new float[bins]);
    }

    /// <summary>Begins with the phases of a frame.</summary>
    public void Start(PolarFrame first) => first.Angles.CopyTo(_sum, 0);

    /// <summary>The spectrum [bin, 2] with these phases between two frames.</summary>
    /// <param name="from">The frame before.</param>
    /// <param name="to">The frame after.</param>
    /// <param name="share">How far from the one to the other, 0 up to 1.</param>
    /// <param name="spectrum">Receives it.</param>
    public void Spectrum(PolarFrame from, PolarFrame to, double share, Span<float> spectrum)
    {
        TensorPrimitives.Multiply(from.Magnitudes, (float)(1 - share), _magnitudes);
        TensorPrimitives.MultiplyAdd(to.Magnitudes, (float)share, _magnitudes, _magnitudes);
        Wrap();
        TensorPrimitives.Cos<float>(_wrapped, _cos);
        TensorPrimitives.Sin<float>(_wrapped, _sin);
        SpectrumMath.Join(_magnitudes, _cos, _sin, spectrum);
    }

    /// <summary>Goes on by what the phases went on between two frames.</summary>
    public void Advance(PolarFrame from, PolarFrame to)
    {
        TensorPrimitives.Subtract(to.Angles, from.Angles, _wrapped);
        var lanes = Vector<double>.Count;
        var bin = 0;
        for (; bin + 2 * lanes <= _sum.Length; bin += 2 * lanes)
        {
            Vector.Widen(new Vector<float>(_sum, bin), out var low, out var high);
            Vector.Widen(new Vector<float>(_wrapped, bin), out var lowStep, out var highStep);
            low += Unwrapped(lowStep, new Vector<double>(_advance, bin));
            high += Unwrapped(highStep, new Vector<double>(_advance, bin + lanes));
            Vector.Narrow(low, high).CopyTo(_sum, bin);
        }
        for (; bin < _sum.Length; bin++)
        {
            var (step, advance) = (new Vector<double>(_wrapped[bin]), new Vector<double>(_advance[bin]));
            _sum[bin] = (float)(_sum[bin] + Unwrapped(step, advance)[0]);
        }
    }

    // The step that is nearest to the advance and the same but for whole turns.
    private static Vector<double> Unwrapped(Vector<double> step, Vector<double> advance)
    {
        var beyond = step - advance;
        return advance + (beyond - Turn * Vector.Round(beyond / new Vector<double>(Turn)));
    }

    // Brings the phases near 0, where sine and cosine are fast.
    private void Wrap()
    {
        var lanes = Vector<double>.Count;
        var bin = 0;
        for (; bin + 2 * lanes <= _sum.Length; bin += 2 * lanes)
        {
            Vector.Widen(new Vector<float>(_sum, bin), out var low, out var high);
            Vector.Narrow(Wrapped(low), Wrapped(high)).CopyTo(_wrapped, bin);
        }
        for (; bin < _sum.Length; bin++)
        {
            _wrapped[bin] = (float)Wrapped(new Vector<double>(_sum[bin]))[0];
        }
    }

    private static Vector<double> Wrapped(Vector<double> phase) =>
        phase - Turn * Vector.Round(phase * new Vector<double>(1 / Turn));
}
