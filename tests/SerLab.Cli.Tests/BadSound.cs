using System.Buffers.Binary;

namespace SerLab.Cli.Tests;

/// <summary>Recordings gone wrong, each under a name that a corpus in TESS layout understands.</summary>
internal static class BadSound
{
    /// <summary>What is wrong, how it is made at a path, and what the answer says ("" where it is an array).</summary>
    public static IReadOnlyList<(string What, Action<string> Make, string Answer)> All(string good) =>
    [
        ("empty file", path => File.WriteAllBytes(path, []), "the file is empty (0 bytes)."),
        ("44 bytes of header", path => Save(path, Wav(1, 1, 22050, [])), "it has a header but no samples."),
        ("truncated", path => Save(path, File.ReadAllBytes(good)[..9_000]), ""),
        ("cut inside the header", path => Save(path, File.ReadAllBytes(good)[..30]), "this is not sound that can be decoded ("),
        ("text named .wav", path => File.WriteAllText(path, "Dear diary,\n"), "this is not sound that can be decoded ("),
        ("1 sample", path => Save(path, Wav(1, 1, 22050, [1, 2])), ""),
        ("all zeros", path => Save(path, Wav(1, 1, 22050, new byte[44_100])), ""),
        ("NaN floats", path => Save(path, Wav(3, 1, 22050, Floats(0.1f, float.NaN))), "sample 1 (0.000 s) is NaN"),
        ("8 channels", path => Save(path, Wav(3, 8, 22050, Tone(8, 22050))), ""),
        ("192 kHz", path => Save(path, Wav(3, 1, 192_000, Tone(1, 192_000))), ""),
        ("dangling link", path => File.CreateSymbolicLink(path, "nowhere.wav"), "there is no such file."),
        ("link to itself", path => File.CreateSymbolicLink(path, Path.GetFileName(path)), "cannot be opened:"),
        ("folder", path => Directory.CreateDirectory(path), "no WAV, FLAC, OGG or MP3 file in it."),
    ];

    private static void Save(string path, byte[] bytes) => File.WriteAllBytes(path, bytes);

    // Half a second of 440 Hz on every channel.
    private static byte[] Tone(int channels, int rate) => Floats([.. Enumerable.Range(0, rate / 2)
        .Select(frame => (float)(0.5 * Math.Sin(2 * Math.PI * 440 * frame / rate)))
        .SelectMany(sample => Enumerable.Repeat(sample, channels))]);

    private static byte[] Floats(params float[] samples) => [.. samples.SelectMany(BitConverter.GetBytes)];

    // A RIFF file of 16-bit whole numbers (1) or 32-bit floats (3).
    private static byte[] Wav(int format, int channels, int rate, byte[] data)
    {
        var width = format == 3 ? 4 : 2;
        var wav = new byte[44 + data.Length];
        "RIFF"u8.CopyTo(wav);
        "WAVEfmt "u8.CopyTo(wav.AsSpan(8));
        "data"u8.CopyTo(wav.AsSpan(36));
        int[] numbers =
        [
            4, 36 + data.Length, 16, 16, 20, format | (channels << 16), 24, rate, 28, rate * channels * width,
            32, (channels * width) | ((8 * width) << 16), 40, data.Length,
        ];
        foreach (var pair in numbers.Chunk(2))
        {
            BinaryPrimitives.WriteInt32LittleEndian(wav.AsSpan(pair[0]), pair[1]);
        }
        data.CopyTo(wav, 44);
        return wav;
    }
}
