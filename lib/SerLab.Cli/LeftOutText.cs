using System.Text;
using SerLab.Corpora;

namespace SerLab.Cli;

/// <summary>What a batch left out, for a person: the count, then each file with its reason.</summary>
internal static class LeftOutText
{
    private const int Shown = 20;

    /// <summary>Lines that each end with a line end; nothing where nothing was left out.</summary>
    public static string Of(IReadOnlyList<LeftOut> leftOut)
    {
        if (leftOut.Count == 0)
        {
            return "";
        }
        var text = new StringBuilder($"{leftOut.Count} left out:\n");
        foreach (var left in leftOut.Take(Shown))
        {
            text.Append($"  {Line(left)}\n");
        }
        if (leftOut.Count > Shown)
        {
            text.Append($"  … and {leftOut.Count - Shown} more (all of them with --json)\n");
        }
        return text.ToString();
    }

    // A reason that came from an error names the file already.
    private static string Line(LeftOut left) =>
        left.Reason.StartsWith(left.File, StringComparison.Ordinal) ? left.Reason : $"{left.File}: {left.Reason}";
}
