using System.CommandLine;
using SerLab.Evaluation;
using SerLab.Figures;
using SerLab.Files;
using SerLab.Reports;

namespace SerLab.Cli;

/// <summary>
/// <c>serlab compare</c>: one recipe on several kinds of split, and how much of the result was leak; or several models
/// on one kind of split, and which differences are more than noise.
/// </summary>
internal static class CompareVerb
{
    public static Command Create()
    {
        var runs = new Argument<string[]>("run")
        {
            Description =
                "Run folders on one corpus: one recipe on several kinds of split, or several models on one kind.",
            Arity = new ArgumentArity(2, 100),
        };
        var output = new Option<string?>("--out", "-o") { Description = "Folder for the figure and the table." };
        var command = new Command(
            "compare", "Says how much of a result was leak, or which model is best and what is noise.")
        {
            runs, output,
        };
        command.SetAction((parsed, _) => Task.Run(() =>
        {
            var loaded = parsed.GetRequiredValue(runs).Select(Reports.Run.Load).ToArray();
            var (terminal, folder) = (new Terminal(parsed), parsed.GetValue(output));
            if (loaded.Select(run => run.SplitName).Distinct().Count() > 1)
            {
                terminal.Result(Splits(loaded, folder), Text);
            }
            else
            {
                terminal.Result(Models(loaded, folder), Text);
            }
        }));
        return command;
    }

    private static Compared Splits(Run[] runs, string? folder)
    {
        var (comparison, corpus) = (new Comparison(runs), runs[0].Manifest.Data.Corpus);
        if (folder is not null)
        {
            Save(comparison.Figure(), folder, $"{corpus}-leak");
        }
        return new Compared(corpus, comparison.Verdict, comparison.Table);
    }

    private static ModelComparison Models(Run[] runs, string? folder)
    {
        var comparison = ModelComparison.Of(runs);
        if (folder is not null)
        {
            var name = $"{comparison.Corpus}-models";
            comparison.WriteCsv(Path.Combine(folder, $"{name}.csv"));
            Json.Write(Path.Combine(folder, $"{name}.json"), comparison);
            Save(comparison.Figure(), folder, name);
        }
        return comparison;
    }

    private static void Save(Figure figure, string folder, string name)
    {
        using var renderer = StaticRenderer.Find();
        figure.Save(folder, name, renderer);
    }

    private static string Text(Compared compared) =>
        $"{compared.Corpus}\n\n{compared.Table.ToText()}\n{compared.Verdict}";

    private static string Text(ModelComparison compared) =>
        $"{compared.Corpus}, {compared.Split}\n\n{compared.ToText()}\n{compared.Verdict}";

    private sealed record Compared(string Corpus, string Verdict, LeakTable Table);
}
