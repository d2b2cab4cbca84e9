using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using SerLab.Files;

namespace SerLab.Cli;

/// <summary>What is wrong with a command line, and what to type instead.</summary>
internal static partial class Usage
{
    /// <summary>The problems and where to read on; null where the command line can run.</summary>
    public static string? Problem(ParseResult parsed)
    {
        string[] unknown = [.. MeantAsOptions(parsed), .. parsed.UnmatchedTokens];
        if (parsed.Errors.Count == 0 && unknown.Length == 0)
        {
            return null;
        }
        var command = parsed.CommandResult.Command;
        var problems = unknown.Length > 0
            ? unknown.Take(1).Select(token => Unknown(token, command))
            : parsed.Errors.Select(error => Plain(error, command)).Distinct();
        return $"{string.Join(" ", problems)}\n`{FullName(command)} --help` says more.";
    }

    // An argument that may come several times takes mistyped options too.
    private static IEnumerable<string> MeantAsOptions(ParseResult parsed) => parsed.CommandResult.Children
        .OfType<ArgumentResult>().SelectMany(argument => argument.Tokens).Select(token => token.Value)
        .Where(token => token.StartsWith('-') && !Path.Exists(token));

    private static string Unknown(string token, Command command)
    {
        if (token.StartsWith('-'))
        {
            var options = Upwards(command).SelectMany(c => c.Options);
            return NoSuch("option", token, options.SelectMany(option => option.Aliases.Append(option.Name)));
        }
        return command.Subcommands.Count > 0
            ? NoSuch("verb", token, command.Subcommands.Select(verb => verb.Name))
            : $"'{token}' is one argument too many.";
    }

    private static string NoSuch(string what, string token, IEnumerable<string> known) =>
        $"There is no {what} '{token}'" +
        (NearestWord.Of(token, known) is { } nearest ? $"; did you mean '{nearest}'?" : ".");

    // The parser's own words where they are plain, without the names of .NET types.
    private static string Plain(ParseError error, Command command)
    {
        if (command.Subcommands.Count > 0)
        {
            return $"Say which: {string.Join(", ", command.Subcommands.Select(verb => verb.Name))}.";
        }
        if (error.SymbolResult is ArgumentResult { Argument: var argument } given
            && given.Tokens.Count < argument.Arity.MinimumNumberOfValues)
        {
            var least = argument.Arity.MinimumNumberOfValues;
            return $"{(least > 1 ? $"At least {least} times " : "")}<{argument.Name}> is needed.";
        }
        var message = DotNetType().Replace(
            error.Message, match => match.Value.Contains("Double") ? "as a number" : "as a whole number");
        return WhiteSpace().Replace(message, " ");
    }

    private static string FullName(Command command) => string.Join(' ', Upwards(command).Reverse().Select(c => c.Name));

    private static IEnumerable<Command> Upwards(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? Upwards(parent).Prepend(command) : [command];

    [GeneratedRegex("as expected type '[^']*'")]
    private static partial Regex DotNetType();

    [GeneratedRegex("\\s+")]
    private static partial Regex WhiteSpace();
}
