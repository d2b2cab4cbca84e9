using System.Numerics.Tensors;
using SerLab.Audio;
using SerLab.Files;

namespace SerLab.Features;

/// <summary>Some frames of the rows [row, frame].</summary>
internal readonly record struct RowWindow(float[] Values, int Stride, int First, int Frames)
{
    public Span<float> this[int row] => Values.AsSpan(row * Stride + First, Frames);
}

/// <summary>
/// One clip under analysis: what several features need (the spectrogram, mel bands, pitch) is computed once. For one
/// thread; dispose it when the clip is done.
/// </summary>
public sealed class Analysis : IDisposable
{
    private const float LargestAmplitude = 1e15f;

    // A spectrogram of up to 24 minutes at 22,050 Hz (250 MB) is kept; a longer one is made anew in blocks for each
    // feature, so that memory stays bounded.
    private const int KeptFrames = 62_500, BlockFrames = 1024;

    private readonly Dictionary<object, object> _shared = [];
    private float[]? _spectrum;

    internal Analysis(Analyzer tools, Clip clip)
    {
        if (clip.Samples.Length == 0)
        {
            throw new BadFileException(clip.Source, "holds no samples.", "Leave the file out or record it again.");
        }
        var peak = MathF.Abs(TensorPrimitives.MaxMagnitude<float>(clip.Samples)); // which keeps its sign
        if (!(peak <= LargestAmplitude))
        {
            throw new BadFileException(
                clip.Source, $"its largest amplitude is {peak:G3}, of which no power can be taken.",
                "Export it again, within −1..1.");
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
    /// The squared magnitudes of the clip's frames, in blocks [bin, frame] that follow each other: one block, kept for
    /// all features, unless the clip is very long. A block is good until the next one is asked for.
    /// </summary>
    public IEnumerable<FrameMatrix> Power => Frames <= KeptFrames ? [KeptPower] : PowerInBlocks();

    private FrameMatrix KeptPower => Share(typeof(Stft), () =>
    {
        var power = Tools.RentSpectrum(Frames, out var memory);
        _spectrum = memory;
        Tools.Stft.Fill(Clip, power);
        return power;
    });

    private IEnumerable<FrameMatrix> PowerInBlocks()
    {
        var memory = new float[FrameMatrix.SizeOf(Tools.Stft.Bins, BlockFrames)];
        for (var first = 0; first < Frames; first += BlockFrames)
        {
            var block = new FrameMatrix(Tools.Stft.Bins, Math.Min(BlockFrames, Frames - first), first, memory);
            Tools.Stft.Fill(Clip, block);
            yield return block;
        }
    }

    /// <summary>The values of a feature [row, frame], computed once however many ask. Not to be changed.</summary>
    public float[] Of(Feature feature) => Share(("values", feature), () => feature.Of(this));

    /// <summary>Fills [row, frame] block by block from the squared magnitudes.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="fill">Gets a block of squared magnitudes [bin, frame] and as many frames of the result.</param>
    internal float[] EachBlock(int rows, Action<FrameMatrix, RowWindow> fill)
    {
        var values = new float[rows * Frames];
        foreach (var block in Power)
        {
            fill(block, new RowWindow(values, Frames, block.First, block.Frames));
        }
        return values;
    }

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

    /// <summary>Gives the spectrogram's memory to the next clip. Without it that memory is merely made anew.</summary>
    public void Dispose()
    {
        _shared.Clear();
        if (_spectrum is { } memory)
        {
            _spectrum = null;
            Tools.Return(memory);
        }
    }
}
