using System.Numerics.Tensors;

namespace SerLab.Audio;

/// <summary>
/// Some frames of a clip with the medians of their magnitudes along the frames and across the bins. One object takes
/// block after block, so that a long recording needs no more memory than its first block.
/// </summary>
/// <param name="options">What decides the parts.</param>
/// <param name="stft">The transform.</param>
/// <param name="capacity">The most frames a block has.</param>
internal sealed class HarmonicPercussiveBlock(HarmonicPercussiveOptions options, ComplexStft stft, int capacity)
{
    private readonly RunningMedian _median = new(options.Kernel);
    private readonly int _half = options.Kernel / 2;
    private readonly int _bins = stft.Bins;
    private readonly int _stride = RunningMedian.Padded(stft.Bins); // from one frame of magnitudes to the next
    private readonly float[] _spectra = new float[2 * (capacity + options.Kernel - 1) * stft.Bins]; // of neighbours too
    private readonly float[] _part = new float[2 * capacity * stft.Bins];
    private readonly float[] _magnitudes = new float[(capacity + options.Kernel - 1) * RunningMedian.Padded(stft.Bins)];
    private readonly float[] _turned = new float[(stft.Bins + options.Kernel - 1) * RunningMedian.Padded(capacity)];
    private readonly float[] _turnedMedians = new float[stft.Bins * RunningMedian.Padded(capacity)];
    private readonly float[] _along = new float[capacity * RunningMedian.Padded(stft.Bins)];
    private readonly float[] _across = new float[capacity * RunningMedian.Padded(stft.Bins)];
    private readonly float[] _against = new float[stft.Bins], _shares = new float[stft.Bins];
    private int _count, _start; // frames, and the first frame with neighbours before it

    /// <summary>Number of the first frame.</summary>
    public int First { get; private set; }

    /// <summary>Takes some frames of a clip.</summary>
    /// <param name="samples">The clip.</param>
    /// <param name="frames">How many frames the clip has.</param>
    /// <param name="first">The first one of the block.</param>
    /// <param name="count">How many, up to the capacity.</param>
    public void Take(ReadOnlySpan<float> samples, int frames, int first, int count)
    {
        (First, _count, _start) = (first, count, Math.Max(0, first - _half));
        var neighbours = Math.Min(frames, first + count + _half) - _start;
        stft.Transform(samples, _start, _spectra.AsSpan(0, 2 * neighbours * _bins));
        for (var row = 0; row < count + 2 * _half; row++)
        {
            var from = SpectrumMath.Mirror(first - _half + row, frames) - _start;
            SpectrumMath.Magnitudes(
                _spectra.AsSpan(2 * from * _bins, 2 * _bins), _magnitudes.AsSpan(row * _stride, _bins));
        }
        _median.Filter(_magnitudes, _along.AsSpan(0, count * _stride), _stride);
        FilterAcross();
    }

    /// <summary>The spectra [frame, bin, 2] of what lasts: loud in the medians along the frames.</summary>
    public ReadOnlySpan<float> Harmonic() => Part(_along, _across);

    /// <summary>The spectra [frame, bin, 2] of what passes: loud in the medians across the bins.</summary>
    public ReadOnlySpan<float> Percussive() => Part(_across, _along);

    private void FilterAcross()
    {
        var width = RunningMedian.Padded(_count); // from one bin to the next
        SpectrumMath.Transpose(
            _magnitudes.AsSpan(_half * _stride), _stride, _turned.AsSpan(_half * width), width, _count, _bins);
        for (var beyond = 0; beyond < _half; beyond++)
        {
            Line(SpectrumMath.Mirror(-1 - beyond, _bins)).CopyTo(Line(-1 - beyond));
            Line(SpectrumMath.Mirror(_bins + beyond, _bins)).CopyTo(Line(_bins + beyond));
        }
        _median.Filter(_turned, _turnedMedians.AsSpan(0, _bins * width), width);
        SpectrumMath.Transpose(_turnedMedians, width, _across, _stride, _bins, _count);

        Span<float> Line(int bin) => _turned.AsSpan((_half + bin) * width, width);
    }

    // The spectra, weighed by the share of one median against the other.
    private Span<float> Part(float[] median, float[] against)
    {
        var ofNothing = options.Margin == 1 ? 0.5f : 0;
        var part = _part.AsSpan(0, 2 * _count * _bins);
        _spectra.AsSpan(2 * (First - _start) * _bins, part.Length).CopyTo(part);
        for (var frame = 0; frame < _count; frame++)
        {
            TensorPrimitives.Multiply(against.AsSpan(frame * _stride, _bins), options.Margin, _against);
            SpectrumMath.Shares(
                median.AsSpan(frame * _stride, _bins), _against, options.Power, ofNothing, _shares);
            SpectrumMath.Scale(part.Slice(2 * frame * _bins, 2 * _bins), _shares);
        }
        return part;
    }
}
