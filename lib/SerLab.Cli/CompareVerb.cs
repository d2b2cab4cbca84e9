using System.CommandLine;
using SerLab.Evaluation;
using SerLab.Figures;
using SerLab.Reports;

namespace SerLab.Cli;

/// <summary><c>serlab compare</c>: one recipe on several splits, and how much of the result was leak.</summary>
internal static class CompareVerb
{
    public static Command Create()
    {
        var runs = new Argument<string[]>("run")
        {
            Description = "Run folders on one corpus, the strictest split last.",
            Arity = new ArgumentArity(2, 100),
        };
        var output = new Option<string?>("--out", "-o") { Description = "Folder for the figure." };
        var command = new Command("compare", "Says how much of a result was leak.") { runs, output };
        command.SetAction((parsed, _) => Task.Run(() =>
        {
            var loaded = parsed.GetRequiredValue(runs).Select(Reports.Run.Load).ToArray();
            new Terminal(parsed).Result(Compare(loaded, parsed.GetValue(output)), Text);
        }));
        return command;
    }

    private static Compared Compare(Run[] runs, string? folder)
    {
        var (comparison, corpus) = (new Comparison(runs), runs[0].Manifest.Data.Corpus);
        if (folder is not null)
        {
            using var renderer = StaticRenderer.Find();
            comparison.Figure().Save(folder, $"{corpus}-leak", renderer);
        }
        return new Compared(corpus, comparison.Verdict, comparison.Table);
    }

    private static string Text(Compared compared) =>
        $"{compared.Corpus}\n\n{compared.Table.ToText()}\n{compared.Verdict}";

    private sealed record Compared(string Corpus, string Verdict, LeakTable Table);
}
