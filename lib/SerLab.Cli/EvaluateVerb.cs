using System.CommandLine;
using SerLab.Corpora;
using SerLab.Evaluation;
using SerLab.Features;
using SerLab.Files;
using SerLab.Models;
using SerLab.Reports;

namespace SerLab.Cli;

/// <summary><c>serlab evaluate</c>: a run's scores on its own test part, or on another corpus.</summary>
internal static class EvaluateVerb
{
    public static Command Create()
    {
        var run = CommonOptions.Run();
        var on = new Option<string?>("--on")
        {
            Description = "Another corpus folder; the run's own test part without it.",
        };
        var store = new StoreOptions();
        var command = new Command("evaluate", "Scores a trained model.") { run, on };
        store.AddTo(command);
        command.SetAction((parsed, cancel) => Task.Run(() =>
        {
            var terminal = new Terminal(parsed);
            var evaluated = parsed.GetValue(on) is { } folder
                ? OnCorpus(terminal, parsed.GetRequiredValue(run), folder, store.Of(parsed), cancel)
                : OnTestPart(Reports.Run.Load(parsed.GetRequiredValue(run)));
            terminal.Result(evaluated, Text);
        }));
        return command;
    }

    private static Evaluated OnTestPart(Run run) =>
        new(run.Metrics, ClassificationReport.Of(ConfusionMatrix.Of(run.Predictions)).ToText(4), []);

    private static Evaluated OnCorpus(
        Terminal terminal, string runFolder, string folder, FeatureStore? store, CancellationToken cancel)
    {
        using var bundle = ModelBundle.Load(runFolder);
        var corpus = CorpusReader.Read(folder);
        using var table = Features(terminal, bundle, corpus, store, cancel);
        var (known, unknown) = Known(table, bundle.Info.Labels);
        if (known.Length == 0)
        {
            throw new BadFileException(
                folder, $"the model knows none of its emotions ({string.Join(", ", corpus.Labels)}).",
                $"Name a corpus with some of: {string.Join(", ", bundle.Info.Labels)}.");
        }
        var predictions = Predictor.Predict(bundle, [.. known.Select(row => table.Utterances[row])], table.Rows(known));
        var metrics = MetricsReport.Of(
            predictions,
            $"{corpus.Name}, another corpus than the run's own test part. {bundle.Info.Scaler.Remark}".TrimEnd());
        return new Evaluated(
            metrics, ClassificationReport.Of(ConfusionMatrix.Of(predictions)).ToText(4),
            [.. corpus.LeftOut, .. table.LeftOut, .. unknown]);
    }

    private static FeatureTable Features(
        Terminal terminal, ModelBundle bundle, Corpus corpus, FeatureStore? store, CancellationToken cancel)
    {
        FeatureTable table;
        using (var line = terminal.Progress("features", "recordings"))
        {
            table = CorpusFeatures.Compute(
                corpus.Utterances, FeatureSets.Create(bundle.Info.Features), Environment.ProcessorCount,
                new Relay<BatchProgress>(p => line.Show(p.Done, p.Total)), cancel, store);
        }
        terminal.Say(table.Remarks);
        return table;
    }

    private static (int[] Known, LeftOut[] Unknown) Known(FeatureTable table, IReadOnlyList<string> labels)
    {
        var byKnown = table.Utterances.Index().ToLookup(u => labels.Contains(u.Item.Emotion, StringComparer.Ordinal));
        return (
            [.. byKnown[true].Select(u => u.Index)],
            [.. byKnown[false].Select(u => new LeftOut(u.Item.File, $"the model does not know '{u.Item.Emotion}'"))]);
    }

    private static string Text(Evaluated evaluated) =>
        $"{evaluated.Metrics.Split}\n\n{evaluated.Report}\n" +
        $"UAR {Share(evaluated.Metrics.UarOverClips)}\n{LeftOutText.Of(evaluated.LeftOut)}";

    private static string Share(Interval interval) => FormattableString.Invariant(
        $"{interval.Value:0.0%} [{interval.Low:0.0%}, {interval.High:0.0%}] ({interval.Method})");

    private sealed record Evaluated(MetricsReport Metrics, string Report, IReadOnlyList<LeftOut> LeftOut);
}
