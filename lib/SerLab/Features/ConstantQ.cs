using System.Runtime.InteropServices;
using SerLab.Audio;
using SerLab.Files;
using static TorchSharp.torch;
using Tensor = TorchSharp.torch.Tensor;

namespace SerLab.Features;

/// <summary>Which bins a constant-Q transform has; defaults are those of librosa's chroma.</summary>
public sealed record ConstantQOptions
{
    /// <summary>Frequency of the lowest bin in Hz, above 0, before tuning; C1 where A4 has 440 Hz.</summary>
    public double LowHz { get; init; } = 32.70319566257483;

    /// <summary>Number of octaves, above 0.</summary>
    public int Octaves { get; init; } = 7;

    /// <summary>Bins of an octave, above 0; 12 are semitones.</summary>
    public int BinsPerOctave { get; init; } = 36;
}

/// <summary>
/// Magnitudes of a constant-Q transform, whose bins are spaced as notes are (Schörkhuber &amp; Klapuri, 2010):
/// <c>np.abs(librosa.cqt(y, …))</c> with filter_scale 1, norm 1, sparsity 0.01, a Hann window and zeros beyond the
/// ends. From octave to octave the rate is halved, where librosa does so too. Safe to use from several threads.
/// </summary>
public sealed class ConstantQ
{
    private const double WindowBandwidth = 1.50018310546875; // of a Hann window, in bins
    private const int BlockSamples = 1 << 15; // together small enough to stay in the processor's cache

    private readonly int _hop, _early;
    private readonly Octave[] _octaves;

    /// <summary>Prepares the filters.</summary>
    /// <param name="rate">Sample rate of the clips in Hz.</param>
    /// <param name="hop">Samples from frame to frame, above 0.</param>
    /// <param name="options">The bins.</param>
    /// <param name="tuning">How far the scale lies off 440 Hz, in bins; see <see cref="Tuning"/>.</param>
    /// <exception cref="BadOptionException">
    /// The bins do not fit below half the rate, or an option is not above 0.
    /// </exception>
    public ConstantQ(int rate, int hop, ConstantQOptions options, double tuning)
    {
        if (!(options.LowHz > 0) || options.Octaves < 1 || options.BinsPerOctave < 1 || hop < 1)
        {
            throw new BadOptionException(
                $"{options.Octaves} octaves of {options.BinsPerOctave} bins from {options.LowHz} Hz cannot be made "
                + $"every {hop} samples.", "All four must be above 0.");
        }
        Bins = options.Octaves * options.BinsPerOctave;
        var low = options.LowHz * Math.Pow(2, tuning / options.BinsPerOctave);
        var high = low * Math.Pow(2, (Bins - 1.0) / options.BinsPerOctave);
        var cutoff = high * (1 + 0.5 * WindowBandwidth / ConstantQFilters.Quality(options.BinsPerOctave));
        if (!(cutoff <= rate / 2.0))
        {
            throw new BadOptionException(
                $"{options.Octaves} octaves reach up to {cutoff:0} Hz, beyond half of {rate} Hz.",
                "Take fewer octaves, or clips of a higher rate.");
        }
        _hop = hop;
        _early = EarlyHalvings(rate / 2.0 / cutoff, hop, options.Octaves);
        _octaves = Plan(rate, low, high, options);
    }

    /// <summary>Number of bins: octaves times bins of an octave.</summary>
    public int Bins { get; }

    /// <summary>Bytes that the filters take, whatever the length of the clips.</summary>
    public int Bytes => _octaves.Select(octave => octave.Filters).Distinct().Sum(filters => filters.Bytes);

    /// <summary>
    /// Frames that a signal gives: one, and one more for every whole hop. At rates above 33 kHz, where even the highest
    /// octave is taken at a lower rate, librosa may have one more, past the end.
    /// </summary>
    public int FrameCount(int samples) => 1 + samples / _hop;

    /// <summary>Magnitudes of <paramref name="clip"/> [bin, frame].</summary>
    /// <exception cref="BadFileException">The clip has no samples.</exception>
    public float[] Magnitudes(Clip clip)
    {
        var frames = FrameCount(clip.Samples.Length);
        var magnitudes = new float[Bins * frames];
        Visit(clip, (bin, frame, octave) =>
        {
            foreach (var magnitude in octave)
            {
                magnitudes[bin++ * frames + frame] = magnitude;
            }
        });
        return magnitudes;
    }

