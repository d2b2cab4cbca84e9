using System.CommandLine;
using SerLab.Corpora;
using SerLab.Reports;
using SerLab.Features;
using SerLab.Files;

namespace SerLab.Cli;

/// <summary><c>serlab features</c>: one file gives its array, a folder gives [N, …] and a table of its rows.</summary>
internal static class FeaturesVerb
{
    public static Command Create()
    {
        var source = new Argument<string>("file-or-dir") { Description = "A recording, or a corpus folder." };
        var set = new Option<string>("--set") { Description = $"One of: {string.Join(", ", FeatureSets.Names)}.", Required = true };
        var pad = new Option<Padding>("--pad") { Description = "What fills the frames after the end: zero (as published) or floor (−80 dB)." };
        var output = new Option<string>("--out", "-o") { Description = "The .npy file to write.", Required = true };
        var jobs = new Option<int>("--jobs", "-j") { Description = "Recordings at a time.", DefaultValueFactory = _ => Environment.ProcessorCount };
        var command = new Command("features", "Computes features of a recording or of a corpus.") { source, set, pad, output, jobs };
        command.SetAction((parsed, cancel) => Task.Run(() =>
        {
            var features = FeatureSets.Create(new FeatureOptions { Set = parsed.GetRequiredValue(set), Padding = parsed.GetValue(pad) });
            var (from, to) = (parsed.GetRequiredValue(source), parsed.GetRequiredValue(output));
            var written = Directory.Exists(from)
                ? OfCorpus(new Terminal(parsed), from, features, to, parsed.GetValue(jobs), cancel)
                : OfFile(from, features, to);
            new Terminal(parsed).Result(written, Text);
        }, cancel));
        return command;
    }

    private static Written OfFile(string file, FeatureSet features, string to)
    {
        Npy.Write(to, [.. features.Shape], features.OfFile(file));
        return new Written(to, features.Shape, []);
    }

    private static Written OfCorpus(
        Terminal terminal, string folder, FeatureSet features, string to, int jobs, CancellationToken cancel)
    {
        var corpus = CorpusReader.Read(folder);
        using var line = terminal.Progress(features.Options.Set, "recordings");
        var table = CorpusFeatures.Compute(corpus.Utterances, features, jobs,
            new Relay<BatchProgress>(p => line.Show(p.Done, p.Total, p.LeftOut > 0 ? $"{p.LeftOut} left out" : "")), cancel);
        int[] shape = [table.Utterances.Count, .. features.Shape];
        Npy.Write(to, shape, table.Values);
        Csv.WriteRows(Path.ChangeExtension(to, ".csv"), ["file", "speaker", "emotion"],
            table.Utterances.Select(u => new object?[] { u.File, u.Speaker, u.Emotion }));
        return new Written(to, shape, [.. corpus.LeftOut, .. table.LeftOut]);
    }

    private static string Text(Written written) =>
        $"{written.File}: [{string.Join(", ", written.Shape)}] float32\n{LeftOutText.Of(written.LeftOut)}";

    private sealed record Written(string File, IReadOnlyList<int> Shape, IReadOnlyList<LeftOut> LeftOut);
}
