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
        var store = new StoreOptions();
        var command = new Command("features", "Computes features of a recording or of a folder.")
        {
            source, set, pad, output, jobs,
        };
        store.AddTo(command);
        command.SetAction((parsed, cancel) => Task.Run(() =>
        {
            var features = FeatureSets.Create(
                CommonOptions.Features(parsed.GetRequiredValue(set), parsed.GetRequiredValue(pad)));
            var from = parsed.GetRequiredValue(source);
            var to = CommonOptions.Ending(parsed.GetRequiredValue(output), ".npy");
            var terminal = new Terminal(parsed);
            var written = Directory.Exists(from)
                ? OfFolder(terminal, from, features, to, Jobs(parsed.GetValue(jobs)), store.Of(parsed), cancel)
                : OfFile(terminal, from, features, to, store.Of(parsed));
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

    private static Written OfFile(Terminal terminal, string file, FeatureSet features, string to, FeatureStore? store)
    {
        var values = CorpusFeatures.OfFile(file, features, store, out var remarks);
        terminal.Say(remarks);
        Npy.Write(to, [.. features.Shape], values);
        return new Written(to, features.Shape, features.Rows, null, 0, []);
    }

    private static Written OfFolder(
        Terminal terminal, string folder, FeatureSet features, string to, int jobs, FeatureStore? store,
        CancellationToken cancel)
    {
        var corpus = CorpusReader.ReadAny(folder);
        if (corpus.Name == CorpusReader.Unlabelled)
        {
            terminal.Say($"{folder} is no corpus that is known, so the rows have no speaker and no emotion.");
        }
        BatchSummary batch;
        using (var line = terminal.Progress(features.Options.Set, "recordings"))
        {
            batch = CorpusFeatures.Write(
                to, corpus.Utterances, features, jobs, new Relay<BatchProgress>(p => line.Show(p.Done, p.Total, Note(p))),
                cancel, store);
        }
        terminal.Say(batch.Remarks);
        var rows = Path.ChangeExtension(to, ".csv");
        Csv.WriteRows(rows, ["file", "speaker", "emotion"],
            batch.Utterances.Select(u => new object?[] { u.File, u.Speaker, u.Emotion }));
        return new Written(
            to, [batch.Utterances.Count, .. features.Shape], features.Rows, rows, batch.Stored,
            [.. corpus.LeftOut, .. batch.LeftOut]);
    }

    private static string Note(BatchProgress p) => string.Join(", ", new[]
    {
        p.Stored > 0 ? $"{p.Stored} from the store" : "",
        p.LeftOut > 0 ? $"{p.LeftOut} left out" : "",
    }.Where(note => note.Length > 0));

    private static string Text(Written written) =>
        $"{written.File}: [{string.Join(", ", written.Shape)}] float32" +
        $"{(written.Rows is null ? "" : $", its rows in {written.Rows}")}" +
        $"{(written.Stored > 0 ? $", {written.Stored} from the store" : "")}\n{LeftOutText.Of(written.LeftOut)}";

    private sealed record Written(
        string File, IReadOnlyList<int> Shape, IReadOnlyList<FeatureRow> Features, string? Rows, int Stored,
        IReadOnlyList<LeftOut> LeftOut);
}
