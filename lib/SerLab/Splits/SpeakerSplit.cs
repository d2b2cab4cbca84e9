namespace SerLab.Splits;

/// <summary>No test speaker is in training: the default, since users will be speakers nobody trained on.</summary>
public sealed record SpeakerSplit : GroupSplit
{
    /// <inheritdoc/>
    public override SplitKey Keeps => SplitKey.Speaker;
}
