using System.Globalization;

namespace SerLab.Cli;

/// <summary>Counts in words that agree with them.</summary>
internal static class Counted
{
    /// <summary>"1 speaker", "2 speakers".</summary>
    public static string Of(int count, string one) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {one}{(count == 1 ? "" : "s")}");
}
