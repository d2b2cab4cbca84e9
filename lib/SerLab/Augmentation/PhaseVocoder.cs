using SerLab.Audio;

namespace SerLab.Augmentation;

/// <summary>
/// Stretches sound in time by its short-time Fourier transform (Flanagan and Golden, 1966; Ellis, 2002), frames of 2048
/// samples every 512, as <c>librosa.effects.time_stretch</c> does: between two frames magnitudes are interpolated, and
/// the phase goes on by what it went on from the one to the other. librosa sums phases in single precision, whose
/// rounding grows audible in long clips; so does this, and so the samples are librosa's.
/// </summary>
internal sealed class PhaseVocoder
{
    private const int BlockFrames = 32; // bounds the memory for long recordings

    private static readonly StftOptions Frames = new();
    private static readonly ComplexStft Stft = new(Frames);

    private readonly float[] _samples;
    private readonly double _rate;
    private readonly int _frames; // of the input
    private readonly PhaseSum _phase = new(Frames);

    // The frame before and the frame after, by even and odd numbers.
    private readonly PolarFrame[] _columns = [new PolarFrame(Stft.Bins), new PolarFrame(Stft.Bins)];

    private float[] _spectra = []; // [frame, bin, 2] of some input frames
    private int _firstSpectrum;

    private PhaseVocoder(float[] samples, double rate)
    {
        (_samples, _rate, _frames) = (samples, rate, Stft.FrameCount(samples.Length));
    }

    /// <summary>Stretches.</summary>
    /// <param name="samples">At least one.</param>
    /// <param name="rate">Times as fast, above 0.</param>
    /// <returns>round(n / rate) samples, a half to the even number.</returns>
    public static float[] Stretch(float[] samples, double rate) => new PhaseVocoder(samples, rate).Stretched();

    private float[] Stretched()
    {
        var stretched = new float[checked((int)Math.Round(_samples.Length / _rate))];
        var frames = (int)Math.Ceiling(_frames / _rate);
        var block = new float[2 * Stft.Bins * BlockFrames]; // [frame, bin, 2]
        for (var first = 0; first < frames; first += BlockFrames)
        {
            var count = Math.Min(BlockFrames, frames - first);
            Transform(FrameAt(first), FrameAt(first + count - 1) + 2);
            for (var i = 0; i < count; i++)
            {
                Make(first + i, block.AsSpan(2 * i * Stft.Bins, 2 * Stft.Bins));
            }
            Stft.Add(block.AsSpan(0, 2 * count * Stft.Bins), first, stretched);
        }
        Stft.Normalize(stretched, frames);
        return stretched;
    }

    // The frame of the input that is the last before a frame of the output, or is that one.
    private int FrameAt(int output) => (int)(output * _rate);

    private void Make(int output, Span<float> spectrum)
    {
        var before = FrameAt(output);
        var (from, to) = (Column(before), Column(before + 1));
        if (output == 0)
        {
            _phase.Start(from);
        }
        _phase.Spectrum(from, to, output * _rate - before, spectrum);
        _phase.Advance(from, to);
    }

    private PolarFrame Column(int frame)
    {
        var column = _columns[frame & 1];
        if (column.Number != frame)
        {
            var width = 2 * Stft.Bins;
            column.Take(frame, frame < _frames ? _spectra.AsSpan((frame - _firstSpectrum) * width, width) : []);
        }
        return column;
    }

    private void Transform(int first, int end)
    {
        var length = Math.Max(0, Math.Min(end, _frames) - first) * 2 * Stft.Bins;
        if (_spectra.Length != length)
        {
            _spectra = GC.AllocateUninitializedArray<float>(length);
        }
        _firstSpectrum = first;
        Stft.Transform(_samples, first, _spectra);
    }
}
