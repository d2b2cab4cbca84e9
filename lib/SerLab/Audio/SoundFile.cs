using SerLab.Files;

namespace SerLab.Audio;

/// <summary>Encoding through libsndfile, over any seekable stream.</summary>
internal static unsafe class SoundFile
{
    /// <summary>Writes one channel, 16 bits a sample.</summary>
    public static void Encode(Stream stream, ReadOnlySpan<short> samples, int rate, int format, string name)
    {
        using var target = new SoundStream(stream);
        var info = new LibSndFile.Info { Rate = rate, Channels = 1, Format = format };
        bool written;
        string reason;
        using (var file = SoundReader.Open(target, LibSndFile.ModeWrite, ref info))
        {
            fixed (short* first = samples)
            {
                written = !file.IsInvalid && LibSndFile.sf_writef_short(file, first, samples.Length) == samples.Length;
            }

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
