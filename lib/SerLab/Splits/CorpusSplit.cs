namespace SerLab.Splits;

/// <summary>
/// No test corpus is in training: does it work on other recordings, of other people in other rooms? Needs several
/// corpora, read together.
/// </summary>
public sealed record CorpusSplit : GroupSplit
{
    /// <inheritdoc/>
    public override SplitKey Keeps => SplitKey.Corpus;
}
