using System.CommandLine;
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
    private static readonly string Models = string.Join(", ", Architectures.Names);

    public static Command Create()
    {
        var folder = CommonOptions.Folder("A corpus folder.");
        var features = Option("--features", CommonOptions.SetHelp, "fs2");
        var pad = CommonOptions.Padding();
        var scaler = CommonOptions.Scaler();
        var model = Option("--model", $"One of: {Models}.", "lenet2d");
        var split = Option("--split", SplitVerb.RuleHelp, "speaker");
        var epochs = Option("--epochs", "Passes over the training part.", Defaults.Epochs);
        var batch = Option("--batch", "Examples a step.", Defaults.Batch);
        var rate = Option("--lr", "Adam's step size.", Defaults.LearningRate);
        var seed = new Option<int?>("--seed")
        {
            Description = $"Seed of split, weights and order; {Defaults.Seed}, or the split rule's own, without it.",
        };
        var output = new Option<string>("--out", "-o") { Description = "The run folder.", Required = true };
        var update = new Option<bool>("--update")
        {
            Description = "Replace a finished run that had other options or other data.",
        };
        var force = new Option<bool>("--force") { Description = "Train again, whatever the run folder holds." };
        var store = new StoreOptions();
        var command = new Command(
            "train", "Trains a model and tests it; a finished run with the same options is reused.")
        {
            folder, features, pad, scaler, model, split, epochs, batch, rate, seed, output, update, force,
        };
        store.AddTo(command);
        command.SetAction((parsed, cancel) => Task.Run(() =>
        {
            var options = new ExperimentOptions
            {
                Features = CommonOptions.Features(parsed.GetRequiredValue(features), parsed.GetRequiredValue(pad)),
                Scaler = Enum.Parse<ScalerKind>(parsed.GetRequiredValue(scaler), ignoreCase: true),
                Model = Architectures.Create(parsed.GetRequiredValue(model)),
                Split = SplitVerb.Rule(parsed.GetRequiredValue(split), parsed.GetValue(seed)),
                Training = new TrainingOptions
                {
                    Epochs = parsed.GetValue(epochs),
                    Batch = parsed.GetValue(batch),
                    LearningRate = parsed.GetValue(rate),
                    Seed = parsed.GetValue(seed) ?? Defaults.Seed,
                },
            };
            var whenFinished = parsed.GetValue(force) ? WhenFinished.Replace
                : parsed.GetValue(update) ? WhenFinished.Update : WhenFinished.Reuse;
            _ = FeatureSets.Create(options.Features); // a wrong name is told before anything is read
            options.Training.Check();
            var terminal = new Terminal(parsed);
            var run = Train(
                terminal, options, CorpusReader.Read(parsed.GetRequiredValue(folder)), parsed.GetRequiredValue(output),
                whenFinished, $"serlab {string.Join(' ', parsed.Tokens.Select(token => token.Value))}",
                store.Of(parsed), cancel);
            terminal.Result(run, Text);
        }));
        return command;
    }

    private static Option<T> Option<T>(string name, string description, T standard) =>
        new(name) { Description = description, DefaultValueFactory = _ => standard };

    private static Run Train(
        Terminal terminal, ExperimentOptions options, Corpus corpus, string output, WhenFinished whenFinished,
        string command, FeatureStore? store, CancellationToken cancel)
    {
        using var features = terminal.Progress("features", "recordings");
        using var training = terminal.Progress("training", "examples");
        return new Experiment(options, TimeProvider.System).Execute(
            corpus, output, whenFinished, command, new Relay<ExperimentProgress>(Show), cancel, store);

        void Show(ExperimentProgress progress)
        {
            if (progress.Remark is { } remark)
            {
                features.Keep(remark);
                return;
            }
            var line = progress.Stage == "features" ? features : training;
            if (progress.Epoch is { } epoch)
            {
                line.Keep(Text(epoch));
            }
            else if (line == features || line.Moves) // elsewhere the epochs' own lines are enough
            {
                line.Show(progress.Done, progress.Total);
            }
        }
    }

    private static string Text(Epoch epoch) => FormattableString.Invariant(
        $"epoch {epoch.Number,3}  train loss {epoch.Train.Loss:0.000}  validation loss {epoch.Validation.Loss:0.000}") +
        FormattableString.Invariant(
            $"  UAR {epoch.Validation.Uar:0.0%}  lr {epoch.LearningRate}  {epoch.Seconds:0.0} s");

    private static string Text(Run run)
    {
        var scores = FormattableString.Invariant(
            $"accuracy {run.Metrics.Accuracy:0.0%}, UAR {run.Metrics.Uar:0.0%}");
        var tested = $"{Counted.Of(run.Metrics.Clips, "clip")} of {Counted.Of(run.Metrics.Speakers, "speaker")}";
        return $"""
            {LeftOutText.Of(run.Manifest.Data.LeftOut)}{run.SplitName}: {scores} on {tested}
            {run.Manifest.SplitDescription}
            best epoch {run.BestEpoch.Number} of {run.History.Count}, run folder {run.Folder.Path}
            """;
    }
}
