namespace SerLab.Corpora;

/// <summary>What the voice does for an emotion, beside plain speech. All 0 is plain speech.</summary>
internal enum Cue
{
    /// <summary>Pitch of the whole sentence, semitones.</summary>
    Pitch,

    /// <summary>Width of intonation, octaves of its factor.</summary>
    Range,

    /// <summary>Pitch of the target word against the rest, semitones.</summary>
    Final,

    /// <summary>Up and down from word to word, semitones.</summary>
    Swing,

    /// <summary>Pace, octaves of its factor.</summary>
    Pace,

    /// <summary>The pause before the target word, octaves of its factor.</summary>
    Pause,

    /// <summary>Level, dB.</summary>
    Level,

    /// <summary>Treble above 1 kHz, dB.</summary>
    Tilt,

    /// <summary>Breath noise, dB above that of a plain voice.</summary>
    Breath,

    /// <summary>Trembling of the pitch, semitones; below 0 counts as 0.</summary>
    Tremor,

    /// <summary>Roughness, depth of the amplitude's flutter; below 0 counts as 0.</summary>
    Roughness,

    /// <summary>Level at the end against the start, dB.</summary>
    Arc,
}

/// <summary>Emotions as cues: what all speakers share, and how each departs from it.</summary>
internal static class BuiltinCues
{
    /// <summary>TESS's seven words for its emotions.</summary>
    public static IReadOnlyList<string> Emotions { get; } =
        ["angry", "disgust", "fear", "happy", "neutral", "ps", "sad"];

    // How far speakers depart from the shared cues (one standard deviation), and how far takes do.
    private static readonly double[] Own = [1.2, 0.35, 1.5, 0.8, 0.12, 0.5, 2, 2.5, 4, 0.15, 0.12, 2.2];
    private static readonly double[] Take = [0.4, 0.08, 0.4, 0.25, 0.03, 0.1, 1.0, 0.4, 1.0, 0.03, 0.02, 0.6];

    //                                   pitch range final swing  pace pause level tilt breath trem rough arc
    private static readonly double[] Angry = [3, 0.8, 0, 2, 0.2, -1.2, 5, 10, -4, 0, 0.6, 3];
    private static readonly double[] Disgust = [-3, 0, -4, 0.5, -0.3, 1, -1, -4, 8, 0, 0.75, -6];
    private static readonly double[] Fear = [6, -1, 1, 0, 0.3, -0.3, -2, 3, 18, 0.8, 0, 0];
    private static readonly double[] Happy = [5, 1.1, -2, 3.5, 0.05, -0.8, 3, 5, 2, 0.15, 0, 1];
    private static readonly double[] Neutral = [0, -0.8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    private static readonly double[] Surprise = [4, 0.8, 5, -2, -0.1, 1.4, 1, 3, 6, 0, 0, 8];
    private static readonly double[] Sad = [-3, -1.5, -1.5, -0.3, -0.45, 0.5, -5, -12, 12, 0.35, 0, -6];

    /// <summary>The cues of a speaker's emotion, without the chance of a take.</summary>
    public static double[] Of(string emotion, string speaker, BuiltinOptions options)
    {
        var random = BuiltinSeed.Random(options.Seed, "cues", speaker, emotion);
        return [.. Shared(emotion).Zip(Own, (shared, own) =>
            options.CueStrength * (shared + options.SpeakerColour * own * random.Normal()))];
    }

    /// <summary>The cues of one take.</summary>
    public static double[] Vary(double[] cues, Random random) =>
        [.. cues.Zip(Take, (cue, spread) => cue + spread * random.Normal())];

    private static double[] Shared(string emotion) => emotion switch
    {
        "angry" => Angry,
        "disgust" => Disgust,
        "fear" => Fear,
        "happy" => Happy,
        "neutral" => Neutral,
        "ps" => Surprise,
        "sad" => Sad,
        _ => throw new ArgumentOutOfRangeException(nameof(emotion), emotion, "Not one of TESS's words."),
    };
}
