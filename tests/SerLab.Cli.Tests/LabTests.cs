using System.Diagnostics;
using System.Runtime.Versioning;

namespace SerLab.Cli.Tests;

/// <summary>
/// The script <c>lab</c>, in a folder with spaces whose tools are pretended: each writes down how it was called.
/// </summary>
[Trait("Kind", "end-to-end")]
[UnsupportedOSPlatform("windows")]
public sealed class LabTests : IDisposable
{
    private const string Noted = "echo \"${0##*/} $*\" >>\"$NOTES\"";

    private const string Report =
        """<assemblies><assembly name="T" total="3" passed="2" failed="FAILED" skipped="1" errors="0"></assembly>""";

    private readonly string _home = Path.Combine(Folders.New(), "a b");

    public LabTests()
    {
        Directory.CreateDirectory(Tools);
        File.Copy(Path.Combine(Folders.Root, "lab"), Path.Combine(_home, "lab"));
        foreach (var folder in new[] { "lib", "bench", "notebooks", "data", "tests/A.Tests", "tests/B.Tests" })
        {
            Directory.CreateDirectory(Path.Combine(_home, folder));
        }
        foreach (var file in new[] { "SerLab.sln", "global.json", "Directory.Build.props", "Directory.Packages.props" })
        {
            File.WriteAllText(Path.Combine(_home, file), "");
        }
        Tool("id", "echo 1000");
        Tool("dpkg-query", "echo installed");
        Tool("apt-get", Noted);
        Tool("sudo", $"{Noted}; \"$@\"");
        Dotnet("");
    }

    private string Tools => Path.Combine(_home, "tools");

    private string Notes => Path.Combine(_home, "notes.txt");

