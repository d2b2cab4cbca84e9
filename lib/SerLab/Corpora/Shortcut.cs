namespace SerLab.Corpora;

/// <summary>What a planted shortcut sounds like.</summary>
public enum ShortcutKind
{
    /// <summary>A faint steady tone under the whole clip.</summary>
    Tone,

    /// <summary>A longer silence before the speech.</summary>
    Silence,
}

/// <summary>
/// Something that goes with an emotion but is not emotion: a recogniser that uses it is right for the wrong reason.
/// </summary>
/// <param name="Kind">What it sounds like.</param>
/// <param name="Emotion">The emotion it goes with: a TESS word (<c>ps</c>) or a common label (<c>surprise</c>).</param>
public sealed record Shortcut(ShortcutKind Kind, string Emotion)
{
    /// <summary>The speakers it is planted for (<c>F01</c>, …); all when empty.</summary>
    public IReadOnlyList<string> Speakers { get; init; } = [];

    /// <summary>The tone's frequency in Hz, below 11,025; where speech has little power by default.</summary>
    public double Hz { get; init; } = 9_000;

    /// <summary>The tone's amplitude in dB, where 1 is 0 dB.</summary>
    public double LevelDb { get; init; } = -50;

    /// <summary>The length of the silence in seconds, up to 5.</summary>
    public double Seconds { get; init; } = 0.5;
}
