namespace SerLab.Files;

/// <summary>Finds what a user may have meant, for error messages.</summary>
public static class NearestWord
{
    /// <summary>
    /// The candidate with the fewest changed letters (case ignored; ties by ordinal order), or null when there is none
    /// or when more than half of the longer word would have to change.
    /// </summary>
    public static string? Of(string word, IEnumerable<string> candidates) => candidates
        .Select(candidate => (Candidate: candidate, Distance: Distance(Fold(word), Fold(candidate))))
        .Where(pair => 2 * pair.Distance <= Math.Max(word.Length, pair.Candidate.Length))
        .OrderBy(pair => pair.Distance)
        .ThenBy(pair => pair.Candidate, StringComparer.Ordinal)
        .Select(pair => pair.Candidate)
        .FirstOrDefault();

    private static string Fold(string word) => word.ToLowerInvariant();

    /// <summary>Levenshtein distance: letters inserted, removed or replaced.</summary>
    private static int Distance(string a, string b)
    {
        var above = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var row = new int[b.Length + 1];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.Min(replaced, 1 + Math.Min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[b.Length];
    }
}