    private string[] Calls => File.Exists(Notes) ? File.ReadAllLines(Notes) : [];

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_home)!, recursive: true);

    [Theory]
    [InlineData("help")]
    [InlineData("--help")]
    [InlineData("")]
    public void Help_lists_the_verbs_and_touches_nothing(string verb)
    {
        var run = Lab(verb.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Ended(0);
        Assert.StartsWith("Usage: ./lab <verb> [arguments]", run.Output);
        string[] verbs = ["run", "test", "build", "serlab", "notebooks", "bench"];
        Assert.All(verbs, name => Assert.Contains($"\n  {name} ", run.Output));
        Assert.Empty(Calls);
    }

    [Theory]
    [InlineData("nonsense", "lab: there is no verb 'nonsense'.")]
    [InlineData("build everything", "lab: 'build' takes no arguments.")]
    public void Wrong_usage_ends_with_2(string line, string said)
    {
        var run = Lab(line.Split(' ')).Ended(2);
        Assert.StartsWith(said, run.Error);
        Assert.Equal("", run.Output);
        Assert.Empty(Calls);
    }

    [Fact]
    public void Serlab_runs_where_the_user_stands_with_the_words_and_the_exit_code_unchanged()
    {
        Dotnet("[[ $1 == *.dll ]] || exit 0; pwd; printf '<%s>' \"$@\"; exit 130");
        var here = Folders.New();
        var link = Path.Combine(here, "link");
        File.CreateSymbolicLink(link, Path.Combine(_home, "lab"));
        var run = Of(link, here, "serlab", "predict", "my run", "x y.wav", "--json").Ended(130);
        var program = $"{_home}/artifacts/bin/SerLab.Cli/release/SerLab.Cli.dll";
        Assert.Equal($"{here}\n<{program}><predict><my run><x y.wav><--json>", run.Output);
    }

    [Fact]
    public void It_builds_only_what_changed()
    {
        Builds(1, "lib/SerLab.Cli");
        Builds(0, "lib/SerLab.Cli");
        File.WriteAllText(Path.Combine(_home, "lib", "New.cs"), "");
        Builds(1, "lib/SerLab.Cli");
        File.Delete(Path.Combine(_home, "lib", "New.cs"));
        Builds(1, "lib/SerLab.Cli");
        Lab("build").Ended(0);
        File.Delete(Notes);
        Lab("build").Ended(0);
        Builds(0, "");
    }

    [Fact]
    public void A_build_that_fails_is_tried_again()
    {
        Dotnet("[[ $1 == build ]] && exit 1");
        Lab("serlab", "x").Ended(1);
        Builds(1, "lib/SerLab.Cli", code: 1);
    }

    [Fact]
    public void It_names_what_it_installs_and_asks_for_root_only_then()
    {
        Assert.SkipUnless(File.ReadAllText("/etc/os-release").Contains("ID=debian"), "this is not Debian");
        Lab("build").Ended(0);
        Assert.DoesNotContain(Calls, call => call.StartsWith("apt-get") || call.StartsWith("sudo"));
        Tool("dpkg-query", "[[ $* == *espeak-ng* ]] || echo installed");
        var run = Lab("build").Ended(0);
        Assert.StartsWith("lab: installing from Debian: espeak-ng", run.Error);
        Assert.Contains("sudo apt-get update", Calls);
        Assert.Contains("apt-get install -y --no-install-recommends espeak-ng", Calls);
        File.Delete(Notes);
        Lab(("SERLAB_INSTALL", "no"), "build").Ended(0);
        Assert.DoesNotContain(Calls, call => call.StartsWith("apt-get"));
        Tool("id", "echo 0");
        Lab("build").Ended(0);
        Assert.DoesNotContain(Calls, call => call.StartsWith("sudo"));
        Tool("apt-get", "echo no network; exit 100");
        Assert.Contains("no network\nlab: could not install espeak-ng", Lab("build").Ended(1).Error);
    }

    [Theory]
    [InlineData("", "0", 0, "4 passed, 0 failed, 2 skipped")]
    [InlineData("", "1", 1, "4 passed, 2 failed, 2 skipped")]
    [InlineData("[[ $1 == *B.Tests.dll ]] && exit 134", "0", 1, "2 passed, 1 failed, 1 skipped")]
    [InlineData("[[ $1 == *B.Tests.dll ]] && code=1", "0", 1, "4 passed, 1 failed, 2 skipped")]
    [InlineData("[[ $1 == *B.Tests.dll ]] && echo '<assemblies>' >\"$4\" && exit 0", "0", 1,
        "2 passed, 1 failed, 1 skipped")]
    [InlineData("[[ \"$1 $2\" == build*.sln || \"$1 $2\" == build*B.Tests ]] && exit 1", "0", 1,
        "2 passed, 1 failed, 1 skipped")]
    [InlineData("[[ $1 == build ]] && exit 1", "0", 1, "0 passed, 2 failed, 0 skipped")]
    public void Test_adds_the_projects_up_and_no_failure_is_lost(string first, string failed, int code, string said)
    {
        var report = Report.Replace("FAILED", failed);
        Dotnet($"code=0; {first}\n[[ $1 == *Tests.dll ]] && echo '{report}' >\"$4\"; exit $code");
        var run = Lab("test").Ended(code);
        Assert.Equal(said + "\n", run.Output);
    }

    private void Builds(int count, string what, int code = 0)
    {
        File.Delete(Notes);
        Lab("serlab", "--version").Ended(code);
        Assert.Equal(count, Calls.Count(call => call.StartsWith($"dotnet build {_home}/{what}")));
    }

    // Pretends to build: the command line's file appears.
    private void Dotnet(string script)
    {
        var folder = Path.Combine(_home, "artifacts/bin/SerLab.Cli/release");
        var build = $"[[ $1 == build ]] && mkdir -p '{folder}' && touch '{folder}/SerLab.Cli.dll'; exit 0";
        Tool("dotnet", $"{Noted}\n{script}\n{build}");
    }

    private void Tool(string name, string script)
    {
        var path = Path.Combine(Tools, name);
        File.WriteAllText(path, $"#!/bin/bash\n{script}\n");
        File.SetUnixFileMode(path, (UnixFileMode)0b111_101_101);
    }

    private ProgramRun Lab(params string[] arguments) => Of(Path.Combine(_home, "lab"), "/", arguments);

    private ProgramRun Lab((string Name, string Value) variable, params string[] arguments) =>
        ProgramRun.Of(Start(Path.Combine(_home, "lab"), "/", variable, arguments));

    private ProgramRun Of(string lab, string from, params string[] arguments) =>
        ProgramRun.Of(Start(lab, from, ("SERLAB_INSTALL", ""), arguments));

    private ProcessStartInfo Start(string lab, string from, (string Name, string Value) variable, string[] arguments) =>
        new(lab, arguments)
        {
            WorkingDirectory = from,
            Environment =
            {
                ["PATH"] = $"{Tools}:/usr/bin:/bin",
                ["NOTES"] = Notes,
                ["LIBTORCH"] = "",
                [variable.Name] = variable.Value,
            },
        };
}
