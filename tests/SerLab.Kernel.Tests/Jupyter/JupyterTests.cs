using System.Diagnostics;
using System.Runtime.CompilerServices;
using SerLab.Kernel.Jupyter;
using SerLab.Kernel.Notebooks;

namespace SerLab.Kernel.Tests.Jupyter;

[Trait("Kind", "end-to-end")]
public sealed class JupyterTests : IDisposable
{
    private const string Packages =
        "Install the Debian packages jupyter-nbconvert, python3-jupyter-client, python3-jupyter-kernel-test and libzmq5.";

    private readonly Folder _folder = new();

    public JupyterTests() => KernelSpec.Install(
        _folder.Path, KernelSpec.DefaultName, [Environment.ProcessPath!, typeof(JupyterTests).Assembly.Location]);

    [Fact]
    public async Task Jupyters_own_client_and_conformance_suite_pass()
        => TestContext.Current.TestOutputHelper!.WriteLine(await PythonAsync(Fixture("protocol.py")));

    [Fact]
    public async Task Nbconvert_executes_a_notebook()
    {
        var source = _folder.Write("a.ipynb", NotebookFile.Text(new Notebook
        {
            Cells =
            [
                new Cell { Id = "a", Source = "var x = 20;\nConsole.WriteLine(\"hello\");" },
                new Cell { Id = "b", Kind = CellKind.Markdown, Source = "# Prose" },
                new Cell { Id = "c", Source = "await Task.FromResult(x + 1)" },
            ],
        }.AsCSharp()));
        await PythonAsync("/usr/bin/jupyter-nbconvert", "--to", "notebook", "--execute", "--output", "b.ipynb", source);
        var cells = NotebookFile.Read(_folder.At("b.ipynb")).Cells;
        Assert.Equal("hello\n", cells[0].Outputs[0]!["text"]!.ToString());
        Assert.Equal("21", cells[2].Outputs[0]!["data"]!["text/plain"]!.ToString());
        Assert.Equal(2, cells[2].ExecutionCount);
    }

    private async Task<string> PythonAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("/usr/bin/python3", arguments)
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder.Path,
        };
        start.Environment["JUPYTER_PATH"] = Path.Combine(_folder.Path, "share", "jupyter");
        start.Environment["DOTNET_ROOT"] = Path.GetDirectoryName(Environment.ProcessPath!);
        using var python = Process.Start(start) ?? throw new InvalidOperationException(Packages);
        var output = python.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = python.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await python.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(python.ExitCode == 0, $"{await output}{await errors}\n{Packages}");
        return await output + await errors;
    }

    private static string Fixture(string name, [CallerFilePath] string here = "")
        => Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "fixtures", "kernel", name);

    public void Dispose() => _folder.Dispose();
}
