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

    private readonly ComplexStft _stft;
    private readonly float[] _samples;
    private readonly double _rate;
    private readonly int _frames; // of the input
    private readonly PolarFrame[] _columns; // the frame before and the frame after, by even and odd numbers
    private readonly PhaseSum _phase;
    private float[] _spectra = []; // [frame, bin, 2] of some input frames
    private int _firstSpectrum;

    private PhaseVocoder(float[] samples, double rate)
    {
        var options = new StftOptions();
        _stft = new ComplexStft(options);
        (_samples, _rate, _frames) = (samples, rate, _stft.FrameCount(samples.Length));
        _columns = [new PolarFrame(_stft.Bins), new PolarFrame(_stft.Bins)];
        _phase = new PhaseSum(options);
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
        var block = new float[2 * _stft.Bins * BlockFrames]; // [frame, bin, 2]
        for (var first = 0; first < frames; first += BlockFrames)
        {
            var count = Math.Min(BlockFrames, frames - first);
            Transform(FrameAt(first), FrameAt(first + count - 1) + 2);
            for (var i = 0; i < count; i++)
            {
                Make(first + i, block.AsSpan(2 * i * _stft.Bins, 2 * _stft.Bins));
            }
            _stft.Add(block.AsSpan(0, 2 * count * _stft.Bins), first, stretched);
        }
        _stft.Normalize(stretched, frames);
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
            var width = 2 * _stft.Bins;
            column.Take(frame, frame < _frames ? _spectra.AsSpan((frame - _firstSpectrum) * width, width) : []);
        }
        return column;
    }

    private void Transform(int first, int end)
    {
        var length = Math.Max(0, Math.Min(end, _frames) - first) * 2 * _stft.Bins;
        if (_spectra.Length != length)
        {
            _spectra = GC.AllocateUninitializedArray<float>(length);
        }
        _firstSpectrum = first;
        _stft.Transform(_samples, first, _spectra);
    }
}
