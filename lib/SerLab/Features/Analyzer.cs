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
    /// What <paramref name="key"/> stands for, made at the first call. The key is a record of everything that decides
    /// the result; its type belongs to one user only.
    /// </summary>
    public T Share<T>(object key, Func<T> make) where T : class =>
        (T)_shared.GetOrAdd(key, _ => new Lazy<object>(make)).Value;
}
