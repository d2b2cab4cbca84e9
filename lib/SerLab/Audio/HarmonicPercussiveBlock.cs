namespace SerLab.Audio;

/// <summary>Some frames, with the medians of their magnitudes along the frames and across the bins.</summary>
internal sealed class HarmonicPercussiveBlock
{
    private readonly float[] _spectra; // of the neighbouring frames too
    private readonly int _start, _bins;

    public HarmonicPercussiveBlock(float[] samples, int frames, int first, int count, ComplexStft stft, RunningMedian median)
    {
        (First, Count, _bins, Stride) = (first, count, stft.Bins, RunningMedian.Padded(stft.Bins));
        _start = Math.Max(0, first - median.Half);
        var end = Math.Min(frames, first + count + median.Half);
        _spectra = new float[2 * (end - _start) * _bins];
        stft.Transform(samples, _start, _spectra);
        var magnitudes = Magnitudes(frames, median.Half);
        Along = new float[count * Stride];
        median.Filter(magnitudes, Along, Stride);
        Across = AcrossBins(magnitudes.AsSpan(median.Half * Stride), median);
    }

    public int First { get; }

    public int Count { get; }

    /// <summary>Elements from one frame of the medians to the next.</summary>
    public int Stride { get; }

    /// <summary>[frame, bin, 2].</summary>
    public Span<float> Spectra => _spectra.AsSpan(2 * (First - _start) * _bins, 2 * Count * _bins);

    /// <summary>Medians of neighbouring frames [frame, bin], loud where something lasts.</summary>
    public float[] Along { get; }

    /// <summary>Medians of neighbouring bins [frame, bin], loud where something passes.</summary>
    public float[] Across { get; }

    // [frame, bin] of the frames and of their neighbours on both sides.
    private float[] Magnitudes(int frames, int half)
    {
        var magnitudes = new float[(Count + 2 * half) * Stride];
        for (var row = 0; row < Count + 2 * half; row++)
        {
            var from = SpectrumMath.Mirror(First - half + row, frames) - _start;
            SpectrumMath.Magnitudes(
                _spectra.AsSpan(2 * from * _bins, 2 * _bins), magnitudes.AsSpan(row * Stride, _bins));
        }
        return magnitudes;
    }

    private float[] AcrossBins(ReadOnlySpan<float> magnitudes, RunningMedian median)
    {
        var (half, width) = (median.Half, RunningMedian.Padded(Count));
        var turned = new float[(_bins + 2 * half) * width]; // [bin, frame]
        SpectrumMath.Transpose(magnitudes, Stride, turned.AsSpan(half * width), width, Count, _bins);
        for (var row = 0; row < half; row++)
        {
            var (before, after) = (half - 1 - row, half + _bins + row);
            Line(SpectrumMath.Mirror(before - half, _bins)).CopyTo(Line(before - half));
            Line(SpectrumMath.Mirror(after - half, _bins)).CopyTo(Line(after - half));
        }
        var medians = new float[_bins * width];
        median.Filter(turned, medians, width);
        var across = new float[Count * Stride];
        SpectrumMath.Transpose(medians, width, across, Stride, _bins, Count);
        return across;

        Span<float> Line(int bin) => turned.AsSpan((half + bin) * width, width);
    }
}
