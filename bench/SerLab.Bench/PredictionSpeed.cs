using System.Diagnostics;
using SerLab.Corpora;
using SerLab.Features;
using SerLab.Files;
using SerLab.Models;
using static System.FormattableString;

namespace SerLab.Bench;

/// <summary>
/// How long a prediction takes: <c>serlab predict</c> of one recording from the start of the process to its end, and one
/// recording after the other in a process that is warm (reading, features and network).
/// </summary>
internal static class PredictionSpeed
{
    private const int Rounds = 9, Clips = 100;

    public static void Run(string[] arguments)
    {
        if (arguments is not [var folder, .. var runs] || runs.Length == 0)
        {
            throw new BadOptionException(
                "No recordings or no run were named.", "Run ./lab bench prediction <folder of recordings> <run folder…>.");
        }
        string[] files = [.. CorpusReader.ReadAny(folder).Utterances.Select(utterance => utterance.File).Take(Clips)];
        foreach (var run in runs)
        {
            var cold = Enumerable.Range(0, Rounds).Select(_ => Cold(run, files[0])).Order().ElementAt(Rounds / 2);
            Console.WriteLine(Invariant($"{Path.GetFileName(Path.GetDirectoryName(run))}/{Path.GetFileName(run)}: ") +
                Invariant($"{cold:0.00} s with the start of the process, {1000 * Warm(run, files):0.0} ms a clip when warm"));
        }
    }

    private static double Cold(string run, string file)
    {
        var watch = Stopwatch.StartNew();
        using var serlab = Process.Start(new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "SerLab.Cli.dll"), "predict", run, file])
        {
            RedirectStandardOutput = true,
        })!;
        serlab.StandardOutput.ReadToEnd();
        serlab.WaitForExit();
        return serlab.ExitCode == 0
            ? watch.Elapsed.TotalSeconds
            : throw new BenchFailedException($"serlab predict {run} {file} failed.");
    }

    private static double Warm(string run, string[] files)
    {
        using var bundle = ModelBundle.Load(run);
        var set = FeatureSets.Create(bundle.Info.Features);
        Array.ForEach(files, file => bundle.Probabilities(set.OfFile(file)));
        var watch = Stopwatch.StartNew();
        Array.ForEach(files, file => bundle.Probabilities(set.OfFile(file)));
        return watch.Elapsed.TotalSeconds / files.Length;
    }
}
