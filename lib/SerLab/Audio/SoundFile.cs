using System.Runtime.InteropServices;
using SerLab.Files;

namespace SerLab.Audio;

/// <summary>Whole-file decoding and encoding through libsndfile, over any seekable stream.</summary>
internal static unsafe class SoundFile
{
    private const string Missing = "The library libsndfile is not installed.";
    private const string MissingMend = "Install it (Debian: apt-get install libsndfile1).";
    private const long FirstBuffer = 1 << 24;

    // Why a file did not open is kept in one place for the whole process, until the next one is opened.
    private static readonly Lock Opening = new();

    /// <summary>Decodes all that is there; a truncated file gives what lies before the cut.</summary>
    public static Sound Decode(Stream stream, string name)
    {
        using var source = new SoundStream(stream);
        var info = new LibSndFile.Info();
        using var file = OpenRead(source, ref info, name);
        CheckRate(name, info.Rate);
        var samples = ReadAll(file, info);
        return source.Failure is null
            ? new Sound(samples, info.Channels, info.Rate, name)
            : throw new BadFileException(
                name, $"reading stopped: {source.Failure.Message}", "Copy the file again.", source.Failure);
    }

    /// <summary>Writes one channel, 16 bits a sample.</summary>
    public static void Encode(Stream stream, ReadOnlySpan<short> samples, int rate, int format, string name)
    {
        using var target = new SoundStream(stream);
        var info = new LibSndFile.Info { Rate = rate, Channels = 1, Format = format };
        bool written;
        string reason;
        using (var file = Open(target, LibSndFile.ModeWrite, ref info))
        {
            fixed (short* first = samples)
            {
                written = !file.IsInvalid && LibSndFile.sf_writef_short(file, first, samples.Length) == samples.Length;
            }

            reason = Reason(file);
        }

        if (!written || target.Failure is not null)
        {
            throw new BadFileException(
                name, $"the sound cannot be encoded at {rate} Hz ({target.Failure?.Message ?? reason}).",
                "Resample it to a usual rate first, and see that the disk is not full.", target.Failure);
        }
    }

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

    private static LibSndFile.Handle Open(SoundStream stream, int mode, ref LibSndFile.Info info)
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

    private static float[] ReadAll(LibSndFile.Handle file, LibSndFile.Info info)
    {
        // The header's count may lie, so it only sizes the first buffer.
        var expected = Math.Clamp(info.Frames, 1, FirstBuffer / info.Channels);
        var samples = new float[expected * info.Channels];
        var filled = 0;
        while (filled < info.Frames * info.Channels)
        {
            if (filled == samples.Length)
            {
                Array.Resize(ref samples, checked(samples.Length * 2));
            }

            var got = ReadInto(file, samples.AsSpan(filled), info.Channels);
            if (got == 0)
            {
                break;
            }

            filled += got;
        }

        Array.Resize(ref samples, filled);
        return samples;
    }

    private static int ReadInto(LibSndFile.Handle file, Span<float> free, int channels)
    {
        fixed (float* first = free)
        {
            return (int)Math.Max(0, LibSndFile.sf_readf_float(file, first, free.Length / channels)) * channels;
        }
    }

    private static void CheckRate(string name, int rate)
    {
        if (rate is < AudioFile.LowestRate or > AudioFile.HighestRate)
        {
            throw new BadFileException(
                name, $"its header says {rate} samples a second, which no recording of speech has.",
                $"Mend the header; {AudioFile.LowestRate} to {AudioFile.HighestRate} Hz are read.");
        }
    }

    private static string Reason(LibSndFile.Handle file) =>
        Marshal.PtrToStringUTF8(LibSndFile.sf_strerror(file))?.Trim().TrimEnd('.') ?? "no reason given";
}
