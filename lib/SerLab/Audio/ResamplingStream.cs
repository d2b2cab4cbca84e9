using System.Runtime.InteropServices;
using SerLab.Files;

namespace SerLab.Audio;

/// <summary>Resamples sound that comes block by block; in what blocks makes no difference.</summary>
internal sealed unsafe partial class ResamplingStream : IDisposable
{
    private const uint HighQuality = 4; // SOXR_HQ
    private const int PieceLength = 1 << 14;

    private readonly double _from, _to;
    private readonly string _name;
    private readonly SampleBuffer _output;
    private readonly float[] _piece = new float[PieceLength];
    private nint _soxr;
    private long _taken;

    /// <param name="from">Rate of the blocks in Hz.</param>
    /// <param name="to">The wanted rate in Hz.</param>
    /// <param name="expected">How many samples are expected to come.</param>
    /// <param name="name">What messages call the sound.</param>
    public ResamplingStream(double from, double to, long expected, string name)
    {
        (_from, _to, _name) = (from, to, name);
        _output = new SampleBuffer(Length(expected));
        nint error = 0;
        try
        {
            var quality = soxr_quality_spec(HighQuality, 0);
            _soxr = soxr_create(from, to, 1, &error, 0, &quality, 0);
        }
        catch (DllNotFoundException missing)
        {
            throw new SerLabException(
                "The library libsoxr is not installed.", "Install it (Debian: apt-get install libsoxr0).", missing);
        }
        Check(error);
    }

    /// <summary>Takes the next block.</summary>
    public void Add(ReadOnlySpan<float> block)
    {
        _taken += block.Length;
        while (!block.IsEmpty)
        {
            fixed (float* input = block)
            {
                block = block[(int)Process(input, (nuint)block.Length)..];
            }
        }
    }

    /// <summary>Ends the sound.</summary>
    /// <returns>ceil(n · to / from) samples.</returns>
    public float[] End()
    {
        var length = Length(_taken);
        while (_taken > 0 && Process(null, 0, out var done) == 0 && done > 0)
        {
        }
        return _output.ToArray(length);
    }

    public void Dispose()
    {
        soxr_delete(_soxr);
        _soxr = 0;
    }

    private int Length(long samples) => checked((int)Math.Ceiling(samples * (_to / _from)));

    private nuint Process(float* input, nuint length) => Process(input, length, out _);

    private nuint Process(float* input, nuint length, out nuint done)
    {
        nuint taken;
        fixed (float* output = _piece)
        {
            Check(soxr_process(_soxr, input, length, &taken, output, PieceLength, out done));
        }
        _output.Add(_piece.AsSpan(0, (int)done));
        return taken;
    }

    private void Check(nint error)
    {
        if (error != 0)
        {
            throw new BadFileException(
                _name, $"cannot be resampled to {_to} Hz ({Marshal.PtrToStringUTF8(error)}).", "Ask for another rate.");
        }
    }

    [LibraryImport("libsoxr.so.0")]
    private static partial Quality soxr_quality_spec(uint recipe, uint flags);

    // Null specifications mean float samples and one thread; without a quality it would be "LQ".
    [LibraryImport("libsoxr.so.0")]
    private static partial nint soxr_create(
        double inputRate, double outputRate, uint channels, nint* error,
        nint ioSpecification, Quality* quality, nint runtimeSpecification);

    [LibraryImport("libsoxr.so.0")]
    private static partial nint soxr_process(
        nint soxr, float* input, nuint inputLength, nuint* inputDone,
        float* output, nuint outputLength, out nuint outputDone);

    [LibraryImport("libsoxr.so.0")]
    private static partial void soxr_delete(nint soxr);

    /// <summary>soxr_quality_spec_t.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Quality
    {
        public double Precision, PhaseResponse, PassbandEnd, StopbandBegin;
        public nint Reserved;
        public nuint Flags;
    }
}
