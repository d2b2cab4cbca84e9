using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using SerLab.Augmentation;
using SerLab.Features;
using SerLab.Files;
using SerLab.Models;
using SerLab.Reports;

namespace SerLab.Cli;

/// <summary>
/// What <c>serlab train</c> is to do: a configuration file, over it the options of the command line, over these
/// <c>--set</c>.
/// </summary>
/// <param name="standard">What is not said: the recipe without any option.</param>
internal sealed class TrainSettings(ExperimentOptions standard)
{
    private readonly Option<string> _features = Option("--features", CommonOptions.SetHelp, standard.Features.Set);
    private readonly Option<string> _pad = CommonOptions.Padding();
    private readonly Option<string> _scaler = CommonOptions.Scaler();
    private readonly Option<string> _model =
        Option("--model", $"One of: {string.Join(", ", Architectures.Names)}.", Architectures.NameOf(standard.Model));
    private readonly Option<string> _split = Option("--split", SplitVerb.RuleHelp + SplitVerb.FoldsHelp, "speaker");
    private readonly Option<int> _epochs = Option("--epochs", "Passes over the training part.", standard.Training.Epochs);
    private readonly Option<int> _batch = Option("--batch", "Examples a step.", standard.Training.Batch);
    private readonly Option<double> _rate = Option("--lr", "The optimiser's step size.", standard.Training.LearningRate);
    private readonly Option<int?> _seed = new("--seed")
    {
        Description = $"Seed of split, weights and order; {standard.Training.Seed}, or the split rule's own, without it.",
    };

    private readonly Option<int> _seeds = Option(
        "--seeds", "Trainings with this and the following seeds, on the same split.", standard.Seeds);

    private readonly Option<string> _device = Option("--device", "cpu, cuda or cuda:1.", standard.Training.Device);
    private readonly Option<string?> _augment = new("--augment")
    {
        HelpName = "policy",
        Description = $"Augmented copies of the training clips: {string.Join(", ", AugmentationPolicy.Names)}; or a " +
            ".json file. Made once and kept in the store; --set augmentation.onTheFly=true makes them anew each epoch.",
    };

    private readonly Option<string?> _config = new("--config")
    {
        Description = "A configuration file (JSON), such as the config.json of a run folder.",
    };

    private readonly Option<string[]> _set = new("--set")
    {
        HelpName = "key=value",
        Description = "Any other setting, such as training.optimizer.kind=adamW, training.schedule.kind=plateau, " +
            "training.patience=10, model.hidden=64; config.json shows them all.",
    };

    public void AddTo(Command command)
    {
        Option[] all =
            [_features, _pad, _scaler, _augment, _model, _split, _epochs, _batch, _rate, _seed, _seeds, _device, _config, _set];
        Array.ForEach(all, command.Options.Add);
    }

    /// <summary>The options put together.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="earlier">The configuration of a run that is to go on; null where there is none.</param>
    /// <exception cref="SerLabException">A file, a key or a value is wrong.</exception>
    public ExperimentOptions Of(ParseResult parsed, string? earlier)
    {
        var configuration = (parsed.GetValue(_config) ?? earlier) is { } file
            ? new Configuration(file)
            : new Configuration(standard);
        SetFeatures(parsed, configuration);
        Set("scaler", _scaler);
        if (parsed.GetValue(_augment) is { } policy)
        {
            configuration.Set("augmentation.policy", JsonSerializer.SerializeToNode(
                AugmentationPolicy.Parse(policy), Json.Options));
        }
        Set("model.name", _model);
        SetSplit(parsed, configuration);
        Set("training.epochs", _epochs);
        Set("training.batch", _batch);
        Set("training.learningRate", _rate);
        Set("training.seed", _seed);
        Set("seeds", _seeds);
        Set("training.device", _device);
        Array.ForEach(parsed.GetValue(_set) ?? [], configuration.Set);
        return configuration.Options;

        void Set<T>(string key, Option<T> option)
        {
            if (IsGiven(parsed, option))
            {
                configuration.Set(key, JsonSerializer.SerializeToNode(parsed.GetValue(option)));
            }
        }
    }

    private static bool IsGiven(ParseResult parsed, Option option) =>
        parsed.GetResult(option) is { Implicit: false };

    private void SetFeatures(ParseResult parsed, Configuration configuration)
    {
        var old = configuration.Options.Features;
        var features = IsGiven(parsed, _features)
            ? CommonOptions.Features(parsed.GetRequiredValue(_features)) with { Padding = old.Padding }
            : old;
        if (IsGiven(parsed, _pad))
        {
            features = features with
            {
                Padding = Enum.Parse<Padding>(parsed.GetRequiredValue(_pad), ignoreCase: true),
            };
        }
        configuration.Set("features", JsonSerializer.SerializeToNode(features, Json.Options));
    }

    private void SetSplit(ParseResult parsed, Configuration configuration)
    {
        var given = IsGiven(parsed, _split) ? parsed.GetRequiredValue(_split) : $"{configuration.Options.Split}";
        configuration.Set("split", JsonValue.Create($"{SplitVerb.Rule(given, parsed.GetValue(_seed))}"));
    }

    private static Option<T> Option<T>(string name, string description, T standard) =>
        new(name) { Description = description, DefaultValueFactory = _ => standard };
}
