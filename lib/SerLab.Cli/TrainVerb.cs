using System.CommandLine;
using SerLab.Files;
using SerLab.Reports;

namespace SerLab.Cli;

/// <summary><c>serlab train</c>: from a corpus to a run folder.</summary>
internal static class TrainVerb
{
    public static Command Create()
    {
        var corpora = new CorporaOptions();
        var settings = new TrainSettings(new ExperimentOptions());
        var output = new Option<string>("--out", "-o") { Description = "The run folder.", Required = true };
        var resume = new Option<bool>("--resume")
        {
            Description = "Go on with the training in the run folder, with its options. (A training that was stopped " +
                "also goes on when the same command is given again.)",
        };
        var update = new Option<bool>("--update")
        {
            Description = "Replace a run that had other options or other data.",
        };
        var force = new Option<bool>("--force") { Description = "Train again, whatever the run folder holds." };
        var store = new StoreOptions();
        var command = new Command(
            "train", "Trains a model and tests it; a finished run with the same options is reused.");
        corpora.AddTo(command);
        settings.AddTo(command);
        Array.ForEach<Option>([output, resume, update, force], command.Options.Add);
        store.AddTo(command);
        command.SetAction((parsed, cancel) => Task.Run(() =>
        {
            var target = parsed.GetRequiredValue(output);
            var options = settings.Of(parsed, parsed.GetValue(resume) ? EarlierConfig(target) : null);
            options.Check(); // what is wrong is told before anything is read
            var whenFinished = parsed.GetValue(force) ? WhenFinished.Replace
                : parsed.GetValue(update) ? WhenFinished.Update : WhenFinished.Reuse;
            var terminal = new Terminal(parsed);
            var corpus = corpora.Read(parsed);
            using var progress = new TrainProgress(terminal);
            var run = new Experiment(options, TimeProvider.System).Execute(
                corpus, target, whenFinished, $"serlab {string.Join(' ', parsed.Tokens.Select(token => token.Value))}",
                progress, cancel, store.Of(parsed));
            progress.Dispose();
            terminal.Result(run, Text);
        }));
        return command;
    }

    private static string? EarlierConfig(string folder) =>
        new RunFolder(folder).Config is var file && File.Exists(file) ? file : null;

    private static string Text(Run run)
    {
        var scores = FormattableString.Invariant(
            $"accuracy {run.Metrics.Accuracy:0.0%}, UAR {run.Metrics.Uar:0.0%}");
        var tested = $"{Counted.Of(run.Metrics.Clips, "clip")} of {Counted.Of(run.Metrics.Speakers, "speaker")}";
        return $"""
            {LeftOutText.Of(run.Manifest.Data.LeftOut)}{Parts(run)}{run.SplitName}: {scores} on {tested}
            {run.Manifest.SplitDescription}
            {Ending(run)}, run folder {run.Folder.Path}
            """;
    }

    private static string Parts(Run run) => string.Concat(run.Parts.Select(part => FormattableString.Invariant(
        $"{part.Folder,-16}  accuracy {part.Accuracy,6:0.0%}  UAR {part.Uar,6:0.0%}  {part.Clips} clips") +
        $"{(part.Fold == "" ? "" : $" of {part.Fold}")}, best epoch {part.BestEpoch} of {part.Epochs}\n"));

    private static string Ending(Run run)
    {
        if (run.BestEpoch is { } best)
        {
            return $"best epoch {best.Number} of {run.History.Count}";
        }
        return run.Seeds.Count < 2 ? $"{run.Parts.Count} trainings"
            : $"over {run.Seeds.Count} seeds: accuracy {Spread(run, s => s.Accuracy)}, UAR {Spread(run, s => s.Uar)}";
    }

    private static string Spread(Run run, Func<SeedScore, double> score)
    {
        var spread = SeedSpread.Of([.. run.Seeds.Select(score)]);
        return FormattableString.Invariant($"{spread.Mean:0.0%} ± {100 * spread.Deviation:0.0} points");
    }
}
