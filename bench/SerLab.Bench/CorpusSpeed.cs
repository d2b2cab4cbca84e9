using System.Diagnostics;
using SerLab.Corpora;
using SerLab.Files;
using static System.FormattableString;

namespace SerLab.Bench;

/// <summary>
/// What a user waits for: <c>serlab features &lt;folder&gt; --set frames187</c> from its start to its end, first with
/// an empty store (decode, resample, compute, keep, write), then again from the store. The files have been read before,
/// so the disk does not count.
/// </summary>
internal static class CorpusSpeed
{
    private const string Set = "frames187";
    private const int Rounds = 5;

    public static void Run(string[] arguments)
    {
        if (arguments is not [var folder])
        {
            throw new BadOptionException("No folder was named.", "Run ./lab bench corpus <folder of recordings>.");
        }
        var files = CorpusReader.ReadAny(folder).Utterances.Count;
        var place = Directory.CreateTempSubdirectory("serlab-bench-").FullName;
        try
        {
            Measure(folder, place); // a warm-up
            var rounds = Enumerable.Range(0, Rounds).Select(_ => Measure(folder, place)).ToArray();
            Report("cold", files, [.. rounds.Select(round => round.Cold)]);
            Report("from the store", files, [.. rounds.Select(round => round.Stored)]);
        }
        finally
        {
            Directory.Delete(place, recursive: true);
        }
    }

    private static (double Cold, double Stored) Measure(string folder, string place)
    {
        Directory.Delete(place, recursive: true);
        Directory.CreateDirectory(place);
        return (Seconds(folder, place), Seconds(folder, place));
    }

    private static double Seconds(string folder, string place)
    {
        var watch = Stopwatch.StartNew();
        using var serlab = Process.Start(new ProcessStartInfo("dotnet",
        [
            Path.Combine(AppContext.BaseDirectory, "SerLab.Cli.dll"), "features", folder, "--set", Set,
            "--out", Path.Combine(place, "features.npy"), "--store", Path.Combine(place, "store"), "--quiet",
        ])
        {
            RedirectStandardOutput = true,
        })!;
        serlab.StandardOutput.ReadToEnd();
        serlab.WaitForExit();
        return serlab.ExitCode == 0
            ? watch.Elapsed.TotalSeconds
            : throw new BenchFailedException($"serlab features {folder} failed.");
    }

    private static void Report(string what, int files, double[] seconds)
    {
        var median = seconds.Order().ElementAt(Rounds / 2);
        Console.WriteLine(Invariant($"{Set}, {what,-14}  {files} recordings in {median:0.00} s ") +
            Invariant($"({seconds.Min():0.00} to {seconds.Max():0.00}): {files / median:N0} a second"));
    }
}
