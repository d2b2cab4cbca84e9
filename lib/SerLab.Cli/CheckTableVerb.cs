using System.CommandLine;
using SerLab.Evaluation;
using SerLab.Files;

namespace SerLab.Cli;

/// <summary><c>serlab check-table</c>: whether the numbers of a published table can hold together.</summary>
internal static class CheckTableVerb
{
    public static Command Create()
    {
        var file = new Argument<string>("table")
        {
            Description = "The table, .json or .csv: classes with support, recall, precision, F1; accuracy, averages.",
        };
        var command = new Command(
            "check-table", "Says which numbers of a published table contradict each other; exits with 1 where some do.")
        {
            file,
        };
        command.SetAction((parsed, _) => Task.Run(() =>
        {
            var check = Check(parsed.GetRequiredValue(file));
            new Terminal(parsed).Result(check, Text);
            return check.Holds ? 0 : ExitCodes.Failed;
        }));
        return command;
    }

    // 1 is for a table that contradicts itself; one that cannot be read is wrong usage.
    private static TableCheck Check(string file)
    {
        try
        {
            return TableCheck.Of(PublishedTableFile.Read(file));
        }
        catch (BadFileException bad)
        {
            throw new BadOptionException(bad.Problem, bad.Mend);
        }
        catch (BadOptionException bad)
        {
            throw new BadOptionException($"{file}: {bad.Problem}", bad.Mend);
        }
    }

    private static string Text(TableCheck check) =>
        $"""
        {check.Title}
        {string.Concat(check.Findings.Select(finding => $"  ✗ {finding.Sentence}\n"))}{check.Verdict}
        {string.Concat(check.Checked.Select(what => $"  checked: {what}\n"))}
        """.TrimStart('\n');
}
