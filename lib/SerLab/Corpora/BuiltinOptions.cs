using SerLab.Files;

namespace SerLab.Corpora;

/// <summary>What the built-in corpus is made of. The same options give the same bytes.</summary>
public sealed record BuiltinOptions
{
    /// <summary>Speakers: women and men in turn, <c>F01</c>, <c>M02</c>, <c>F03</c>, …; 1 to 99.</summary>
    public int Speakers { get; init; } = 4;

    /// <summary>Words a speaker says in each of the seven emotions; 1 to <see cref="BuiltinWords.Count"/>.</summary>
    public int Phrases { get; init; } = 40;

    /// <summary>The seed of the choice of words, of the speakers' own ways and of every take.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How strong the emotions are: 0 none at all, 1 acted like TESS, up to 2.</summary>
    public double CueStrength { get; init; } = 1;

    /// <summary>
    /// How much speakers differ, in timbre and in how each expresses an emotion: 0 all alike but for the voice,
    /// 1 enough that emotions learned from some speakers fit others badly, up to 2.
    /// </summary>
    public double SpeakerColour { get; init; } = 1;

    /// <summary>What is planted; nothing by default.</summary>
    public IReadOnlyList<Shortcut> Shortcuts { get; init; } = [];

    /// <summary>Checks every value.</summary>
    /// <exception cref="BadOptionException">Lists every problem at once.</exception>
    public void Validate()
    {
        List<string> problems =
        [
            .. OutOf(nameof(Speakers), Speakers, 1, 99),
            .. OutOf(nameof(Phrases), Phrases, 1, BuiltinWords.Count),
            .. OutOf(nameof(CueStrength), CueStrength, 0, 2),
            .. OutOf(nameof(SpeakerColour), SpeakerColour, 0, 2),
            .. Shortcuts.SelectMany(ProblemsOf),
        ];
        if (problems.Count > 0)
        {
            throw new BadOptionException(string.Join(" ", problems), "Mend these options.");
        }
    }

    private IEnumerable<string> ProblemsOf(Shortcut shortcut)
    {
        var codes = Enumerable.Range(0, Math.Clamp(Speakers, 0, 99)).Select(BuiltinVoice.CodeOf);
        var known = BuiltinCues.Emotions.Select(EmotionWords.ToLabel);
        return
        [
            .. known.Contains(EmotionWords.ToLabel(shortcut.Emotion)) ? [] :
                new[] { $"A shortcut goes with '{shortcut.Emotion}', which is none of {string.Join(", ", known)}." },
            .. shortcut.Speakers.Except(codes)
                .Select(code => $"A shortcut names the speaker {code}, who is not there."),
            .. OutOf("A shortcut's Hz", shortcut.Hz, 20, 11_000),
            .. OutOf("A shortcut's LevelDb", shortcut.LevelDb, -90, -6),
            .. OutOf("A shortcut's Seconds", shortcut.Seconds, 0, 5),
        ];
    }

    private static IEnumerable<string> OutOf(string name, double value, double lowest, double highest) =>
        value >= lowest && value <= highest
            ? []
            : [FormattableString.Invariant($"{name} is {value}, not {lowest} to {highest}.")];
}
