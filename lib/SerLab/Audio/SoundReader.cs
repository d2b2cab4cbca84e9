using System.Globalization;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using SerLab.Files;

namespace SerLab.Audio;

/// <summary>
/// Decodes a sound block by block through libsndfile, over any seekable stream, so that a recording of hours takes no
/// more memory than its samples. A truncated file ends where it is cut.
/// </summary>
internal sealed unsafe class SoundReader : IDisposable
{
    private const string Missing = "The library libsndfile is not installed.";
    private const string MissingMend = "Install it (Debian: apt-get install libsndfile1).";

    // Why a file did not open is kept in one place for the whole process, until the next one is opened.
    private static readonly Lock Opening = new();

    private readonly SoundStream _stream;
    private readonly LibSndFile.Handle _file;
    private readonly string _name;
    private long _frame;

    /// <exception cref="BadFileException">It is no sound, or its rate is not that of a recording.</exception>
    public SoundReader(Stream stream, string name)
    {
        (_stream, _name) = (new SoundStream(stream), name);
        try
        {
            var info = default(LibSndFile.Info);
            _file = OpenRead(_stream, ref info, name);
            (Channels, Rate) = (info.Channels, info.Rate);
            // The header may lie, but no coding that is read packs more than this many frames into a byte.
            FramesExpected = Math.Clamp(info.Frames, 0, 8 * stream.Length);
            CheckRate();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Channels, 1 or more.</summary>
    public int Channels { get; }

    /// <summary>Frames a second, in Hz.</summary>
    public int Rate { get; }

    /// <summary>Frames by the header, which may be more or fewer than there are.</summary>
    public long FramesExpected { get; }

    /// <summary>Decodes what comes next, interleaved [frame · channel].</summary>
    /// <param name="room">Room for whole frames.</param>
    /// <returns>Samples decoded, 0 at the end.</returns>
    /// <exception cref="BadFileException">A sample is no finite number, or the stream failed.</exception>
    public int Read(Span<float> room)
    {
        long frames;
        fixed (float* first = room)
        {
            frames = Math.Max(0, LibSndFile.sf_readf_float(_file, first, room.Length / Channels));
        }
        if (_stream.Failure is { } failure)
        {
            throw new BadFileException(_name, $"reading stopped: {failure.Message}", "Copy the file again.", failure);
        }
        var read = (int)frames * Channels;
        CheckSamples(room[..read]);
        _frame += frames;
        return read;
    }

    public void Dispose()
    {
        _file?.Dispose();
        _stream.Dispose();
    }

    /// <summary>libsndfile over a stream, for reading or writing.</summary>
    public static LibSndFile.Handle Open(SoundStream stream, int mode, ref LibSndFile.Info info)
    {
        var calls = SoundStream.Calls;
        try
        {
            return LibSndFile.sf_open_virtual(&calls, mode, ref info, stream.UserData);
        }
        catch (DllNotFoundException missing)
        {
            throw new SerLabException(Missing, MissingMend, missing);
        }
    }

    /// <summary>libsndfile's own words for what went wrong.</summary>
    public static string Reason(LibSndFile.Handle file) =>
        Marshal.PtrToStringUTF8(LibSndFile.sf_strerror(file))?.Trim().TrimEnd('.') ?? "no reason given";

    private static LibSndFile.Handle OpenRead(SoundStream source, ref LibSndFile.Info info, string name)
    {
        lock (Opening)
        {
            var file = Open(source, LibSndFile.ModeRead, ref info);
            return !file.IsInvalid
                ? file
                : throw new BadFileException(
                    name, $"this is not sound that can be decoded ({Reason(file)}).",
                    "Convert it to WAV or FLAC, or take it away.", source.Failure);
        }
    }

    private void CheckRate()
    {
        if (Rate is < AudioFile.LowestRate or > AudioFile.HighestRate)
        {
            throw new BadFileException(
                _name, $"its header says {Rate} samples a second, which no recording of speech has.",
                $"Mend the header; {AudioFile.LowestRate} to {AudioFile.HighestRate} Hz are read.");
        }
    }

    private void CheckSamples(ReadOnlySpan<float> samples)
    {
        var largest = TensorPrimitives.MaxMagnitude(samples.IsEmpty ? [0] : samples);
        if (float.IsFinite(largest))
        {
            return;
        }
        var bad = 0;
        while (float.IsFinite(samples[bad]))
        {
            bad++;
        }
        var frame = _frame + bad / Channels;
        var where = FormattableString.Invariant($"sample {frame} ({(double)frame / Rate:0.000} s)");
        throw new BadFileException(
            _name, $"{where} is {samples[bad].ToString(CultureInfo.InvariantCulture)}, not an amplitude.",
            "Export it again, or take it away.");
    }
}
