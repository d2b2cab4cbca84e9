namespace SerLab.Corpora;

/// <summary>A file that a reader or a batch left out, and why.</summary>
/// <param name="File">The path as found.</param>
/// <param name="Reason">One sentence a user can act on.</param>
public sealed record LeftOut(string File, string Reason);

/// <summary>Utterances from one source.</summary>
/// <param name="Name">Name of the corpus: <c>tess</c>, <c>ravdess</c>, …</param>
/// <param name="Root">The folder it was read from.</param>
/// <param name="Utterances">In ordinal order of <see cref="Utterance.Id"/>.</param>
/// <param name="LeftOut">Audio files whose names the reader does not understand; never guessed.</param>
public sealed record Corpus(
    string Name, string Root, IReadOnlyList<Utterance> Utterances, IReadOnlyList<LeftOut> LeftOut)
{
    /// <summary>The emotions that occur, in the common order.</summary>
    public IReadOnlyList<string> Labels => Emotions.InOrder(Utterances.Select(u => u.Emotion));

    /// <summary>The speakers that occur, in ordinal order.</summary>
    public IReadOnlyList<string> Speakers =>
        [.. Utterances.Select(u => u.Speaker).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
