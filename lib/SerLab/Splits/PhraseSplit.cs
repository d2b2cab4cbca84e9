namespace SerLab.Splits;

/// <summary>No test phrase is in training; speakers are on both sides. Needs a corpus that tells phrases.</summary>
public sealed record PhraseSplit : GroupSplit
{
    /// <inheritdoc/>
    public override SplitKey Keeps => SplitKey.Phrase;
}
