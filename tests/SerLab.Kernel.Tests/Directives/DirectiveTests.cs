using System.Runtime.InteropServices;
using SerLab.Kernel.Displays;
using SerLab.Kernel.Sessions;

namespace SerLab.Kernel.Tests.Directives;

[Trait("Kind", "law")]
public sealed class DirectiveTests : IDisposable
{
    private readonly Folder _folder = new();
    private readonly Session _session;

    public DirectiveTests() => _session = Runs.New(_folder.Path);

    [Fact]
    public async Task R_brings_a_library_and_what_it_needs()
    {
        var inner = _folder.Compile("lib/Inner.dll", "namespace Inner; public class Depth { public int Value => 41; }");
        _folder.Compile("lib/Outer.dll",
            "namespace Outer; public class Wide { public Inner.Depth Depth = new(); public int Next => Depth.Value + 1; }",
            inner);
        Assert.Equal("42", await _session.ValueAsync("#r \"lib/Outer.dll\"\nusing Outer;\nnew Wide().Next"));
        Assert.Equal("41", await _session.ValueAsync("new Inner.Depth().Value"));
        Assert.Equal("41", await _session.ValueAsync("#r \"lib/Outer.dll\"\nnew Wide().Depth.Value"));
    }

    [Fact]
    public async Task R_prefers_the_file_it_names_over_an_assembly_of_the_host()
    {
        _folder.Compile("SerLab.Kernel.Tests.dll", "namespace Mine; public class Here { public int Value => 7; }");
        Assert.Equal("7", await _session.ValueAsync("#r \"SerLab.Kernel.Tests.dll\"\nnew Mine.Here().Value"));
    }

    [Theory]
    [InlineData("libmine.so")]
    [InlineData("runtimes/linux-{0}/native/libmine.so")]
    public async Task R_finds_native_libraries_of_the_assembly(string place)
    {
        var architecture = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        File.Copy(Directory.GetDirectories("/usr/lib").Select(one => Path.Combine(one, "libzmq.so.5")).First(File.Exists),
            _folder.At(string.Format(System.Globalization.CultureInfo.InvariantCulture, place, architecture)));
        _folder.Compile("Native.dll", """
            using System.Runtime.InteropServices;
            public static class Native
            {
                [DllImport("mine")] private static extern void zmq_version(out int major, out int minor, out int patch);
                public static int Major() { zmq_version(out var major, out _, out _); return major; }
            }
            """);
        Assert.Equal("4", await _session.ValueAsync("#r \"Native.dll\"\nNative.Major()"));
    }

    [Fact]
    public async Task R_names_a_missing_file_and_a_file_that_is_no_assembly()
    {
        Assert.Contains("Gone.dll was not found", (await _session.ErrorAsync("#r \"Gone.dll\"")).Message);
        _folder.Write("Text.dll", "no assembly");
        Assert.Contains("Text.dll is not a .NET assembly", (await _session.ErrorAsync("#r \"Text.dll\"")).Message);
    }

    [Fact]
    public async Task Load_runs_a_file_once_and_its_usings_carry_on()
    {
        _folder.Write("tools/more.csx", "int More(int n) => n + 1;");
        _folder.Write("tools/all.csx", "#load \"more.csx\"\nusing System.Numerics;\nConsole.WriteLine(\"loaded\");");
        Assert.Equal("loaded\n", await _session.TextAsync("#load \"tools/all.csx\"\n#!import \"tools/all.csx\""));
        Assert.Equal("4", await _session.ValueAsync("More((int)new Vector2(3, 4).X)"));
    }

    [Fact]
    public async Task An_error_in_a_loaded_file_names_the_file()
    {
        _folder.Write("bad.csx", "var a = 1;\nvar b = c;");
        Assert.StartsWith("bad.csx(2,9): error CS0103", (await _session.ErrorAsync("#load \"bad.csx\"")).Message);
    }

    [Fact]
    public async Task Import_runs_the_code_cells_of_a_notebook()
    {
        _folder.Write("other.ipynb", """
            {"nbformat": 4, "nbformat_minor": 2, "metadata": {}, "cells": [
              {"cell_type": "markdown", "metadata": {}, "source": "not code"},
              {"cell_type": "code", "metadata": {}, "outputs": [], "source": ["int Ten() =>\n", "    10;"]},
              {"cell_type": "code", "metadata": {}, "outputs": [], "source": "var x = Ten();"}]}
            """);
        Assert.Equal("11", await _session.ValueAsync("#!import \"other.ipynb\"\nx + 1"));
    }

    [Fact]
    public async Task Lines_stay_those_of_the_cell_below_directives()
        => Assert.StartsWith("(4,1): error CS0103",
            (await _session.ErrorAsync("#!time\n\n#!csharp\nmissing")).Message);

    [Fact]
    public async Task Text_that_only_looks_like_a_directive_stays_text()
    {
        Assert.Equal("#!time\n#r \"x.dll\"", await _session.ValueAsync("var s = @\"#!time\n#r \"\"x.dll\"\"\";\ns"));
        Assert.Equal("1", await _session.ValueAsync("/*\n#!fsharp\n*/\n1"));
    }

    [Fact]
    public async Task Markdown_and_html_show_the_lines_below()
    {
        var (_, outputs) = await _session.CellAsync("#!markdown\n# It's \"open\nmore\n#!html\n<b>x</b>\n#!csharp\n1 + 1");
        Assert.Equal("# It's \"open\nmore", Assert.IsType<DisplayOutput>(outputs[0]).Data["text/markdown"]!.ToString());
        Assert.Equal("<b>x</b>", Assert.IsType<DisplayOutput>(outputs[1]).Data["text/html"]!.ToString());
        Assert.Equal("2", Assert.IsType<ResultOutput>(outputs[2]).Data["text/plain"]!.ToString());
    }

    [Fact]
    public async Task Time_about_lsmagic_and_who_tell_what_they_say()
    {
        Assert.Matches(@"^x\nWall time: [\d.]+ ms\n$", await _session.TextAsync("#!time\nConsole.WriteLine(\"x\");"));
        Assert.Contains("SerLab.Kernel", await _session.TextAsync("#!about"));
        Assert.Contains("#!import", await _session.TextAsync("#!lsmagic"));
        await _session.CellAsync("var beta = 2; var alpha = \"a\";");
        Assert.Equal("alpha beta\n", await _session.TextAsync("#!who"));
        var (_, outputs) = await _session.CellAsync("#!whos");
        Assert.Contains("<td>beta</td><td>Int32</td><td>2</td>",
            Assert.IsType<DisplayOutput>(Assert.Single(outputs)).Data["text/html"]!.ToString());
    }

    [Theory]
    [InlineData("#!fsharp\nlet x = 1")]
    [InlineData("#!pwsh\nGet-ChildItem")]
    [InlineData("#!share x --from fsharp")]
    [InlineData("#r \"nuget: Some.Package, 1.0.0\"")]
    public async Task What_the_kernel_cannot_do_is_one_clear_sentence(string code)
    {
        var error = await _session.ErrorAsync(code);
        Assert.Equal(nameof(KernelException), error.Name);
        Assert.StartsWith(code.Split(' ', '\n')[0], error.Message);
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }
}
