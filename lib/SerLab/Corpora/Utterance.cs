namespace SerLab.Corpora;

/// <summary>A speaker's sex, where the corpus tells it.</summary>
public enum Sex
{
    /// <summary>Woman.</summary>
    Female,

    /// <summary>Man.</summary>
    Male,
}

/// <summary>One labelled recording of a corpus.</summary>
/// <param name="Id">Unique in the corpus: the path below its folder, with '/' and without extension.</param>
/// <param name="File">The recording, as a path that can be opened.</param>
/// <param name="Corpus">Name of the corpus it comes from: <c>tess</c>, <c>ravdess</c>, …</param>
/// <param name="Speaker">The speaker's name in the corpus, unique in it: <c>OAF</c>, <c>Actor_01</c>.</param>
/// <param name="Emotion">A label of <see cref="Emotions.Vocabulary"/>, or the manifest's own word.</param>
/// <param name="Word">The corpus's own word for the emotion, as in its names: <c>ps</c>, <c>W</c>.</param>
public sealed record Utterance(
    string Id, string File, string Corpus, string Speaker, string Emotion, string Word)
{
    /// <summary>The speaker's sex; null where the corpus does not tell.</summary>
    public Sex? Sex { get; init; }

    /// <summary>What is said, as the corpus names it (a word, a sentence code); null where it does not tell.</summary>
    public string? Phrase { get; init; }

    /// <summary>How strong the emotion is, in the corpus's own word; null where it does not tell.</summary>
    public string? Intensity { get; init; }

    /// <summary>Which repetition of the same phrase and emotion; null where the corpus has only one.</summary>
    public string? Take { get; init; }

    /// <summary>How the voice is used, <c>speech</c> or <c>song</c>; null where the corpus has only speech.</summary>
    public string? Channel { get; init; }
}
