using System.Globalization;
using System.Text;

namespace SerLab.Text;

/// <summary>
/// The words of a text as scikit-learn's vectorizers take them: lower case, then every run of two and more letters,
/// digits or underscores (<c>(?u)\b\w\w+\b</c>, with what Python counts as such in Unicode). One-letter words go.
/// </summary>
public static class Words
{
    /// <summary>In the order of the text; empty for a text without words.</summary>
    /// <param name="text">Any text.</param>
    public static IReadOnlyList<string> Of(string text)
    {
        // Python lowers this one letter to two signs, of which the second parts words.
        var lower = text.Replace("İ", "i\u0307", StringComparison.Ordinal).ToLowerInvariant();
        var (words, word, length) = (new List<string>(), new StringBuilder(), 0);
        foreach (var rune in lower.EnumerateRunes())
        {
            if (IsPart(rune))
            {
                word.Append(rune);
                length++;
            }
            else
            {
                End();
            }
        }
        End();
        return words;

        void End()
        {
            if (length >= 2)
            {
                words.Add(word.ToString());
            }
            word.Clear();
            length = 0;
        }
    }

    private static bool IsPart(Rune rune) => rune.Value == '_' || Rune.IsLetter(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber
            or UnicodeCategory.OtherNumber;
}
