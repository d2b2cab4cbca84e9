using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using SerLab.Kernel.Sessions;

namespace SerLab.Kernel.Directives;

/// <summary>Cuts the text of a cell into C# and directives; each directive takes effect where it stands.</summary>
internal static partial class CellReader
{
    private static readonly string[] CSharp = ["#!csharp", "#!c#", "#!C#"];

    public static IReadOnlyList<CellPart> Read(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        List<CellPart> parts = [];
        var start = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            var match = DirectiveLine().Match(lines[i]);
            if (!match.Success || IsInsideText(lines, start, i)) continue;
            AddCode(parts, lines, start, i);
            var end = TakesBody(match.Groups["name"].Value) ? NextLanguage(lines, i + 1) : i + 1;
            var body = string.Join('\n', lines[(i + 1)..end]);
            parts.Add(new DirectivePart(match.Groups["name"].Value, match.Groups["rest"].Value.Trim(), body));
            start = end;
            i = end - 1;
        }
        AddCode(parts, lines, start, lines.Length);
        return parts;
    }

    private static void AddCode(List<CellPart> parts, string[] lines, int start, int end)
    {
        var code = string.Join('\n', lines[start..end]);
        if (CSharpSyntaxTree.ParseText(code, Compiler.Script).GetRoot() is { FullSpan.Length: var length } root
            && length > 0 && root.GetFirstToken(includeZeroWidth: true).Span.Length + root.Span.Length == 0) return;
        if (code.Length > 0) parts.Add(new CodePart(new string('\n', start) + code));
    }

    // A line that looks like a directive inside a string or a comment is none.
    private static bool IsInsideText(string[] lines, int start, int line)
    {
        var before = string.Concat(lines[start..line].Select(one => one + "\n"));
        var place = before.Length + lines[line].IndexOf('#');
        var root = CSharpSyntaxTree.ParseText(before + lines[line], Compiler.Script).GetRoot();
        return !root.FindTrivia(place).IsDirective;
    }

    private static bool TakesBody(string name) => name switch
    {
        "#!time" or "#!about" or "#!lsmagic" or "#!who" or "#!whos" or "#!import" => false,
        _ => name.StartsWith("#!", StringComparison.Ordinal) && !CSharp.Contains(name),
    };

    private static int NextLanguage(string[] lines, int from)
    {
        var next = Array.FindIndex(lines, from, line => DirectiveLine().Match(line).Groups["name"].Value is { } name
            && (CSharp.Contains(name) || name.StartsWith("#!", StringComparison.Ordinal) && TakesBody(name)));
        return next < 0 ? lines.Length : next;
    }

    [GeneratedRegex("""^\s*(?<name>#!\S+|#(r|i|load|:[a-z]+)(?=[\s"]))(?<rest>.*)$""")]
    private static partial Regex DirectiveLine();
}
