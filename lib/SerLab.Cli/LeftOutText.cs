using System.Text;
using SerLab.Corpora;

namespace SerLab.Cli;

/// <summary>What a batch left out, for a person: the count, then each file with its reason.</summary>
internal static class LeftOutText
{
    private const int Shown = 20;

    public static string Of(IReadOnlyList<LeftOut> leftOut)
    {
        if (leftOut.Count == 0)
        {
            return "";
        }
        var text = new StringBuilder($"{leftOut.Count} left out:\n");
        foreach (var left in leftOut.Take(Shown))
        {
            text.AppendLine($"  {(left.Reason.StartsWith(left.File, StringComparison.Ordinal) ? left.Reason : $"{left.File}: {left.Reason}")}");
        }
        if (leftOut.Count > Shown)
        {
            text.AppendLine($"  … and {leftOut.Count - Shown} more (all of them with --json)");
        }
        return text.ToString();
    }
}
