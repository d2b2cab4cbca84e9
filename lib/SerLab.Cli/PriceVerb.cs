using System.CommandLine;
using SerLab.Figures;
using SerLab.Files;
using SerLab.Reports;

namespace SerLab.Cli;

/// <summary><c>serlab price</c>: what it is worth to a recipe to have heard the test speakers and phrases.</summary>
internal static class PriceVerb
{
    public static Command Create()
    {
        var corpora = new CorporaOptions();
        var settings = new TrainSettings(new ExperimentOptions
        {
            Features = new() { Set = "fs1" }, Model = new Models.Mlp(), Seeds = 3, Training = new() { Epochs = 40 },
        });
        var folds = new Option<int>("--folds")
        {
            Description = "At most so many groups of speakers and of phrases.", DefaultValueFactory = _ => 5,
        };
        var output = new Option<string>("--out", "-o") { Description = "Folder for runs, table and figure.", Required = true };
        var update = new Option<bool>("--update") { Description = "Replace runs that had other options or other data." };
        var store = new StoreOptions();
        var command = new Command(
            "price",
            "Trains one recipe while training may hear less and less of the test, and says what each step costs. The " +
            "share of validation and the first seed come from --split; the rest of it is not used.");
        corpora.AddTo(command);
        settings.AddTo(command);
        Array.ForEach<Option>([folds, output, update], command.Options.Add);
        store.AddTo(command);
        command.SetAction((parsed, cancel) => Task.Run(() =>
        {
            var (target, recipe) = (parsed.GetRequiredValue(output), settings.Of(parsed, null));
            recipe.Check();
            var terminal = new Terminal(parsed);
            var corpus = corpora.Read(parsed);
            using var progress = new TrainProgress(terminal);
            var price = new LeakPriceExperiment(recipe, parsed.GetValue(folds), recipe.Seeds, TimeProvider.System).Execute(
                corpus, Path.Combine(target, "runs"), parsed.GetValue(update) ? WhenFinished.Update : WhenFinished.Reuse,
                $"serlab {string.Join(' ', parsed.Tokens.Select(token => token.Value))}", progress, cancel, store.Of(parsed));
            progress.Dispose();
            Save(price, target);
            terminal.Result(price, Text);
        }));
        return command;
    }

    private static void Save(LeakPrice price, string folder)
    {
        price.WriteCsv(Path.Combine(folder, "price.csv"));
        Json.Write(Path.Combine(folder, "price.json"), price);
        using var renderer = StaticRenderer.Find();
        price.Figure().Save(folder, "price", renderer);
    }

    private static string Text(LeakPrice price) =>
        $"{price.Corpus}, {price.Model} on {price.Features}, {Counted.Of(price.Seeds, "seed")}, " +
        $"{Counted.Of(price.TestClips, "clip")} of {Counted.Of(price.TestSpeakers, "speaker")}\n\n" +
        $"{price.ToText()}\n{price.Verdict}";
}
