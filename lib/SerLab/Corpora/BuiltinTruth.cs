namespace SerLab.Corpora;

/// <summary>What <c>truth.json</c> of a built-in corpus says: how it was made, and what is planted where.</summary>
/// <param name="Options">The options it was made with.</param>
/// <param name="Styles">The cues of every speaker and emotion.</param>
/// <param name="Clips">Every clip, in ordinal order.</param>
public sealed record BuiltinTruth(
    BuiltinOptions Options, IReadOnlyList<SpeakerStyle> Styles, IReadOnlyList<ClipTruth> Clips);

/// <summary>How one speaker expresses one emotion, before the chance of a take.</summary>
/// <param name="Speaker">The speaker's code.</param>
/// <param name="Emotion">TESS's word.</param>
/// <param name="Cues">
/// By name: pitch, final, swing, tremor in semitones; range, pace, pause in octaves of their factor; level, tilt,
/// breath, arc in dB; roughness a depth of 0..1. 0 is plain speech.
/// </param>
public sealed record SpeakerStyle(string Speaker, string Emotion, IReadOnlyDictionary<string, double> Cues);

/// <summary>One clip.</summary>
/// <param name="File">The path below the corpus folder, with '/'.</param>
/// <param name="Speaker">The speaker's code.</param>
/// <param name="Emotion">TESS's word.</param>
/// <param name="Phrase">The target word.</param>
/// <param name="Seconds">Its length.</param>
/// <param name="Planted">What is planted in it; often nothing.</param>
public sealed record ClipTruth(
    string File, string Speaker, string Emotion, string Phrase, double Seconds, IReadOnlyList<Planted> Planted);

/// <summary>A shortcut planted in a clip.</summary>
/// <param name="Kind">What it sounds like.</param>
/// <param name="FromSeconds">Where it begins.</param>
/// <param name="ToSeconds">Where it ends.</param>
/// <param name="Hz">The tone's frequency; null for silence.</param>
/// <param name="LevelDb">The tone's amplitude in dB; null for silence.</param>
public sealed record Planted(
    ShortcutKind Kind, double FromSeconds, double ToSeconds, double? Hz = null, double? LevelDb = null);
