using System.Diagnostics;
using System.Globalization;
using SerLab.Audio;
using SerLab.Features;

namespace SerLab.Bench;

/// <summary>
/// Peak memory of <c>serlab features</c> on folders of 1,000, 10,000 and 100,000 generated clips of half a second, once
/// with an empty store and once with a full one. Beside the 2 GB of clips it takes twice the size of their features,
/// some 22 GB with fs2.
/// </summary>
internal static class StoreMemory
{
    private const double ClipSeconds = 0.5;

    public static void Run(string[] arguments)
    {
        var set = arguments is [var name, ..] ? name : "fs1";
        int[] counts = arguments is [_, .. var more] && more.Length > 0
            ? [.. more.Select(count => int.Parse(count, CultureInfo.InvariantCulture))]
            : [1_000, 10_000, 100_000];
        var folder = Directory.CreateTempSubdirectory("serlab-memory-").FullName;
        try
        {
            for (var (i, written) = (0, 0); i < counts.Length; written = counts[i++])
            {
                Parallel.For(written, counts[i], clip => Write(Path.Combine(folder, "clips"), clip));
                Measure("cold", folder, set, counts[i]);
                Measure("from the store", folder, set, counts[i]);
                Directory.Delete(Path.Combine(folder, "store"), recursive: true);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Write(string folder, int clip)
    {
        var random = new Random(clip);
        var samples = new float[(int)(ClipSeconds * FeatureSets.Rate)];
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = random.NextSingle() - 0.5f;
        }
        var path = Path.Combine(folder, $"{clip / 1000:000}", $"{clip:000000}.wav");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, AudioFile.Encode(new Clip(samples, FeatureSets.Rate, path), AudioFormat.Wav));
    }

    private static void Measure(string what, string folder, string set, int clips)
    {
        var watch = Stopwatch.StartNew();
        var start = new ProcessStartInfo("dotnet",
        [
            Path.Combine(AppContext.BaseDirectory, "SerLab.Cli.dll"), "features", Path.Combine(folder, "clips"), "--set", set,
            "--out", Path.Combine(folder, "x.npy"), "--store", Path.Combine(folder, "store"), "--quiet",
        ])
        {
            RedirectStandardOutput = true, // one short line, which the pipe holds
        };
        using var serlab = Process.Start(start)!;
        var peak = 0L;
        while (!serlab.WaitForExit(50))
        {
            peak = Math.Max(peak, PeakKilobytes(serlab.Id));
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{set}, {what,-14}  {clips,7} clips  peak {peak / 1024,5} MiB  {clips / watch.Elapsed.TotalSeconds,6:0} clips/s"));
    }

    // What the system has seen at most of the process in memory; mapped files count.
    private static long PeakKilobytes(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(l => l.StartsWith("VmHWM:"));
            return line is null ? 0 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2]);
        }
        catch (IOException)
        {
            return 0; // it has just ended
        }
    }
}
