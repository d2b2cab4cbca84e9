namespace SerLab.Corpora;

/// <summary>
/// The common vocabulary of emotion labels. Labels are always an ordered list: this order first,
/// then any other word of a manifest in ordinal order.
/// </summary>
public static class Emotions
{
    /// <summary>The labels every corpus reader maps to, in the order used in tables and figures.</summary>
    public static IReadOnlyList<string> Vocabulary { get; } =
        ["neutral", "calm", "happy", "sad", "angry", "fear", "disgust", "surprise", "boredom", "sarcastic"];

    /// <summary>The distinct labels in <paramref name="labels"/>, in the common order.</summary>
    public static IReadOnlyList<string> InOrder(IEnumerable<string> labels)
    {
        var present = labels.ToHashSet(StringComparer.Ordinal);
        var known = Vocabulary.Where(present.Contains);
        var other = present.Except(Vocabulary, StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return [.. known, .. other];
    }

    /// <summary>Where <paramref name="label"/> stands in an ordered list of labels; −1 where it does not.</summary>
    public static int IndexOf(this IReadOnlyList<string> labels, string label) =>
        labels.Index().Where(entry => entry.Item == label).Select(entry => entry.Index).FirstOrDefault(-1);
}
