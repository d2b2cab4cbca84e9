using System.CommandLine;

namespace SerLab.Cli.Tests;

/// <summary>
/// The help of every verb stays as it was looked at. After a wanted change: run with SERLAB_UPDATE_GOLDEN=1 and read
/// the differences.
/// </summary>
[Trait("Kind", "golden")]
public class HelpTests
{
    public static TheoryData<string> Verbs => [.. Names(CommandLine.Create(), "")];

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Help_of_every_verb_is_the_checked_text(string verb)
    {
        var help = ProgramRun.Serlab([.. verb.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]).Ended(0);
        Assert.Equal("", help.Error);
        var path = Folders.Fixture($"{(verb == "" ? "serlab" : verb.Trim().Replace(' ', '-'))}.txt");
        var text = string.Join('\n', help.Output.Split('\n').Select(line => line.TrimEnd())).TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("SERLAB_UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
        Assert.Equal(File.ReadAllText(path), text);
        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, 110));
    }

    [Fact]
    public void Help_knows_what_fixtures_there_are()
    {
        var texts = Directory.GetFiles(Folders.Fixture("."), "*.txt").Select(Path.GetFileNameWithoutExtension);
        Assert.Equal(Verbs.Count, texts.Count());
    }

    [Fact]
    public void The_version_is_one_line_that_starts_with_a_number()
    {
        var version = ProgramRun.Serlab("--version").Ended(0);
        Assert.Matches(@"^\d+\.\d+\.\d+\S*\n$", version.Output);
        Assert.Equal("", version.Error);
    }

    private static IEnumerable<string> Names(Command command, string name) =>
        command.Subcommands.SelectMany(verb => Names(verb, $"{name} {verb.Name}")).Prepend(name);
}
