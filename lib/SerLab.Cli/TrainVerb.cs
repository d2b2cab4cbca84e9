using System.CommandLine;
using System.Globalization;
using SerLab.Corpora;
using SerLab.Features;
using SerLab.Models;
using SerLab.Reports;
using SerLab.Training;

namespace SerLab.Cli;

/// <summary><c>serlab train</c>: from a corpus to a run folder.</summary>
internal static class TrainVerb
{
    private static readonly TrainingOptions Defaults = new();

    public static Command Create()
    {
        var folder = new Argument<string>("dir") { Description = "A corpus folder." };
        var features = new Option<string>("--features") { Description = $"One of: {string.Join(", ", FeatureSets.Names)}.", DefaultValueFactory = _ => "fs2" };
        var pad = new Option<Padding>("--pad") { Description = "What fills the frames after the end: zero (as published) or floor (−80 dB)." };
        var model = new Option<string>("--model") { Description = $"One of: {string.Join(", ", Architectures.Names)}.", DefaultValueFactory = _ => "lenet2d" };
        var split = new Option<string>("--split") { Description = SplitVerb.RuleHelp, DefaultValueFactory = _ => "speaker" };
        var epochs = new Option<int>("--epochs") { Description = "Passes over the training part.", DefaultValueFactory = _ => Defaults.Epochs };
        var batch = new Option<int>("--batch") { Description = "Examples a step.", DefaultValueFactory = _ => Defaults.Batch };
        var rate = new Option<double>("--lr") { Description = "Adam's step size.", DefaultValueFactory = _ => Defaults.LearningRate };
        var seed = new Option<int>("--seed") { Description = "Seed of split, weights and order.", DefaultValueFactory = _ => Defaults.Seed };
        var output = new Option<string>("--out", "-o") { Description = "The run folder.", Required = true };
        var update = new Option<bool>("--update") { Description = "Replace a finished run that had other options or other data." };
        var force = new Option<bool>("--force") { Description = "Train again, whatever the run folder holds." };
        var command = new Command("train", "Trains a model and tests it.")
        {
            folder, features, pad, model, split, epochs, batch, rate, seed, output, update, force,
        };
        command.SetAction((parsed, cancel) => Task.Run(() =>
        {
            var options = new ExperimentOptions
            {
                Features = new FeatureOptions { Set = parsed.GetRequiredValue(features), Padding = parsed.GetValue(pad) },
                Model = Architectures.Create(parsed.GetRequiredValue(model)),
                Split = SplitVerb.Rule(parsed.GetRequiredValue(split), parsed.GetValue(seed)),
                Training = new TrainingOptions
                {
                    Epochs = parsed.GetValue(epochs),
                    Batch = parsed.GetValue(batch),
                    LearningRate = parsed.GetValue(rate),
                    Seed = parsed.GetValue(seed),
                },
            };
            var whenFinished = parsed.GetValue(force) ? WhenFinished.Replace : parsed.GetValue(update) ? WhenFinished.Update : WhenFinished.Reuse;
            var terminal = new Terminal(parsed);
            var run = Run(terminal, parsed, options, parsed.GetRequiredValue(folder), parsed.GetRequiredValue(output), whenFinished, cancel);
            terminal.Result(run, Text);
        }, cancel));
        return command;
    }

    private static Run Run(
        Terminal terminal, ParseResult parsed, ExperimentOptions options, string folder, string output,
        WhenFinished whenFinished, CancellationToken cancel)
    {
        var corpus = CorpusReader.Read(folder);
        using var features = terminal.Progress("features", "recordings");
        using var training = terminal.Progress("training", "examples");
        var run = new Experiment(options, TimeProvider.System).Execute(
            corpus, output, whenFinished, $"serlab {string.Join(' ', parsed.Tokens.Select(token => token.Value))}",
            new Relay<ExperimentProgress>(Show), cancel);
        return run;

        void Show(ExperimentProgress progress)
        {
            var line = progress.Stage == "features" ? features : training;
            if (progress.Epoch is { } epoch)
            {
                line.Keep(Line(epoch));
            }
            else if (line == features || line.Moves) // elsewhere the epochs' own lines are enough
            {
                line.Show(progress.Done, progress.Total);
            }
        }
    }

    private static string Line(Epoch epoch) => string.Create(CultureInfo.InvariantCulture,
        $"epoch {epoch.Number,3}  train loss {epoch.Train.Loss:0.000}  validation loss {epoch.Validation.Loss:0.000}  UAR {epoch.Validation.Uar:0.0%}  lr {epoch.LearningRate}  {epoch.Seconds:0.0} s");

    private static string Text(Run run) => string.Create(CultureInfo.InvariantCulture,
        $"""
        {LeftOutText.Of(run.Manifest.Data.LeftOut)}{run.SplitName}: accuracy {run.Metrics.Accuracy:0.0%}, UAR {run.Metrics.Uar:0.0%} on {run.Metrics.Clips} clips of {run.Metrics.Speakers} speakers
        {run.Manifest.SplitDescription}
        best epoch {run.BestEpoch.Number} of {run.History.Count}, run folder {run.Folder.Path}
        """);
}
