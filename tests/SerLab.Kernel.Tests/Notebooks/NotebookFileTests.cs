using System.Diagnostics;
using SerLab.Kernel.Notebooks;

namespace SerLab.Kernel.Tests.Notebooks;

public sealed class NotebookFileTests
{
    private const string Old = """
        {"nbformat": 4, "nbformat_minor": 2,
         "metadata": {"kernelspec": {"name": "x", "display_name": "y"}, "polyglot_notebook": {"kernelInfo": {"items": []}}},
         "cells": [
          {"cell_type": "markdown", "metadata": {}, "source": ["# Größe 😀\n", "text\u007f \u2028 end"]},
          {"cell_type": "raw", "metadata": {}, "source": ""},
          {"cell_type": "code", "execution_count": 3, "metadata": {"dotnet_interactive": {"language": "csharp"}},
           "source": "1",
           "outputs": [
            {"output_type": "stream", "name": "stdout", "text": ["a\n", "b"]},
            {"output_type": "execute_result", "execution_count": 3, "metadata": {},
             "data": {"text/plain": ["1"], "image/png": "iVBOR", "image/svg+xml": "<svg>\n</svg>",
                      "application/vnd.x+json": {"b": [1, 2.50, 1e-7], "a": null}}},
            {"output_type": "error", "ename": "E", "evalue": "v", "traceback": ["x", "y"]}]}]}
        """;

    [Fact]
    [Trait("Kind", "reference")]
    public async Task A_notebook_is_written_as_jupyter_writes_it()
    {
        using var folder = new Folder();
        var path = folder.At("a.ipynb");
        NotebookFile.Write(path, NotebookFile.Parse(Old, "old.ipynb"));
        const string Code = """
            import sys, nbformat
            notebook = nbformat.read(sys.argv[1], 4)
            nbformat.validate(notebook)
            nbformat.write(notebook, sys.argv[2])
            """;
        var start = new ProcessStartInfo("/usr/bin/python3", ["-c", Code, path, folder.At("b.ipynb")]);
        using var python = Process.Start(start)!;
        await python.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(python.ExitCode == 0, "Install the Debian package python3-nbformat.");
        // Python splits text at U+2028 too, which no other tool takes for the end of a line.
        Assert.Equal(File.ReadAllText(folder.At("b.ipynb")).Replace("2.5,", "2.50,").Replace("1e-07", "1e-7")
            .Replace("\u2028\",\n    \"", "\u2028"), File.ReadAllText(path));
    }

    [Fact]
    [Trait("Kind", "law")]
    public void What_was_written_is_read_back_the_same()
    {
        var text = NotebookFile.Text(NotebookFile.Parse(Old, "old.ipynb"));
        Assert.Equal(text, NotebookFile.Text(NotebookFile.Parse(text, "new.ipynb")));
        Assert.Contains("\"id\": \"cell-2\"", text);
    }

    [Theory]
    [Trait("Kind", "law")]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"nbformat\": 3}")]
    [InlineData("{\"nbformat\": \"4\"}")]
    [InlineData("{\"cells\": []}")]
    public void What_is_no_notebook_is_refused_by_name(string text)
        => Assert.Contains("a.ipynb", Assert.Throws<KernelException>(() => NotebookFile.Parse(text, "a.ipynb")).Message);
}
