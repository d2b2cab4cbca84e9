using SerLab.Files;

namespace SerLab.Audio;

/// <summary>How a sound is parted into tones and clicks; defaults are librosa's.</summary>
public sealed record HarmonicPercussiveOptions
{
    /// <summary>Frames (for tones) and bins (for clicks) that a median is taken of; odd.</summary>
    public int Kernel { get; init; } = 31;

    /// <summary>Exponent of the masks, above 0; the greater, the harder they part.</summary>
    public float Power { get; init; } = 2;

    /// <summary>
    /// How many times the other part must be exceeded, from 1. Above 1 something is left that is neither tone nor
    /// click.
    /// </summary>
    public float Margin { get; init; } = 1;

    /// <summary>Frames of the transform.</summary>
    public StftOptions Frames { get; init; } = new();
}

/// <summary>A clip in two parts, each as long as the clip.</summary>
/// <param name="Harmonic">What lasts: tones.</param>
/// <param name="Percussive">What passes: clicks and noise.</param>
public sealed record HarmonicPercussiveParts(Clip Harmonic, Clip Percussive);

/// <summary>
/// Parts a sound into tones and clicks (Fitzgerald, 2010): <c>librosa.effects.hpss</c>. In a spectrogram tones are
/// lines along the frames and clicks lines along the bins, so a median along either keeps one and drops the other; the
/// medians weigh the bins of the spectrum. At the ends the spectrogram is continued with its mirror image.
/// </summary>
public sealed class HarmonicPercussive
{
    private const int BlockFrames = 256; // bounds the memory for long recordings, to about 10 MB

    private readonly HarmonicPercussiveOptions _options;
    private readonly ComplexStft _stft;

    /// <summary>Prepares the transform.</summary>
    /// <exception cref="BadOptionException">
    /// The kernel is even or empty, the power not above 0, the margin below 1, or the frames cannot be cut.
    /// </exception>
    public HarmonicPercussive(HarmonicPercussiveOptions options)
    {
        if (options.Kernel < 1 || options.Kernel % 2 == 0 || !(options.Power > 0) || !(options.Margin >= 1))
        {
            throw new BadOptionException(
                $"No sound can be parted with kernel {options.Kernel}, power {options.Power}, margin {options.Margin}.",
                "Use an odd kernel, a power above 0 and a margin of 1 or more; librosa's are 31, 2 and 1.");
        }
        (_options, _stft) = (options, new ComplexStft(options.Frames));
    }

    /// <summary>Both parts; with a margin of 1 they add up to the clip. No samples give no samples.</summary>
    public HarmonicPercussiveParts Separate(Clip clip)
    {
        var (harmonic, percussive) = (new float[clip.Samples.Length], new float[clip.Samples.Length]);
        Visit(clip.Samples, block =>
        {
            _stft.Add(block.Harmonic(), block.First, harmonic);
            _stft.Add(block.Percussive(), block.First, percussive);
        });
        return new HarmonicPercussiveParts(Finished(clip, harmonic), Finished(clip, percussive));
    }

    /// <summary>The tones alone: <c>librosa.effects.harmonic</c>.</summary>
    public Clip Harmonic(Clip clip)
    {
        var harmonic = new float[clip.Samples.Length];
        Visit(clip.Samples, block => _stft.Add(block.Harmonic(), block.First, harmonic));
        return Finished(clip, harmonic);
    }

    private void Visit(float[] samples, Action<HarmonicPercussiveBlock> visit)
    {
        var frames = _stft.FrameCount(samples.Length);
        var block = new HarmonicPercussiveBlock(_options, _stft, Math.Min(BlockFrames, frames));
        for (var first = 0; first < frames; first += BlockFrames)
        {
            block.Take(samples, frames, first, Math.Min(BlockFrames, frames - first));
            visit(block);
        }
    }

    private Clip Finished(Clip clip, float[] samples)
    {
        _stft.Normalize(samples, _stft.FrameCount(samples.Length));
        return clip with { Samples = samples };
    }
}
