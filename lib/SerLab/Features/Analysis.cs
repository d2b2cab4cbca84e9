using SerLab.Audio;
using SerLab.Files;

namespace SerLab.Features;

/// <summary>
/// One clip under analysis: what several features need (the spectrogram, mel bands, pitch) is computed once. For one
/// thread; drop it when the clip is done.
/// </summary>
public sealed class Analysis
{
    private readonly Dictionary<object, object> _shared = [];

    internal Analysis(Analyzer tools, Clip clip)
    {
        if (clip.Samples.Length == 0)
        {
            throw new BadFileException(clip.Source, "holds no samples.", "Leave the file out or record it again.");
        }
        (Tools, Clip) = (tools, clip);
    }

    /// <summary>What clips of this rate share.</summary>
    public Analyzer Tools { get; }

    /// <summary>The clip, with at least one sample, at the rate of <see cref="Tools"/>.</summary>
    public Clip Clip { get; }

    /// <summary>Number of frames: one, and one more for every whole hop.</summary>
    public int Frames => Tools.Stft.FrameCount(Clip.Samples.Length);

    /// <summary>
    /// What <paramref name="key"/> stands for in this clip, computed at the first call. The key is a record of
    /// everything that decides the result; its type belongs to one user only.
    /// </summary>
    public T Share<T>(object key, Func<T> compute) where T : class
    {
        if (!_shared.TryGetValue(key, out var value))
        {
            _shared[key] = value = compute();
        }
        return (T)value;
    }
}
