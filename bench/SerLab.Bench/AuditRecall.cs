using System.Diagnostics;
using SerLab.Audio;
using SerLab.Audio.Fingerprints;
using SerLab.Corpora;
using SerLab.Files;
using SerLab.Splits.Auditing;
using SerLab.Tests.Audio.Fingerprints;
using SerLab.Tests.Splits.Auditing;
using static System.FormattableString;

namespace SerLab.Bench;

/// <summary>
/// How surely the audit finds the same recording again, how far other recordings are from being taken for it, and
/// whether leaks that are planted into a clean split are found, all and no more; on corpora of recordings.
/// </summary>
internal static class AuditRecall
{
    private const int Samples = 400, Planted = 20;

    public static void Run(string[] arguments)
    {
        if (arguments is [])
        {
            throw new BadOptionException("No folder was named.", "Run ./lab bench audit <corpus folders>.");
        }
        foreach (var folder in arguments)
        {
            var corpus = CorpusReader.Read(folder);
            Console.WriteLine($"## {CorpusReader.Title(corpus.Name)}, {corpus.Utterances.Count} recordings\n");
            Pairs(corpus);
            Copies(corpus);
            Leaks(corpus);
        }
    }

    // All pairs of different recordings, and how long that takes.
    private static void Pairs(Corpus corpus)
    {
        var watch = Stopwatch.StartNew();
        var prints = Prints(corpus);
        var (heard, pairs) = (watch.Elapsed.TotalSeconds, new TwinIndex(prints).Pairs(Environment.ProcessorCount));
        var all = watch.Elapsed.TotalSeconds;
        var nearest = new TwinIndex(prints, 0).Pairs(Environment.ProcessorCount)
            .Select(pair => pair.Likeness.Correlation).Where(correlation => correlation < Fingerprint.LeastCorrelation)
            .DefaultIfEmpty(0).Max();
        var (count, everyPair) = (prints.Length, prints.Length * (prints.Length - 1L) / 2);
        Console.WriteLine(
            Invariant($"{count / all:0} recordings a second on {Environment.ProcessorCount} cores ({heard:0.0} s to ") +
            Invariant($"hear them, {all - heard:0.0} s to compare); {pairs.Count} of {everyPair:N0} pairs are the same ") +
            Invariant($"recording; the next is at correlation {nearest:0.000}.\n"));
        foreach (var (first, second, likeness) in pairs)
        {
            Console.WriteLine(Invariant(
                $"- {corpus.Utterances[first].Id} and {corpus.Utterances[second].Id}: {likeness.Grade}"));
        }
        Console.WriteLine();
    }

    private static Fingerprint[] Prints(Corpus corpus)
    {
        var prints = new Fingerprint[corpus.Utterances.Count];
        Parallel.For(0, prints.Length, i => prints[i] = Fingerprint.Of(corpus.Utterances[i].File));
        return prints;
    }

    // Each changed copy beside all originals: its own must be found, and no other.
    private static void Copies(Corpus corpus)
    {
        var prints = Prints(corpus);
        var index = new TwinIndex(prints);
        var most = Math.Min(Samples, prints.Length);
        int[] chosen = [.. Enumerable.Range(0, most).Select(i => i * prints.Length / most)];
        Console.WriteLine(Markdown.Table(
            ["copy", "found", "lowest correlation", "median", "others taken for it"],
            Distortions.SameSpeed.Concat(Distortions.OtherSpeed)
                .Select(one => Row(corpus, prints, index, chosen, one.Key, one.Value)), 1));
    }

    private static string[] Row(
        Corpus corpus, Fingerprint[] prints, TwinIndex index, int[] chosen, string name, Func<Clip, Clip> change)
    {
        var (correlations, others) = (new double[chosen.Length], 0);
        Parallel.For(0, chosen.Length, i =>
        {
            var copy = Fingerprint.Of(change(AudioFile.Load(corpus.Utterances[chosen[i]].File, rate: null)));
            foreach (var twin in index.Of(copy))
            {
                correlations[i] = twin.Number == chosen[i] ? twin.Likeness.Correlation : correlations[i];
                Interlocked.Add(ref others, twin.Number != chosen[i] && !Same(prints, twin.Number, chosen[i]) ? 1 : 0);
            }
        });
        double[] found = [.. correlations.Where(correlation => correlation > 0).Order()];
        return
        [
            name, Invariant($"{(double)found.Length / chosen.Length:0.0000}"),
            Invariant($"{found.FirstOrDefault():0.000}"),
            Invariant($"{found.ElementAtOrDefault(found.Length / 2):0.000}"), $"{others}",
        ];
    }

    private static bool Same(Fingerprint[] prints, int one, int other) =>
        prints[one].LikenessTo(prints[other]) is not null;

    private static void Leaks(Corpus corpus)
    {
        var folder = Directory.CreateTempSubdirectory("serlab-bench-").FullName;
        try
        {
            var split = new PlantedSplit(corpus, folder);
            Console.WriteLine(Markdown.Table(
                ["planted", "times", "found", "verdict", "also found"],
                PlantedSplit.Kinds.Keys.Prepend("nothing").Select(kind => Row(split, kind)), 1));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string[] Row(PlantedSplit split, string kind)
    {
        var check = PlantedSplit.Kinds.TryGetValue(kind, out var planted) ? planted.Check : (AuditCheck?)null;
        var (table, count) = split.Write(check is null ? null : kind, Planted);
        var report = LeakAudit.Of(AuditedSplitReader.Read([table]));
        var graver = report.Findings.Where(one => one.Severity is Severity.Leak or Severity.Warning or Severity.Unknown)
            .ToLookup(one => one.Check == check);
        return
        [
            kind, $"{count}", $"{graver[true].Sum(one => one.Count)}", $"{report.Verdict}",
            string.Join(", ", graver[false].Select(one => $"{one.Check} {one.Count}")),
        ];
    }
}
