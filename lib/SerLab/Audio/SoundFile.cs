using SerLab.Files;

namespace SerLab.Audio;

/// <summary>Encoding through libsndfile, over any seekable stream.</summary>
internal static unsafe class SoundFile
{
    /// <summary>Writes one channel, 16 bits a sample.</summary>
    public static void Encode(Stream stream, short[] samples, int rate, int format, string name) =>
        Encode(stream, rate, format, name, file =>
        {
            fixed (short* first = samples)
            {
                return LibSndFile.sf_writef_short(file, first, samples.Length) == samples.Length;
            }
        });

    /// <summary>Writes one channel of float samples; the same samples give the same bytes.</summary>
    public static void Encode(Stream stream, float[] samples, int rate, int format, string name) =>
        Encode(stream, rate, format, name, file =>
        {
            _ = LibSndFile.sf_command(file, LibSndFile.SetAddPeakChunk, 0, 0);
            fixed (float* first = samples)
            {
                return LibSndFile.sf_writef_float(file, first, samples.Length) == samples.Length;
            }
        });

    private static void Encode(Stream stream, int rate, int format, string name, Func<LibSndFile.Handle, bool> write)
    {
        using var target = new SoundStream(stream);
        var info = new LibSndFile.Info { Rate = rate, Channels = 1, Format = format };
        bool written;
        string reason;
        using (var file = SoundReader.Open(target, LibSndFile.ModeWrite, ref info))
        {
            written = !file.IsInvalid && write(file);
            reason = SoundReader.Reason(file);
        }

        if (!written || target.Failure is not null)
        {
            throw new BadFileException(
                name, $"the sound cannot be encoded at {rate} Hz ({target.Failure?.Message ?? reason}).",
                "Resample it to a usual rate first, and see that the disk is not full.", target.Failure);
        }
    }
}
