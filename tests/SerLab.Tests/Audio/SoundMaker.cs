using SerLab.Audio;

namespace SerLab.Tests.Audio;

/// <summary>Signals and hand-made WAV files for the tests of this room.</summary>
internal static class SoundMaker
{
    public static string Folder() => Directory.CreateTempSubdirectory("serlab-tests-").FullName;

    public static Clip Tone(double hz, double seconds, int rate, double amplitude = 0.5) => new(
        [.. Enumerable.Range(0, (int)(seconds * rate)).Select(n => (float)(amplitude * Math.Sin(Tau(hz, n, rate))))],
        rate, "tone");

    /// <summary>Power of the signal at one frequency, as an amplitude: a sine of amplitude a gives a.</summary>
    public static double AmplitudeAt(ReadOnlySpan<float> samples, double hz, int rate)
    {
        double re = 0, im = 0;
        for (var n = 0; n < samples.Length; n++)
        {
            re += samples[n] * Math.Cos(Tau(hz, n, rate));
            im += samples[n] * Math.Sin(Tau(hz, n, rate));
        }

        return 2 * Math.Sqrt(re * re + im * im) / samples.Length;
    }

    /// <summary>A RIFF file with a 16-byte fmt chunk; its header claims <paramref name="declared"/> bytes.</summary>
    public static byte[] Wav(
        byte[] data, int rate = 22050, int channels = 1, int bits = 16, int tag = 1, int? declared = null)
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        var size = declared ?? data.Length;
        writer.Write("RIFF"u8);
        writer.Write(36 + size);
        writer.Write("WAVEfmt "u8);
        writer.Write(16);
        writer.Write((short)tag);
        writer.Write((short)channels);
        writer.Write(rate);
        writer.Write(rate * channels * bits / 8);
        writer.Write((short)(channels * bits / 8));
        writer.Write((short)bits);
        writer.Write("data"u8);
        writer.Write(size);
        writer.Write(data);
        return memory.ToArray();
    }

    public static byte[] FloatWav(params float[] samples) =>
        Wav([.. samples.SelectMany(BitConverter.GetBytes)], bits: 32, tag: 3);

    public static string Save(byte[] bytes, string name = "x.wav")
    {
        var path = Path.Combine(Folder(), name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static double Tau(double hz, int n, int rate) => 2 * Math.PI * hz * n / rate;
}
