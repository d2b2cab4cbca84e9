using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace SerLab.Audio;

/// <summary>What <see cref="SoundFile"/> needs of libsndfile; names and numbers are those of sndfile.h.</summary>
internal static unsafe partial class LibSndFile
{
    public const int ModeRead = 0x10, ModeWrite = 0x20;

    /// <summary>
    /// Container and coding together: WAV with 16-bit and with float samples, FLAC with 16-bit samples, MPEG layer III.
    /// </summary>
    public const int FormatWav = 0x010002, FormatFloatWav = 0x010006, FormatFlac = 0x170002, FormatMp3 = 0x230082;

    /// <summary>The command that switches the chunk with the time of writing on or off.</summary>
    public const int SetAddPeakChunk = 0x1050;

    private const string Library = "libsndfile.so.1";

    [LibraryImport(Library)]
    public static partial Handle sf_open_virtual(VirtualIo* io, int mode, ref Info info, nint userData);

    [LibraryImport(Library)]
    public static partial long sf_readf_float(Handle file, float* frames, long count);

    [LibraryImport(Library)]
    public static partial long sf_writef_short(Handle file, short* frames, long count);

    [LibraryImport(Library)]
    public static partial long sf_writef_float(Handle file, float* frames, long count);

    [LibraryImport(Library)]
    public static partial int sf_command(Handle file, int command, nint data, int size);

    [LibraryImport(Library)]
    public static partial int sf_close(nint file);

    [LibraryImport(Library)]
    public static partial nint sf_strerror(Handle file);

    /// <summary>SF_INFO.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Info
    {
        public long Frames;
        public int Rate, Channels, Format, Sections, Seekable;
    }

    /// <summary>SF_VIRTUAL_IO: libsndfile reads and writes through these, in this order.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct VirtualIo
    {
        public delegate* unmanaged<nint, long> Length;
        public delegate* unmanaged<long, int, nint, long> Seek;
        public delegate* unmanaged<byte*, long, nint, long> Read;
        public delegate* unmanaged<byte*, long, nint, long> Write;
        public delegate* unmanaged<nint, long> Tell;
    }

    /// <summary>An open SNDFILE*; null when opening failed.</summary>
    public sealed class Handle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
    {
        protected override bool ReleaseHandle() => sf_close(handle) == 0;
    }
}
