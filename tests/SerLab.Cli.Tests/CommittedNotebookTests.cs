using SerLab.Kernel.Notebooks;

namespace SerLab.Cli.Tests;

/// <summary>What a reader of the repository sees: the notebooks with the outputs of a headless run.</summary>
[Trait("Kind", "golden")]
public sealed class CommittedNotebookTests
{
    private const int LargestBytes = 1_000_000, LongestCell = 30;

    public static TheoryData<string> Notebooks =>
        [.. Directory.GetFiles(Folder, "*.ipynb").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    private static string Folder { get; } = Path.Combine(Folders.Root, "notebooks");

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void A_notebook_is_small_enough_to_open_on_the_web(string name) =>
        Assert.InRange(new FileInfo(Path.Combine(Folder, name)).Length, 1, LargestBytes);

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void Every_code_cell_was_run_once_in_order_and_none_failed(string name)
    {
        var code = Read(name).Cells.Where(cell => cell.Kind == CellKind.Code).ToArray();
        Assert.Equal(Enumerable.Range(1, code.Length).Select(number => (int?)number), code.Select(cell => cell.ExecutionCount));
        Assert.DoesNotContain(code.SelectMany(cell => cell.Outputs), output => $"{output!["output_type"]}" == "error");
    }

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void Nothing_in_a_notebook_tells_where_it_was_run(string name)
    {
        var text = File.ReadAllText(Path.Combine(Folder, name));
        Assert.DoesNotContain(Folders.Root, text);
        Assert.DoesNotContain("/home/", text);
        Assert.DoesNotContain("/tmp/", text);
    }

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void A_notebook_is_a_lesson_of_short_cells_and_prose_with_one_cell_of_parameters(string name)
    {
        var cells = Read(name).Cells;
        Assert.InRange(cells.Count, 25, 60);
        Assert.Single(cells, cell => cell.HasTag("parameters"));
        Assert.All(cells.Where(cell => cell.Kind == CellKind.Code),
            cell => Assert.InRange(cell.Source.Split('\n').Length, 1, LongestCell));
    }

    private static Notebook Read(string name) => NotebookFile.Read(Path.Combine(Folder, name));
}
