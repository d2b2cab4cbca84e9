using System.CommandLine;
using SerLab.Corpora;
using SerLab.Evaluation;
using SerLab.Features;
using SerLab.Figures;
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
        var outcome = new Option<string?>("--out")
        {
            Description = "Folder for the figures of calibration and of risk and coverage; none without it.",
        };
        var (doubt, store) = (new DoubtOptions(), new StoreOptions());
        var command = new Command("evaluate", "Scores a trained model, and whether it knows when it is wrong.")
        {
            run, on, outcome,
        };
        doubt.AddTo(command);
        store.AddTo(command);
        command.SetAction((parsed, cancel) => Task.Run(() =>
        {
            var terminal = new Terminal(parsed);
            var (folder, threshold) = (parsed.GetRequiredValue(run), doubt.Threshold(parsed));
            var answers = parsed.GetValue(on) is { } corpus
                ? OnCorpus(terminal, folder, corpus, doubt.Calibrates(parsed), store.Of(parsed), cancel)
                : OnTestPart(Reports.Run.Load(folder), doubt.Calibrates(parsed));
            terminal.Result(Evaluate(answers, threshold, parsed.GetValue(outcome)), found => found.ToText());
        }));
        return command;
    }

    private static Evaluated Evaluate(Answers answers, double? threshold, string? folder)
    {
        var found = Evaluated.Of(answers.Predictions, answers.Split, answers.LeftOut);
        return found with
        {
            Calibration = answers.Calibration,
            Doubt = threshold is { } lowest ? DoubtReport.Of(answers.Predictions, lowest) : null,
            Files = folder is null ? [] : Draw(answers, threshold, folder),
        };
    }

    private static string[] Draw(Answers answers, double? threshold, string folder)
    {
        using var renderer = StaticRenderer.Find();
        return
        [
            .. ReliabilityFigure.Of(answers.Title, answers.Raw, answers.Scaled, answers.Split)
                .Save(folder, "reliability", renderer),
            .. RiskCoverageFigure.Of(answers.Title, answers.Predictions, threshold, answers.Split)
                .Save(folder, "risk-coverage", renderer),
        ];
    }

    private static Answers OnTestPart(Run run, bool calibrates)
    {
        var title = RunFigures.Title(run);
        if (!calibrates)
        {
            return new(title, run.Manifest.SplitDescription, run.Predictions, null, null, []);
        }
        var (scaled, report) = RunTemperature.Calibrate(run);
        return new(title, run.Manifest.SplitDescription, run.Predictions, scaled, report, []);
    }

    private static Answers OnCorpus(
        Terminal terminal, string runFolder, string folder, bool calibrates, FeatureStore? store,
        CancellationToken cancel)
    {
        using var bundle = ModelBundle.Load(runFolder);
        var temperature = calibrates ? RunTemperature.Of(runFolder) : null;
        var corpus = CorpusReader.Read(folder);
        using var table = Features(terminal, bundle, corpus, store, cancel);
        var (known, unknown) = Known(table, bundle.Info.Labels);
        if (known.Length == 0)
        {
            throw new BadFileException(
                folder, $"the model knows none of its emotions ({string.Join(", ", corpus.Labels)}).",
                $"Name a corpus with some of: {string.Join(", ", bundle.Info.Labels)}.");
        }
        var raw = Predictor.Predict(bundle, [.. known.Select(row => table.Utterances[row])], table.Rows(known));
        var scaled = temperature is null ? null : TemperatureScaling.Apply(raw, temperature.Temperature);
        return new(
            CorpusReader.Title(corpus.Name),
            $"{corpus.Name}, another corpus than the run's own test part. {bundle.Info.Scaler.Remark}".TrimEnd(),
            raw, scaled,
            scaled is null ? null : CalibrationReport.Of([temperature!.Temperature], temperature.Clips, raw, scaled),
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

    private sealed record Answers(
        string Title, string Split, Predictions Raw, Predictions? Scaled, CalibrationReport? Calibration,
        IReadOnlyList<LeftOut> LeftOut)
    {
        /// <summary>What is scored.</summary>
        public Predictions Predictions => Scaled ?? Raw;
    }
}
