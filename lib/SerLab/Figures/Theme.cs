using System.Text.Json.Nodes;

namespace SerLab.Figures;

/// <summary>
/// How every figure looks: a light card that is opaque, so that it reads the same on light and dark pages; dark text at
/// more than 12:1 contrast; letters of 16 pixels and more, so that the figure still reads at half its size.
/// </summary>
internal static class Theme
{
    public const string Card = "#fdfdfb";
    public const string Text = "#222222";
    public const string Quiet = "#555555";
    public const string Line = "#8a8a8a";
    public const string Grid = "#e4e4e0";
    public const string Veil = "rgba(253,253,251,0.85)";
    public const int TextSize = 16;
    public const int TitleSize = 20;

    /// <summary>The width of an average letter of the sans-serif fonts at hand, in parts of the font size.</summary>
    private const double LetterWidth = 0.56;

    private const int SideMargin = 24;

    /// <summary>The line of a mark.</summary>
    public static JsonObject MarkLine() => new() { ["color"] = Quiet, ["width"] = 2, ["dash"] = "dash" };

    /// <summary>A font of this size and colour.</summary>
    public static JsonObject Font(int size, string colour) => new()
    {
        ["family"] = "sans-serif",
        ["size"] = size,
        ["color"] = colour,
    };

    /// <summary>About how wide a line of text is, in pixels.</summary>
    public static double WidthOf(string line, int size) => line.Length * size * LetterWidth;

    /// <summary>Breaks a text into the lines that fit the figure's width.</summary>
    public static IReadOnlyList<string> Wrap(string text, int width, int size)
    {
        var most = (int)((width - 2 * SideMargin) / (size * LetterWidth));
        var lines = new List<string>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= most)
                lines[^1] += " " + word;
            else
                lines.Add(word);
        }
        return lines;
    }
}