    /// <summary>
    /// Shows the magnitudes of each octave, from the highest down and frame by frame, without keeping them. For the
    /// halved rates this takes up to three quarters of the clip's own memory more.
    /// </summary>
    /// <param name="clip">The signal.</param>
    /// <param name="visit">
    /// Receives the octave's first bin, the frame and the magnitudes [bin of the octave], valid during the call.
    /// </param>
    /// <exception cref="BadFileException">The clip has no samples.</exception>
    public void Visit(Clip clip, Action<int, int, ReadOnlySpan<float>> visit)
    {
        if (clip.Samples.Length == 0)
        {
            throw new BadFileException(clip.Source, "holds no samples.", "Leave the file out or record it again.");
        }
        var (frames, halvings) = (FrameCount(clip.Samples.Length), 0);
        foreach (var octave in _octaves)
        {
            clip = octave.Halvings == halvings ? clip : Downsample(clip, octave.Halvings - halvings);
            halvings = octave.Halvings;
            Visit(clip.Samples, octave, _hop >> halvings, frames, visit);
        }
    }

    // Bins from First on, of a signal whose rate has been halved so often, and the factor of its magnitudes.
    private sealed record Octave(int First, int Halvings, float Scale, ConstantQFilters Filters);

    private Octave[] Plan(int rate, double low, double high, ConstantQOptions options)
    {
        var octaves = new Octave[options.Octaves];
        var (halvings, hop) = (_early, _hop >> _early);
        for (var i = 0; i < octaves.Length; i++)
        {
            var octaveRate = Math.ScaleB(rate, -halvings);
            if (i > 0 && hop % 2 == 0 && Math.ScaleB(high, -i) <= octaveRate / 5)
            {
                (halvings, hop, octaveRate) = (halvings + 1, hop / 2, octaveRate / 2);
            }
            var lowest = Math.ScaleB(low, octaves.Length - 1 - i) / octaveRate;
            var filters = i > 0 && octaves[i - 1].Halvings == halvings - 1
                ? octaves[i - 1].Filters
                : new ConstantQFilters(lowest, options.BinsPerOctave);
            octaves[i] = new Octave(
                (octaves.Length - 1 - i) * options.BinsPerOctave, halvings, MathF.Sqrt(1 << halvings), filters);
        }
        return octaves;
    }

    // Before the first octave: as often as the highest bin allows and the hop, which each octave will halve again.
    private static int EarlyHalvings(double headroom, int hop, int octaves)
    {
        var byBins = Math.Max(0, (int)Math.Ceiling(Math.Log2(headroom)) - 2);
        var byHop = Math.Max(0, int.TrailingZeroCount(hop) - octaves + 1);
        return Math.Min(byBins, byHop);
    }

    // The resampler heeds the ratio of the rates alone, and these need be no whole numbers of Hz.
    private static Clip Downsample(Clip clip, int halvings) =>
        Resampler.Resample(clip with { Rate = 1 << halvings }, 1);

    private static void Visit(
        float[] samples, Octave octave, int hop, int frames, Action<int, int, ReadOnlySpan<float>> visit)
    {
        using var graph = no_grad();
        using var scope = NewDisposeScope();
        var size = octave.Filters.FrameSize;
        var blockFrames = Math.Min(frames, Math.Max(1, BlockSamples / size));
        var block = empty(blockFrames, size); // [frame, sample]
        var magnitudes = new float[octave.Filters.Count];
        for (var first = 0; first < frames; first += blockFrames)
        {
            using var transform = NewDisposeScope();
            var count = Math.Min(blockFrames, frames - first);
            for (var i = 0; i < count; i++)
            {
                Cut(samples, (long)(first + i) * hop - size / 2, Floats(block).Slice(i * size, size));
            }
            var spectra = Floats(view_as_real(fft.rfft(block.slice(0, 0, count, 1)))); // [frame, bin, 2]
            for (var i = 0; i < count; i++)
            {
                octave.Filters.Apply(spectra.Slice(i * (size + 2), size + 2), octave.Scale, magnitudes);
                visit(octave.First, first + i, magnitudes);
            }
        }
    }

    // The samples from start on, 0 where there are none.
    private static void Cut(ReadOnlySpan<float> samples, long start, Span<float> frame)
    {
        var from = (int)Math.Clamp(-start, 0, frame.Length);
        var until = (int)Math.Clamp(samples.Length - start, from, frame.Length);
        frame[..from].Clear();
        samples.Slice((int)Math.Min(start + from, samples.Length), until - from).CopyTo(frame[from..until]);
        frame[until..].Clear();
    }

    private static Span<float> Floats(Tensor tensor) => MemoryMarshal.Cast<byte, float>(tensor.bytes);
}
