using System.Collections.Concurrent;
using SerLab.Audio;
using SerLab.Files;

namespace SerLab.Features;

/// <summary>
/// What clips of one rate share: the transform and the filter banks, each made once. Safe to use from several threads.
/// </summary>
/// <param name="rate">Sample rate of the clips in Hz.</param>
/// <param name="stft">Frames; those of every feature, also of features that take no spectrum.</param>
public sealed class Analyzer(int rate, StftOptions stft)
{
    private readonly ConcurrentDictionary<object, Lazy<object>> _shared = new();
    private readonly ConcurrentBag<float[]> _spectra = [];

    /// <summary>Sample rate in Hz.</summary>
    public int Rate { get; } = rate;

    /// <summary>How clips are cut into frames.</summary>
    public StftOptions Frames { get; } = stft;

    /// <summary>The transform.</summary>
    public Stft Stft { get; } = new(stft);

    /// <summary>Distance from one bin of the transform to the next in Hz.</summary>
    public float HzPerBin => (float)Rate / Frames.FftSize;

    /// <summary>Begins the analysis of a clip.</summary>
    /// <exception cref="BadOptionException">The clip has another rate.</exception>
    /// <exception cref="BadFileException">The clip has no samples.</exception>
    public Analysis Of(Clip clip) => clip.Rate == Rate
        ? new Analysis(this, clip)
        : throw new BadOptionException(
            $"{clip.Source} has {clip.Rate} Hz where {Rate} are due.", "Resample it first.");

    /// <summary>
    /// A matrix for squared magnitudes [bin, frame], to be filled. New memory costs a third of a transform, so that of
    /// an earlier clip is used again.
    /// </summary>
    internal FrameMatrix RentSpectrum(int frames, out float[] memory)
    {
        var size = FrameMatrix.SizeOf(Stft.Bins, frames);
        memory = _spectra.TryTake(out var used) && used.Length >= size && used.Length <= 4L * size
            ? used
            : new float[size];
        return new FrameMatrix(Stft.Bins, frames, 0, memory);
    }

    /// <summary>Takes back what <see cref="RentSpectrum"/> gave; nobody may look at it any more.</summary>
    internal void Return(float[] memory) => _spectra.Add(memory);

    /// <summary>
    /// What <paramref name="key"/> stands for, made at the first call. The key is a record of everything that decides
    /// the result; its type belongs to one user only.
    /// </summary>
    public T Share<T>(object key, Func<T> make) where T : class =>
        (T)_shared.GetOrAdd(key, _ => new Lazy<object>(make)).Value;
}
