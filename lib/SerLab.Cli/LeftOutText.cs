using System.Text;
using SerLab.Corpora;

namespace SerLab.Cli;

/// <summary>What a batch left out, for a person: the count, then the files with their reasons.</summary>
internal static class LeftOutText
{
    private const int Shown = 20, Many = 6;

    /// <summary>Lines that each end with a line end; nothing where nothing was left out.</summary>
    public static string Of(IReadOnlyList<LeftOut> leftOut)
    {
        if (leftOut.Count == 0)
        {
            return "";
        }
        var text = new StringBuilder($"{leftOut.Count} left out:\n");
        var lines = Lines(leftOut);
        foreach (var line in lines.Take(Shown))
        {
            text.Append($"  {line.Text}\n");
        }
        if (lines.Count > Shown)
        {
            var more = lines.Skip(Shown).Sum(line => line.Files);
            text.Append($"  … and {more} more (all of them with --json)\n");
        }
        return text.ToString();
    }

    /// <summary>A line a file, or a line a reason where many files share one.</summary>
    private static List<(string Text, int Files)> Lines(IReadOnlyList<LeftOut> leftOut) => leftOut.Count <= Shown
        ? [.. leftOut.Select(left => (Line(left), 1))]
        : [.. leftOut.GroupBy(left => left.Reason).SelectMany(group => group.Count() < Many
            ? group.Select(left => (Line(left), 1))
            : [($"{group.Count()} files, the first {group.First().File}: {group.Key}", group.Count())])];

    // A reason that came from an error names the file already.
    private static string Line(LeftOut left) =>
        left.Reason.StartsWith(left.File, StringComparison.Ordinal) ? left.Reason : $"{left.File}: {left.Reason}";
}
