namespace SerLab.Corpora;

/// <summary>One speaker of the built-in corpus.</summary>
/// <param name="Code">F or M and a number: <c>F01</c>.</param>
/// <param name="Sex">Which of the two the voice is.</param>
/// <param name="Espeak">espeak-ng's voice and variant.</param>
/// <param name="PitchSemitones">Above or below the variant's own pitch.</param>
/// <param name="WordsPerMinute">Pace of plain speech.</param>
internal sealed record BuiltinVoice(string Code, Sex Sex, string Espeak, double PitchSemitones, double WordsPerMinute)
{
    /// <summary>Factor on all formants: a shorter vocal tract is above 1.</summary>
    public double Formants { get; init; } = 1;

    /// <summary>Centre in Hz of the band that the voice (or its microphone) favours.</summary>
    public double ResonanceHz { get; init; } = 1_500;

    /// <summary>Gain of that band in dB.</summary>
    public double ResonanceDb { get; init; }

    /// <summary>Power of the room's noise in dB, where a full-scale square wave is 0 dB.</summary>
    public double RoomDb { get; init; } = -66;

    private static readonly (string Espeak, double Pitch, double Pace)[] Women =
        [("en-us+f2", 0, 150), ("en-gb-x-rp+linda", 1, 165), ("en-gb-scotland+f5", -1, 140), ("en-us+Alicia", 0, 158),
            ("en-gb-x-rp+f1", 0, 148), ("en-029+f3", 1, 170)];

    private static readonly (string Espeak, double Pitch, double Pace)[] Men =
        [("en-us+m3", 0, 145), ("en-gb-x-rp+m7", 3, 160), ("en-gb-scotland+m1", -1, 152), ("en-us+Alex", 2, 140),
            ("en-gb-x-gbcwmd+m4", -2, 165), ("en-029+max", 1, 155)];

    /// <summary>The n-th speaker's code, from 0: F01, M02, F03, …</summary>
    public static string CodeOf(int index) => $"{(index % 2 == 0 ? 'F' : 'M')}{index + 1:00}";

    /// <summary>The n-th speaker, from 0: women and men in turn; the list repeats with other colours.</summary>
    public static BuiltinVoice Make(int index, BuiltinOptions options)
    {
        var (sex, table) = index % 2 == 0 ? (Sex.Female, Women) : (Sex.Male, Men);
        var code = CodeOf(index);
        var (espeak, pitch, pace) = table[index / 2 % table.Length];
        var random = BuiltinSeed.Random(options.Seed, "voice", code);
        var colour = options.SpeakerColour;
        var ownPitch = pitch + colour * random.Normal();
        var ownPace = pace * Math.Pow(2, 0.06 * random.Normal());
        return new BuiltinVoice(code, sex, espeak, ownPitch, ownPace)
        {
            Formants = Math.Pow(2, colour * 0.04 * random.Normal()),
            ResonanceHz = 600 * Math.Pow(2, 2.5 * random.NextDouble()),
            ResonanceDb = colour * 3 * random.Normal(),
            RoomDb = -68 + colour * 3 * random.Normal(),
        };
    }
}
