using System.Numerics.Tensors;
using SerLab.Audio;
using SerLab.Files;

namespace SerLab.Features;

/// <summary>
/// Energy in mel bands over time: <c>librosa.feature.melspectrogram</c> and, in decibels below the clip's own maximum,
/// <c>librosa.power_to_db(…, ref=np.max)</c>. Safe to use from several threads.
/// </summary>
public sealed class MelSpectrogram(int rate, StftOptions stft, MelOptions mel)
{
    private readonly Stft _stft = new(stft);
    private readonly MelFilterBank _filters = new(rate, stft.FftSize, mel);

    /// <summary>Number of bands.</summary>
    public int Bands => _filters.Bands;

    /// <summary>Edges of the bands in Hz [band + 2].</summary>
    public IReadOnlyList<double> EdgesHz => _filters.EdgesHz;

    /// <summary>Number of frames that <paramref name="clip"/> gives.</summary>
    public int FrameCount(Clip clip) => _stft.FrameCount(clip.Samples.Length);

    /// <summary>Mel power [band, frame].</summary>
    /// <exception cref="BadFileException">
    /// The clip has no samples, or amplitudes so large (1e15 and more) that their power is no finite number.
    /// </exception>
    public float[] Power(Clip clip)
    {
        var frames = FrameCount(clip);
        var column = new float[Bands];
        var power = new float[Bands * frames];
        _stft.Visit(clip, (frame, bins) =>
        {
            _filters.Apply(bins, column);
            for (var band = 0; band < column.Length; band++)
            {
                power[band * frames + frame] = column[band];
            }
        });
        return float.IsFinite(TensorPrimitives.Max<float>(power)) ? power : throw new BadFileException(
            clip.Source, "its amplitudes are too large to take the power of.", "Export it again, within −1..1.");
    }

    /// <summary>Mel power in dB below the clip's maximum [band, frame], −80..0; silence is 0.</summary>
    /// <exception cref="BadFileException">As <see cref="Power"/>.</exception>
    public float[] Decibel(Clip clip)
    {
        var values = Power(clip);
        Decibels.BelowMax(values);
        return values;
    }
}
