using System.CommandLine;
using SerLab.Figures;
using SerLab.Reports;

namespace SerLab.Cli;

/// <summary><c>serlab compare</c>: one recipe on several splits, and how much of the result was leak.</summary>
internal static class CompareVerb
{
    public static Command Create()
    {
        var runs = new Argument<string[]>("run") { Description = "Run folders on one corpus, the strictest split last.", Arity = new ArgumentArity(2, 100) };
        var output = new Option<string?>("--out", "-o") { Description = "Folder for the figure." };
        var command = new Command("compare", "Says how much of a result was leak.") { runs, output };
        command.SetAction(parsed =>
        {
            var loaded = parsed.GetRequiredValue(runs).Select(Run.Load).ToArray();
            var comparison = new Comparison(loaded);
            if (parsed.GetValue(output) is { } folder)
            {
                using var renderer = StaticRenderer.Find();
                comparison.Figure().Save(folder, $"{loaded[0].Manifest.Data.Corpus}-leak", renderer);
            }
            new Terminal(parsed).Result(
                new Compared(loaded[0].Manifest.Data.Corpus, comparison.Verdict, comparison.Table),
                compared => $"{compared.Corpus}\n\n{compared.Table.ToText()}\n{compared.Verdict}");
        });
        return command;
    }

    private sealed record Compared(string Corpus, string Verdict, Evaluation.LeakTable Table);
}
