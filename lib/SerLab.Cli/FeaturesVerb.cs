using System.CommandLine;
using SerLab.Corpora;
using SerLab.Features;
using SerLab.Files;
using SerLab.Reports;

namespace SerLab.Cli;

/// <summary><c>serlab features</c>: one file gives its array, a folder gives [N, …] and a table of its rows.</summary>
internal static class FeaturesVerb
{
    public static Command Create()
    {
        var source = new Argument<string>("file-or-dir")
        {
            Description = "A recording, a corpus folder, or any folder of recordings (then without labels).",
        };
        var set = new Option<string>("--set")
        {
            Description = CommonOptions.SetHelp,
            Required = true,
        };
        var pad = CommonOptions.Padding();
        var output = new Option<string>("--out", "-o")
        {
            Description = "The .npy file to write; a folder's rows are named in a .csv beside it.",
            Required = true,
        };
        var jobs = new Option<int?>("--jobs", "-j")
        {
            Description = "Recordings at a time; as many as there are processors without it.",
        };
        var command = new Command("features", "Computes features of a recording or of a folder.")
        {
            source, set, pad, output, jobs,
        };
        command.SetAction((parsed, cancel) => Task.Run(() =>
        {
            var features = FeatureSets.Create(
                CommonOptions.Features(parsed.GetRequiredValue(set), parsed.GetRequiredValue(pad)));
            var from = parsed.GetRequiredValue(source);
            var to = CommonOptions.Ending(parsed.GetRequiredValue(output), ".npy");
            var terminal = new Terminal(parsed);
            var written = Directory.Exists(from)
                ? OfFolder(terminal, from, features, to, Jobs(parsed.GetValue(jobs)), cancel)
                : OfFile(from, features, to);
            terminal.Result(written, Text);
        }));
        return command;
    }

    private static int Jobs(int? wanted) => wanted switch
    {
        null => Environment.ProcessorCount,
        > 0 => wanted.Value,
        _ => throw new BadOptionException($"--jobs is {wanted}.", "Give it a value above 0."),
    };

    private static Written OfFile(string file, FeatureSet features, string to)
    {
        Npy.Write(to, [.. features.Shape], features.OfFile(file));
        return new Written(to, features.Shape, null, []);
    }

    private static Written OfFolder(
        Terminal terminal, string folder, FeatureSet features, string to, int jobs, CancellationToken cancel)
    {
        var corpus = CorpusReader.ReadAny(folder);
        if (corpus.Name == CorpusReader.Unlabelled)
        {
            terminal.Say($"{folder} is no corpus that is known, so the rows have no speaker and no emotion.");
        }
        using var line = terminal.Progress(features.Options.Set, "recordings");
        var table = CorpusFeatures.Compute(corpus.Utterances, features, jobs, new Relay<BatchProgress>(Show), cancel);
        int[] shape = [table.Utterances.Count, .. features.Shape];
        var rows = Path.ChangeExtension(to, ".csv");
        Npy.Write(to, shape, table.Values);
        Csv.WriteRows(rows, ["file", "speaker", "emotion"],
            table.Utterances.Select(u => new object?[] { u.File, u.Speaker, u.Emotion }));
        return new Written(to, shape, rows, [.. corpus.LeftOut, .. table.LeftOut]);

        void Show(BatchProgress p) => line.Show(p.Done, p.Total, p.LeftOut > 0 ? $"{p.LeftOut} left out" : "");
    }

    private static string Text(Written written) =>
        $"{written.File}: [{string.Join(", ", written.Shape)}] float32" +
        $"{(written.Rows is null ? "" : $", its rows in {written.Rows}")}\n{LeftOutText.Of(written.LeftOut)}";

    private sealed record Written(string File, IReadOnlyList<int> Shape, string? Rows, IReadOnlyList<LeftOut> LeftOut);
}
