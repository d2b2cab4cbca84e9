using SerLab.Files;

namespace SerLab.Evaluation;

/// <summary>
/// The votes that CREMA-D ships for each clip, <c>processedResults/tabulatedVotes.csv</c>. Only those of the voice
/// alone are kept: the table's first column is 100,000 and up for voice, 200,000 for face, 300,000 for both.
/// </summary>
public sealed class ListenerVotes
{
    private static readonly (string Column, string Label)[] Emotions =
        [("A", "angry"), ("D", "disgust"), ("F", "fear"), ("H", "happy"), ("N", "neutral"), ("S", "sad")];

    private readonly Dictionary<string, int[]> _votes;

    private ListenerVotes(Dictionary<string, int[]> votes) => _votes = votes;

    /// <summary>The emotions voted for, in the order of the counts.</summary>
    public static IReadOnlyList<string> Labels { get; } = [.. Emotions.Select(emotion => emotion.Label)];

    /// <summary>How many clips have votes for their voice.</summary>
    public int Clips => _votes.Count;

    /// <summary>Reads the table.</summary>
    /// <exception cref="BadFileException">
    /// A column is missing, a cell is no count, a clip comes twice, or there are no votes for the voice alone.
    /// </exception>
    public static ListenerVotes Read(string path)
    {
        var votes = new Dictionary<string, int[]>(StringComparer.Ordinal);
        foreach (var row in Csv.ReadRows(path, ["", "fileName", .. Emotions.Select(emotion => emotion.Column)])
            .Where(row => row.Whole("") is >= 100_000 and < 200_000))
        {
            int[] counts = [.. Emotions.Select(emotion => row.Whole(emotion.Column))];
            if (counts.Any(count => count < 0) || !votes.TryAdd(row.Required("fileName"), counts))
            {
                throw new BadFileException(
                    path, $"line {row.Line}: a count is below 0, or the clip comes twice.",
                    "Take the corpus's own table.");
            }
        }

        return votes.Count > 0 ? new ListenerVotes(votes) : throw new BadFileException(
            path, "it has no votes for the voice alone (first column 100,000 to 199,999).",
            "Take the corpus's own processedResults/tabulatedVotes.csv.");
    }

    /// <summary>The counts for a clip in the order of <see cref="Labels"/>; null where nobody voted.</summary>
    /// <param name="file">The recording; its name without folder and extension counts.</param>
    public IReadOnlyList<int>? Of(string file) =>
        _votes.GetValueOrDefault(Path.GetFileNameWithoutExtension(file)) is { } counts && counts.Sum() > 0
            ? counts : null;
}
