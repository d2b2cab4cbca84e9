using System.Numerics.Tensors;
using System.Runtime.Intrinsics;
using SerLab.Audio;

namespace SerLab.Features;

/// <summary>
/// How far a sound lies off the scale of A = 440 Hz: <c>librosa.estimate_tuning</c>. Spectral peaks between 150 and
/// 4000 Hz (<c>librosa.piptrack</c>) vote, those of at least median height, and the commonest deviation wins. The
/// spectrogram comes in blocks, of which only the peaks are kept: 8 bytes each, some ten or twenty a frame of speech.
/// </summary>
/// <param name="rate">Sample rate in Hz.</param>
/// <param name="bins">Bins of the spectrogram, from 0 Hz to half the rate.</param>
public sealed class Tuning(int rate, int bins)
{
    private const double LowHz = 150, HighHz = 4000;
    private const float Threshold = 0.1f; // of the frame's maximum

    private readonly int _size = 2 * (bins - 1); // samples a frame
    private float[] _reference = []; // [frame] of the block
    private float[] _heights = new float[256], _hertz = new float[256];
    private int _peaks;

    /// <summary>The tuning of a spectrogram that is there as a whole; parameters as in the methods below.</summary>
    public static double Estimate(
        FrameMatrix spectrogram, int rate, int binsPerOctave = 12, double resolution = 0.01)
    {
        var tuning = new Tuning(rate, spectrogram.Rows);
        tuning.Add(spectrogram);
        return tuning.Estimate(binsPerOctave, resolution);
    }

    /// <summary>Takes the peaks of some frames; in what blocks a spectrogram comes makes no difference.</summary>
    /// <param name="spectrogram">
    /// Values from 0 [bin, frame]: magnitudes for the constant-Q transform, squared magnitudes for chroma by STFT, as
    /// librosa has it. The median, and so the tuning, is not quite the same with both.
    /// </param>
    public void Add(FrameMatrix spectrogram)
    {
        var frames = spectrogram.Frames;
        var reference = Reference(spectrogram);
        for (var bin = FirstBin(); bin < bins - 1 && Hertz(bin) < HighHz; bin++)
        {
            var below = spectrogram.Row(bin - 1);
            var here = spectrogram.Row(bin);
            var above = spectrogram.Row(bin + 1);
            var frame = 0;
            for (; frame + Vector256<float>.Count <= frames; frame += Vector256<float>.Count)
            {
                var height = Vector256.Create<float>(here[frame..]);
                var peak = Vector256.GreaterThan(height, Vector256.Create(reference[frame..]))
                    & Vector256.GreaterThan(height, Vector256.Create<float>(below[frame..]))
                    & Vector256.GreaterThanOrEqual(height, Vector256.Create<float>(above[frame..]));
                for (var lanes = peak.ExtractMostSignificantBits(); lanes != 0; lanes &= lanes - 1)
                {
                    var at = frame + (int)uint.TrailingZeroCount(lanes);
                    Keep(bin, below[at], here[at], above[at]);
                }
            }
            for (; frame < frames; frame++)
            {
                if (here[frame] > reference[frame] && here[frame] > below[frame] && here[frame] >= above[frame])
                {
                    Keep(bin, below[frame], here[frame], above[frame]);
                }
            }
        }
    }

    /// <summary>The tuning by what has been added.</summary>
    /// <param name="binsPerOctave">Bins of the scale, evenly spaced; 12 are semitones.</param>
    /// <param name="resolution">Precision in bins.</param>
    /// <returns>Deviation in bins, from −0.5 up to 0.5; 0 where nothing has a pitch, such as silence.</returns>
    public double Estimate(int binsPerOctave = 12, double resolution = 0.01)
    {
        if (_peaks == 0)
        {
            return 0;
        }
        var median = Median();
        var scale = new float[_peaks];
        TensorPrimitives.Divide(_hertz.AsSpan(0, _peaks), 440f / 16, scale);
        TensorPrimitives.Log2(scale, scale);
        TensorPrimitives.Multiply(scale, binsPerOctave, scale);
        var edges = (int)Math.Ceiling(1 / resolution);
        var counts = new int[edges];
        for (var i = 0; i < _peaks; i++)
        {
            if (_heights[i] >= median)
            {
                counts[Place(scale[i], edges)]++;
            }
        }
        return Edge(counts.IndexOf(counts.Max()), edges);
    }

    private ReadOnlySpan<float> Reference(FrameMatrix spectrogram)
    {
        var frames = spectrogram.Frames;
        if (_reference.Length < frames)
        {
            _reference = new float[frames];
        }
        var reference = _reference.AsSpan(0, frames);
        spectrogram.Row(0).CopyTo(reference);
        for (var bin = 1; bin < bins; bin++)
        {
            TensorPrimitives.Max(reference, spectrogram.Row(bin), reference);
        }
        TensorPrimitives.Multiply(reference, Threshold, reference);
        return reference;
    }

    private double Hertz(int bin) => (double)bin * rate / _size;

    private int FirstBin() => (int)Math.Ceiling(LowHz * _size / rate);

    // The top of the parabola through the peak and its neighbours; the peak itself where that is no neighbour's place.
    private void Keep(int bin, float below, float here, float above)
    {
        if (_peaks == _heights.Length)
        {
            Array.Resize(ref _heights, 2 * _peaks);
            Array.Resize(ref _hertz, 2 * _peaks);
        }
        var (bend, slope) = (above + below - 2 * here, (above - below) / 2);
        var shift = Math.Abs(slope) >= Math.Abs(bend) ? 0 : -slope / bend;
        _heights[_peaks] = here + 0.5f * slope * shift;
        _hertz[_peaks++] = (float)(((double)bin + shift) * rate / _size);
    }

    private float Median()
    {
        var heights = _heights.AsSpan(0, _peaks).ToArray();
        var middle = _peaks / 2;
        Select(heights, middle);
        return _peaks % 2 == 1
            ? heights[middle]
            : (TensorPrimitives.Max<float>(heights.AsSpan(0, middle)) + heights[middle]) / 2;
    }

    // Hoare's selection: puts the value of this rank in its place, smaller ones before it and larger ones behind.
    private static void Select(Span<float> values, int rank)
    {
        var (first, last) = (0, values.Length - 1);
        while (first < last)
        {
            var (pivot, left, right) = (values[(first + last) / 2], first, last);
            while (left <= right)
            {
                while (values[left] < pivot)
                {
                    left++;
                }
                while (values[right] > pivot)
                {
                    right--;
                }
                if (left <= right)
                {
                    (values[left], values[right]) = (values[right], values[left]);
                    (left, right) = (left + 1, right - 1);
                }
            }
            (first, last) = rank <= right ? (first, right) : rank >= left ? (left, last) : (rank, rank);
        }
    }

    // The part of −0.5..0.5 in which the nearest step of the scale lies off this position.
    private static int Place(float position, int edges)
    {
        var deviation = position - MathF.Floor(position);
        deviation -= deviation >= 0.5f ? 1 : 0;
        var place = (int)((deviation + 0.5) * edges);
        place -= deviation < Edge(place, edges) ? 1 : 0; // the product may round across an edge
        place += deviation >= Edge(place + 1, edges) ? 1 : 0;
        return Math.Min(place, edges - 1);
    }

    private static double Edge(int place, int edges) => place * (1.0 / edges) - 0.5;
}
