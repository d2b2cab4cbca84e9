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
            Description = "Folder for the figures of calibration, risk and coverage, groups; none without it.",
        };
        var listeners = new Option<bool>("--listeners")
        {
            Description = "Put what human listeners took the clips for beside the model's (runs on CREMA-D).",
        };
        var votes = new Option<string?>("--votes")
        {
            HelpName = "csv",
            Description = "The same on the very clips, with the votes of CREMA-D's tabulatedVotes.csv.",
        };
        var (doubt, store) = (new DoubtOptions(), new StoreOptions());
        var command = new Command("evaluate", "Scores a trained model, and whether it knows when it is wrong.")
        {
            run, on, outcome, listeners, votes,
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
            var heard = parsed.GetValue(votes) is { } table ? ListenerVotes.Read(table) : null;
            var compared = heard is not null || parsed.GetValue(listeners)
                ? ListenerComparison.Of(answers.Predictions, heard) : null;
            terminal.Result(
                Evaluate(answers, compared, threshold, parsed.GetValue(outcome)), found => found.ToText());
        }));
        return command;
    }

    private static Evaluated Evaluate(
        Answers answers, ListenerComparison? compared, double? threshold, string? folder)
    {
        var found = Evaluated.Of(answers.Predictions, answers.Split, answers.LeftOut);
        return found with
        {
            Calibration = answers.Calibration,
            Doubt = threshold is { } lowest ? DoubtReport.Of(answers.Predictions, lowest) : null,
            Groups = answers.Groups,
            Listeners = compared is null ? null : ListenersFound.Of(compared),
            Files = folder is null ? [] : [
                .. Draw(answers, found.Metrics.Uar, threshold, folder), .. Draw(compared, answers.Split, folder),
            ],
        };
    }

    private static string[] Draw(Answers answers, double uar, double? threshold, string folder)
    {
        using var renderer = StaticRenderer.Find();
        return
        [
            .. ReliabilityFigure.Of(answers.Title, answers.Raw, answers.Scaled, answers.Split)
                .Save(folder, "reliability", renderer),
            .. RiskCoverageFigure.Of(answers.Title, answers.Predictions, threshold, answers.Split)
                .Save(folder, "risk-coverage", renderer),
            .. answers.Groups.Count == 0 ? [] : GroupFigure.Of(answers.Title, answers.Groups, uar, answers.Split)
                .Save(folder, "groups", renderer),
        ];
    }

    private static IReadOnlyList<string> Draw(ListenerComparison? compared, string split, string folder)
    {
        if (compared is null)
        {
            return [];
        }
        using var renderer = StaticRenderer.Find();
        var table = Path.Combine(folder, "listeners.csv");
        Csv.Write(table, compared.Recalls);
        return [table, .. ListenerFigure.Of(compared, split).Save(folder, "listeners", renderer)];
    }

    private static Answers OnTestPart(Run run, bool calibrates)
    {
        var title = RunFigures.Title(run);
        var groups = File.Exists(run.Folder.Groups) ? GroupScore.ReadCsv(run.Folder.Groups) : [];
        if (!calibrates)
        {
            return new(title, run.Manifest.SplitDescription, run.Predictions, null, null, groups, []);
        }
        var (scaled, report) = RunTemperature.Calibrate(run);
        return new(title, run.Manifest.SplitDescription, run.Predictions, scaled, report, groups, []);
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
        Utterance[] tested = [.. known.Select(row => table.Utterances[row])];
        var raw = Predictor.Predict(bundle, tested, table.Rows(known));
        var scaled = temperature is null ? null : TemperatureScaling.Apply(raw, temperature.Temperature);
        return new(
            CorpusReader.Title(corpus.Name),
            $"{corpus.Name}, another corpus than the run's own test part. {bundle.Info.Scaler.Remark}".TrimEnd(),
            raw, scaled,
            scaled is null ? null : CalibrationReport.Of([temperature!.Temperature], temperature.Clips, raw, scaled),
            Groups.Of(raw, tested),
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
        IReadOnlyList<GroupScore> Groups, IReadOnlyList<LeftOut> LeftOut)
    {
        /// <summary>What is scored.</summary>
        public Predictions Predictions => Scaled ?? Raw;
    }
}
