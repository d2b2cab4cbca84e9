using System.Text.Json;
using SerLab.Files;

namespace SerLab.Corpora;

/// <summary>
/// Renames or drops emotions, so that corpora with other emotions can be used together. As JSON:
/// <c>{"calm": "neutral", "boredom": null}</c>.
/// </summary>
public sealed class LabelMap
{
    private readonly Dictionary<string, string?> _labels;

    /// <summary>Makes a map.</summary>
    /// <param name="labels">
    /// What each emotion becomes; null drops it. Synonyms of the common labels are understood on both sides.
    /// </param>
    public LabelMap(IEnumerable<KeyValuePair<string, string?>> labels) => _labels = labels.ToDictionary(
        entry => EmotionWords.ToLabel(entry.Key),
        entry => entry.Value is null ? null : EmotionWords.ToLabel(entry.Value),
        StringComparer.Ordinal);

    /// <summary>Leaves every emotion as it is.</summary>
    public static LabelMap None { get; } = new([]);

    /// <summary>Reads a map from a JSON file.</summary>
    /// <exception cref="BadFileException">It is no such object, or names an emotion twice.</exception>
    public static LabelMap Read(string path)
    {
        var labels = Json.Read<Dictionary<string, JsonElement>>(path);
        var wrong = labels.FirstOrDefault(
            entry => entry.Value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null)).Key;
        var twice = labels.Keys.GroupBy(EmotionWords.ToLabel).FirstOrDefault(group => group.Count() > 1);
        return wrong is not null
            ? throw Bad(path, $"'{wrong}' is neither an emotion nor null.")
            : twice is not null ? throw Bad(path, $"{string.Join(" and ", twice)} are one emotion.")
            : new LabelMap(labels.ToDictionary(entry => entry.Key, entry => entry.Value.GetString()));
    }

    /// <summary>The label that stands for this one; null where it is dropped.</summary>
    public string? Of(string label) => _labels.GetValueOrDefault(label, label);

    /// <summary>Refuses a map that names an emotion which neither is common nor occurs.</summary>
    /// <exception cref="BadOptionException">Names it, and the nearest that occurs.</exception>
    internal void Check(IReadOnlyList<string> labels)
    {
        var known = labels.Union(Emotions.Vocabulary).ToList();
        if (_labels.Keys.FirstOrDefault(label => !known.Contains(label)) is { } unknown)
        {
            var near = NearestWord.Of(unknown, known) is { } word ? $" (nearest: '{word}')" : "";
            throw new BadOptionException(
                $"The label map names '{unknown}'{near}, which no recording has.",
                $"The emotions are {string.Join(", ", labels)}.");
        }
    }

    private static BadFileException Bad(string path, string problem) =>
        new(path, problem, "Write such as {\"calm\": \"neutral\", \"boredom\": null}.");
}
