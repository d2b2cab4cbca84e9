using System.CommandLine;
using System.Text;
using SerLab.Corpora;
using SerLab.Evaluation;
using SerLab.Figures;
using SerLab.Reports;

namespace SerLab.Cli;

/// <summary><c>serlab eda</c>: tables and figures of what a corpus holds.</summary>
internal static class EdaVerb
{
    private static readonly EdaOptions Defaults = new();

    public static Command Create()
    {
        var folder = CommonOptions.Folder("A corpus folder.");
        var output = new Option<string>("--out", "-o")
        {
            Description = "Where tables and figures go.",
            Required = true,
        };
        var features = Option(
            "--features", $"What the map is made of. {CommonOptions.SetHelp}", Defaults.Features.Set);
        var perplexity = Option(
            "--perplexity", "About how many neighbours a clip keeps near on the t-SNE map.", Defaults.Map.Perplexity);
        var iterations = Option("--iterations", "Steps of the t-SNE map.", Defaults.Map.Iterations);
        var seed = Option(
            "--seed", $"Draws the clips of the maps where there are more than {Defaults.MostOnMap}.", Defaults.Seed);
        var command = new Command("eda", "Shows what a corpus holds: tables (CSV) and figures (HTML, PNG).")
        {
            folder, output, features, perplexity, iterations, seed,
        };
        command.SetAction((parsed, cancel) => Task.Run(() =>
        {
            var options = new EdaOptions
            {
                Features = CommonOptions.Features(parsed.GetRequiredValue(features)),
                Map = new TsneOptions
                {
                    Perplexity = parsed.GetValue(perplexity),
                    Iterations = parsed.GetValue(iterations),
                },
                Seed = parsed.GetValue(seed),
            };
            var terminal = new Terminal(parsed);
            var (from, to) = (parsed.GetRequiredValue(folder), parsed.GetRequiredValue(output));
            terminal.Result(Make(terminal, options, from, to, cancel), Text);
        }));
        return command;
    }

    private static Option<T> Option<T>(string name, string description, T standard) =>
        new(name) { Description = description, DefaultValueFactory = _ => standard };

    private static Written Make(
        Terminal terminal, EdaOptions options, string folder, string output, CancellationToken cancel)
    {
        using var recordings = terminal.Progress("reading", "recordings");
        using var map = terminal.Progress("map", "steps");
        using var figures = terminal.Progress("drawing", "figures");
        var progress = new Relay<EdaProgress>(Show);
        var report = new Eda(options).Of(CorpusReader.Read(folder), progress, cancel);
        using var renderer = StaticRenderer.Find();
        var files = report.Save(output, renderer, progress, cancel);
        return new Written(
            report.Summary, [.. report.Figures.Select(f => new Finding(f.Name, f.Figure.Finding))], files,
            report.Survey.LeftOut);

        void Show(EdaProgress p)
        {
            var line = p.Stage == "recordings" ? recordings : p.Stage == "map" ? map : figures;
            line.Show(p.Done, p.Total, p.LeftOut > 0 ? $"{p.LeftOut} left out" : "");
        }
    }

    private static string Text(Written written)
    {
        var text = new StringBuilder();
        foreach (var (name, finding) in written.Findings)
        {
            text.Append($"{name}: {finding}\n");
        }
        var folder = Path.GetDirectoryName(written.Files[0]);
        return $"{text}{LeftOutText.Of(written.LeftOut)}{Counted.Of(written.Files.Count, "file")} in {folder}";
    }

    private sealed record Finding(string Figure, string Says);

    private sealed record Written(
        EdaSummary Summary, IReadOnlyList<Finding> Findings, IReadOnlyList<string> Files,
        IReadOnlyList<LeftOut> LeftOut);
}
