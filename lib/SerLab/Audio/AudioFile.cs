using SerLab.Files;

namespace SerLab.Audio;

/// <summary>
/// Sound files in and out. Reads what libsndfile reads: WAV (8, 16, 24, 32 bit, float, extensible), FLAC, OGG, MP3
/// and more, told apart by content and never by extension. A truncated file gives the samples before the cut;
/// amplitudes beyond ±1 of float files are kept. No file stays open after a call, whether it succeeds or not.
/// </summary>
public static class AudioFile
{
    private const int BlockSamples = 1 << 17;

    /// <summary>The lowest rate that is believed, in Hz.</summary>
    public const int LowestRate = 1_000;

    /// <summary>The highest rate that is believed, in Hz.</summary>
    public const int HighestRate = 768_000;

    /// <summary>Decodes a file at its own rate and with its own channels.</summary>
    /// <exception cref="BadFileException">
    /// The file is missing, a folder, unreadable, empty, without samples, not sound, has a rate outside
    /// <see cref="LowestRate"/>..<see cref="HighestRate"/>, or holds a NaN or an infinity.
    /// </exception>
    public static Sound Read(string path)
    {
        using var stream = OpenRead(path);
        return Decode(stream, path);
    }

    /// <summary>Decodes sound held in a seekable stream, such as an upload.</summary>
    /// <param name="stream">The file, read from the stream's start; stays open.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="BadFileException">As <see cref="Read"/>.</exception>
    public static Sound Decode(Stream stream, string name)
    {
        CheckSize(stream, name);
        stream.Position = 0;
        using var reader = new SoundReader(stream, name);
        var samples = new SampleBuffer(reader.FramesExpected * reader.Channels);
        EachBlock(reader, block => samples.Add(block));
        CheckCount(samples.Count, name);
        return new Sound(samples.ToArray(), reader.Channels, reader.Rate, name);
    }

    /// <summary>Decodes, mixes down to mono and resamples, as librosa.load does.</summary>
    /// <param name="path">Any file that <see cref="Read"/> reads.</param>
    /// <param name="rate">The wanted rate in Hz (librosa's default 22,050); null keeps the file's own.</param>
    /// <exception cref="BadFileException">As <see cref="Read"/>.</exception>
    public static Clip Load(string path, int? rate = 22_050)
    {
        using var stream = OpenRead(path);
        return Load(stream, path, rate);
    }

    /// <summary>As <see cref="Load(string, int?)"/>, of sound held in a seekable stream.</summary>
    /// <param name="stream">The file, read from the stream's start; stays open.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="rate">The wanted rate in Hz; null keeps the file's own.</param>
    /// <exception cref="BadFileException">As <see cref="Read"/>.</exception>
    public static Clip Load(Stream stream, string name, int? rate)
    {
        CheckSize(stream, name);
        stream.Position = 0;
        using var reader = new SoundReader(stream, name);
        var wanted = rate ?? reader.Rate;
        if (wanted == reader.Rate)
        {
            var samples = new SampleBuffer(reader.FramesExpected);
            ReadMono(reader, block => samples.Add(block));
            CheckCount(samples.Count, name);
            return new Clip(samples.ToArray(), wanted, name);
        }
        using var resampling = new ResamplingStream(reader.Rate, wanted, reader.FramesExpected, name);
        CheckCount(ReadMono(reader, block => resampling.Add(block)), name);
        return new Clip(resampling.End(), wanted, name);
    }

    /// <summary>
    /// Writes a 16-bit file: FLAC where the name ends in .flac, WAV otherwise. The file appears whole or not at all.
    /// Amplitudes outside −1..1 are clipped; missing folders are made.
    /// </summary>
    /// <exception cref="BadFileException">The place cannot be written.</exception>
    public static void Write(string path, Clip clip)
    {
        var flac = path.EndsWith(".flac", StringComparison.OrdinalIgnoreCase);
        AtomicFile.WriteBytes(path, Encode(clip, flac ? AudioFormat.Flac : AudioFormat.Wav));
    }

    /// <summary>
    /// Writes a WAV with float samples, which keeps every sample as it is, also beyond ±1. The file appears whole or
    /// not at all; missing folders are made.
    /// </summary>
    /// <exception cref="BadFileException">The place cannot be written.</exception>
    public static void WriteFloat(string path, Clip clip) =>
        AtomicFile.WriteBytes(path, Encode(clip, AudioFormat.FloatWav));

    /// <summary>
    /// The bytes of a file, clipped as <see cref="Write"/> does but for <see cref="AudioFormat.FloatWav"/>; for players
    /// and uploads.
    /// </summary>
    /// <exception cref="BadFileException">The format does not know the clip's rate.</exception>
    public static byte[] Encode(Clip clip, AudioFormat format)
    {
        using var memory = new MemoryStream();
        if (format == AudioFormat.FloatWav)
        {
            SoundFile.Encode(memory, clip.Samples, clip.Rate, LibSndFile.FormatFloatWav, clip.Source);
            return memory.ToArray();
        }
        var samples = Array.ConvertAll(clip.Samples, x => (short)Math.Clamp(MathF.Round(x * 32768f), -32768f, 32767f));
        var code = format switch
        {
            AudioFormat.Flac => LibSndFile.FormatFlac,
            AudioFormat.Mp3 => LibSndFile.FormatMp3,
            _ => LibSndFile.FormatWav,
        };
        SoundFile.Encode(memory, samples, clip.Rate, code, clip.Source);
        return memory.ToArray();
    }

    private static FileStream OpenRead(string path)
    {
        if (Directory.Exists(path))
        {
            throw new BadFileException(path, "this is a folder.", "Name a sound file.");
        }

        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BadFileException(path, "there is no such file.", "Check the name and the folder.", failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new BadFileException(
                path, $"cannot be opened: {failure.Message.TrimEnd('.')}.", "Check that you may read it.", failure);
        }
    }

    // Mixes down block by block; gives the number of frames.
    private static long ReadMono(SoundReader reader, Action<ReadOnlySpan<float>> take)
    {
        var frames = 0L;
        EachBlock(reader, block =>
        {
            var mono = Sound.MixDown(block, reader.Channels);
            take(mono);
            frames += mono.Length;
        });
        return frames;
    }

    private static void EachBlock(SoundReader reader, Action<ReadOnlySpan<float>> take)
    {
        var room = new float[Math.Max(1, BlockSamples / reader.Channels) * reader.Channels];
        for (var read = reader.Read(room); read > 0; read = reader.Read(room))
        {
            take(room.AsSpan(0, read));
        }
    }

    private static void CheckSize(Stream stream, string name)
    {
        if (stream.Length == 0)
        {
            throw new BadFileException(name, "the file is empty (0 bytes).", "Copy it again or take it away.");
        }
    }

    private static void CheckCount(long samples, string name)
    {
        if (samples == 0)
        {
            throw new BadFileException(
                name, "it has a header but no samples.", "Record or copy it again, or take it away.");
        }
    }
}
