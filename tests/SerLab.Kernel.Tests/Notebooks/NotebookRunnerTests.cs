using System.Text.Json.Nodes;
using SerLab.Kernel.Notebooks;

namespace SerLab.Kernel.Tests.Notebooks;

[Trait("Kind", "law")]
public sealed class NotebookRunnerTests
{
    [Fact]
    public async Task Cells_run_in_order_and_streams_that_follow_each_other_are_one()
    {
        var result = await RunAsync(Code("Console.WriteLine(1); await Task.Delay(80); Console.WriteLine(2);\n1 + 2"));
        Assert.True(result.Success, result.Error);
        var cell = Assert.Single(result.Notebook.Cells);
        Assert.Equal(1, cell.ExecutionCount);
        Assert.Equal(2, cell.Outputs.Count);
        Assert.Equal("1\n2\n", cell.Outputs[0]!["text"]!.ToString());
        Assert.Equal("execute_result", cell.Outputs[1]!["output_type"]!.ToString());
        Assert.Equal(1, cell.Outputs[1]!["execution_count"]!.GetValue<int>());
    }

    [Fact]
    public async Task An_update_replaces_the_output_of_the_earlier_cell()
    {
        var result = await RunAsync(Code("var d = display(\"before\");"), Code("d.Update(\"after\");"));
        Assert.Equal("after", result.Notebook.Cells[0].Outputs[0]!["data"]!["text/plain"]!.ToString());
        Assert.Empty(result.Notebook.Cells[1].Outputs);
        Assert.Null(result.Notebook.Cells[0].Outputs[0]!["transient"]);
    }

    [Fact]
    public async Task Parameters_are_set_below_the_tagged_cell()
    {
        var notebook = new Notebook { Cells = [Code("var n = 1; var s = \"a\";", "parameters"), Code("$\"{n} {s}\"")] };
        var options = new RunOptions { Parameters = [new("n", 5), new("s", "Wörter ä1 \"x\" \\ 😀\n")] };
        var token = TestContext.Current.CancellationToken;
        var result = await NotebookRunner.RunAsync(notebook, options, cancellation: token);
        Assert.True(result.Success, result.Error);
        Assert.True(result.Notebook.Cells[1].HasTag("injected-parameters"));
        Assert.Equal("var n = 5;\nvar s = \"W\\u00f6rter \\u00e41 \\\"x\\\" \\\\ \\ud83d\\ude00\\u000a\";",
            result.Notebook.Cells[1].Source);
        Assert.Equal("5 Wörter ä1 \"x\" \\ 😀", result.Notebook.Cells[2].Outputs[0]!["data"]!["text/plain"]!.ToString());
        var again = await NotebookRunner.RunAsync(result.Notebook, options, cancellation: token);
        Assert.Equal(NotebookFile.Text(result.Notebook), NotebookFile.Text(again.Notebook));
    }

    [Theory]
    [InlineData("n=5", 5)]
    [InlineData("n=-3000000000", -3000000000L)]
    [InlineData("n=1e-05", 1e-05)]
    [InlineData("n=True", true)]
    [InlineData("n=nan", "nan")]
    [InlineData("n=a=b", "a=b")]
    [InlineData("n=", "")]
    public void A_value_of_a_command_line_is_what_it_looks_like(string text, object value)
        => Assert.Equal(new KeyValuePair<string, object?>("n", value), NotebookParameters.Parse(text));

    [Theory]
    [InlineData("n")]
    [InlineData("1n=2")]
    [InlineData("class=2")]
    [InlineData("a;b=2")]
    public void What_is_no_parameter_is_refused(string text)
        => Assert.Throws<KernelException>(() => NotebookParameters.Parse(text));

    [Fact]
    public async Task The_run_stops_at_the_first_error_and_says_where()
    {
        var result = await RunAsync(Prose(), Code("1"), Code("\nint.Parse(\"x\")"), Code("2"));
        Assert.Equal("Cell 3 (int.Parse(\"x\")): System.FormatException: The input string 'x' was not in a correct format.",
            result.Error);
        Assert.Equal([null, 1, 2, null], result.Notebook.Cells.Select(cell => cell.ExecutionCount));
        Assert.Equal("error", result.Notebook.Cells[2].Outputs[0]!["output_type"]!.ToString());
        Assert.Empty(result.Notebook.Cells[3].Outputs);
    }

    [Fact]
    public async Task Tags_allow_an_error_and_skip_a_cell()
    {
        var result = await RunAsync(Code("throw new Exception(\"x\");", "raises-exception"),
            Code("missing", "skip-execution"), Code("2"));
        Assert.True(result.Success, result.Error);
        Assert.Equal([1, null, 2], result.Notebook.Cells.Select(cell => cell.ExecutionCount));
    }

    [Fact]
    public async Task A_cell_that_takes_too_long_is_stopped()
    {
        var result = await NotebookRunner.RunAsync(new Notebook { Cells = [Code("await Task.Delay(-1);")] },
            new RunOptions { CellTimeout = TimeSpan.FromSeconds(5) },
            cancellation: TestContext.Current.CancellationToken);
        Assert.Contains("longer than 5 s", result.Error);
    }

    [Fact]
    public async Task A_file_is_run_in_the_folder_of_its_source_and_written_even_after_an_error()
    {
        using var folder = new Folder();
        var source = folder.Write("in/a.ipynb", NotebookFile.Text(new Notebook
        {
            Cells = [Code("#load \"x.csx\"\nX"), Code("throw new Exception(\"end\");")],
        }));
        folder.Write("in/x.csx", "var X = 9;");
        List<CellProgress> progress = [];
        var result = await NotebookRunner.RunFileAsync(source, folder.At("out/b.ipynb"), new RunOptions(),
            new Collecting(progress), TestContext.Current.CancellationToken);
        Assert.False(result.Success);
        var written = NotebookFile.Read(folder.At("out/b.ipynb"));
        Assert.Equal("9", written.Cells[0].Outputs[0]!["data"]!["text/plain"]!.ToString());
        Assert.Equal("error", written.Cells[1].Outputs[0]!["output_type"]!.ToString());
        Assert.DoesNotContain(folder.Path, NotebookFile.Text(written));
        Assert.Equal([new CellProgress(1, 2, "#load \"x.csx\""), new(2, 2, "throw new Exception(\"end\");")], progress);
    }

    private static Task<RunResult> RunAsync(params Cell[] cells) => NotebookRunner.RunAsync(
        new Notebook { Cells = cells }, new RunOptions(), cancellation: TestContext.Current.CancellationToken);

    private static Cell Code(string source, params string[] tags) => new()
    {
        Id = Guid.NewGuid().ToString("N"),
        Source = source,
        Metadata = new JsonObject { ["tags"] = new JsonArray([.. tags.Select(tag => JsonValue.Create(tag))]) },
    };

    private static Cell Prose() => new() { Id = "prose", Kind = CellKind.Markdown, Source = "# Title" };

    private sealed class Collecting(List<CellProgress> all) : IProgress<CellProgress>
    {
        public void Report(CellProgress value) => all.Add(value);
    }
}
