using System.Diagnostics;
using System.Text.Json;
using SerLab.Kernel.Notebooks;

namespace SerLab.Cli.Tests;

/// <summary>Training curves that grow in a notebook while its cell runs.</summary>
[Trait("Kind", "end-to-end")]
public sealed class LiveCurvesTests(SmallCorpus small)
{
    private const int Epochs = 12;
    private const string Plotly = "application/vnd.plotly.v1+json";

    private readonly string _folder = Folders.New();

    [Fact]
    public void Jupyters_own_client_sees_the_figure_grow_in_its_place_before_the_cell_ends()
    {
        ProgramRun.Serlab("kernel", "install", "--prefix", _folder).Ended(0);
        var client = new ProcessStartInfo("/usr/bin/python3", [Folders.Kernel("live_curves.py"), .. Cells()])
        {
            Environment = { ["JUPYTER_PATH"] = Path.Combine(_folder, "share", "jupyter"), ["SERLAB_CHROMIUM"] = "" },
        };
        var messages = ProgramRun.Of(client).Ended(0).Json().EnumerateArray().ToArray();

        Assert.Equal(["display_data", "update_display_data"], messages.Select(m => Text(m, "type")).Distinct());
        Assert.Equal(1, messages.Count(m => Text(m, "type") == "display_data"));
        Assert.Single(messages.Select(m => Text(m, "display")).Distinct());
        var figures = messages.Skip(1).ToArray();
        Assert.Equal(1, Length(figures[0]));
        Assert.InRange(figures.Length, 3, Epochs + 1);
        Assert.Equal(figures.Select(Length).Order(), figures.Select(Length));
        Assert.Equal(Epochs, Length(figures[^1]));
        Assert.All(figures[..^1], figure => Assert.DoesNotContain("<script>", Html(figure)));
        Assert.Contains("<script>", Html(figures[^1]));
        var earlier = figures[0].GetProperty("before").GetDouble() - figures[^1].GetProperty("before").GetDouble();
        Assert.InRange(earlier, 0.3, 100);
    }

    [Fact]
    public void The_saved_notebook_holds_the_last_figure_alone()
    {
        var path = Path.Combine(_folder, "live.ipynb");
        File.WriteAllText(path, NotebookFile.Text(new Notebook
        {
            Cells = [.. Cells().Select((cell, i) => new Cell { Id = $"c{i}", Source = cell })],
        }.AsCSharp()));
        ProgramRun.Serlab("notebook", "run", path, "--out", Path.Combine(_folder, "out")).Ended(0);
        var outputs = NotebookFile.Read(Path.Combine(_folder, "out", "live.ipynb")).Cells[^1].Outputs;
        var figure = JsonSerializer.SerializeToElement(Assert.Single(outputs));
        Assert.Equal(Epochs, Length(figure));
        Assert.Contains("at the end", string.Concat(Text(figure.GetProperty("data"), "text/plain")));
    }

    private string[] Cells() =>
    [
        $"#load \"{Path.Combine(Folders.Root, "notebooks", "serlab.csx")}\"",
        $$"""
        var options = new ExperimentOptions
        {
            Features = new FeatureOptions { Set = "mel128" },
            Model = new Cnn2d(),
            Training = new TrainingOptions { Epochs = {{Epochs}}, Batch = 8 },
        };
        var run = Watch("cnn2d", progress => new Experiment(options, TimeProvider.System).Execute(
            CorpusReader.Read("{{small.Corpus}}"), "{{_folder}}/run", WhenFinished.Replace, progress: progress));
        """,
    ];

    private static string Text(JsonElement item, string key) => item.GetProperty(key).ToString();

    private static string Html(JsonElement message) => Text(message.GetProperty("data"), "text/html");

    private static int Length(JsonElement message) =>
        message.GetProperty("data").GetProperty(Plotly).GetProperty("data")[0].GetProperty("x").GetArrayLength();
}
