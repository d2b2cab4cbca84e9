namespace SerLab.Corpora;

/// <summary>Other people's words for the emotions of <see cref="Emotions.Vocabulary"/>.</summary>
public static class EmotionWords
{
    private static readonly Dictionary<string, string> Synonyms = new(StringComparer.Ordinal)
    {
        ["normal"] = "neutral",
        ["calmness"] = "calm",
        ["happiness"] = "happy",
        ["joy"] = "happy",
        ["joyful"] = "happy",
        ["sadness"] = "sad",
        ["anger"] = "angry",
        ["fearful"] = "fear",
        ["afraid"] = "fear",
        ["anxiety"] = "fear",
        ["disgusted"] = "disgust",
        ["surprised"] = "surprise",
        ["ps"] = "surprise",
        ["pleasant surprise"] = "surprise",
        ["pleasant surprised"] = "surprise",
        ["pleasantly surprised"] = "surprise",
        ["bored"] = "boredom",
        ["sarcasm"] = "sarcastic",
    };

    /// <summary>
    /// The label for a word: a known synonym becomes the common label (<c>ps</c>, <c>Surprised</c> → <c>surprise</c>),
    /// any other word stays the user's own label, trimmed and in lower case.
    /// </summary>
    public static string ToLabel(string word)
    {
        var plain = word.Trim().ToLowerInvariant();
        return Synonyms.GetValueOrDefault(plain.Replace('_', ' ').Replace('-', ' '), plain);
    }
}
