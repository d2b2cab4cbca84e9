using System.CommandLine;
using SerLab.Files;

namespace SerLab.Cli;

/// <summary>Where a verb speaks: its one result on standard output, remarks and progress on standard error.</summary>
internal sealed class Terminal(ParseResult parsed)
{
    private readonly bool _json = parsed.GetValue(CommonOptions.Json);
    private readonly bool _quiet = parsed.GetValue(CommonOptions.Quiet);

    /// <summary>Prints the result: as JSON when asked, else as text.</summary>
    public void Result<T>(T value, Func<T, string> text) =>
        Console.Out.WriteLine(_json ? Json.ToText(value) : text(value).TrimEnd());

    /// <summary>Prints lines that another program reads: as they are, or as a JSON array.</summary>
    public void Lines(IReadOnlyList<string> lines) =>
        Console.Out.Write(_json ? Json.ToText(lines) + "\n" : string.Concat(lines.Select(line => line + "\n")));

    /// <summary>Prints a remark for the person at the terminal.</summary>
    public void Say(string remark)
    {
        if (!_quiet)
        {
            Console.Error.WriteLine(remark);
        }
    }

    /// <summary>Prints remarks, a line each.</summary>
    public void Say(IReadOnlyList<string> remarks)
    {
        foreach (var remark in remarks)
        {
            Say(remark);
        }
    }

    /// <summary>Says that the result is a failure; <c>--quiet</c> does not silence it.</summary>
    /// <returns>The exit code.</returns>
    public int Fail(string message)
    {
        Console.Error.WriteLine($"serlab: {message}");
        return ExitCodes.Failed;
    }

    /// <summary>A progress line for work of one kind; dispose it to end the line.</summary>
    public ProgressLine Progress(string title, string unit) => new(
        _quiet ? TextWriter.Null : Console.Error, CanMove ? () => Console.WindowWidth : null, title, unit,
        TimeProvider.System);

    // A log, an editor's console and a reader who wants plain text get lines that stay.
    private static bool CanMove =>
        !Console.IsErrorRedirected
        && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb")
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
}
