using System.Diagnostics;

namespace SerLab.Cli.Tests;

/// <summary>The moving bar, on a pseudo-terminal that <c>script</c> makes.</summary>
[Trait("Kind", "end-to-end")]
public class ProgressTests(SmallCorpus small)
{
    private const string EraseLine = "\e[2K";

    [Theory]
    [InlineData("xterm", "", true)]
    [InlineData("xterm", "1", false)]
    [InlineData("dumb", "", false)]
    public void The_bar_moves_only_on_a_terminal_that_wants_it(string term, string noColor, bool moves)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script"), "there is no program 'script'");
        var seen = OnTerminal(term, noColor);
        Assert.Contains("84/84 recordings", seen);
        Assert.Equal(moves, seen.Contains(EraseLine));
        Assert.Equal(moves, seen.Contains('█'));
    }

    [Fact]
    public void The_bar_never_wraps()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script"), "there is no program 'script'");
        var seen = OnTerminal("xterm", "", "stty cols 30; ");
        var lines = seen.Split('\r', '\n').Where(line => line.StartsWith(EraseLine)).ToArray();
        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.InRange(line.Length - EraseLine.Length, 0, 29));
    }

    private string OnTerminal(string term, string noColor, string first = "")
    {
        var to = Path.Combine(Folders.New(), "x.npy");
        var serlab = ProgramRun.SerlabStart("features", small.Corpus, "--set", "mel128", "--out", to);
        var command = string.Join(' ', serlab.ArgumentList.Prepend("dotnet").Select(word => $"'{word}'"));
        var start = new ProcessStartInfo("script", ["-qec", first + command, "/dev/null"])
        {
            Environment = { ["TERM"] = term, ["NO_COLOR"] = noColor },
            RedirectStandardInput = true,
        };
        return ProgramRun.Of(start).Ended(0).Output;
    }
}
