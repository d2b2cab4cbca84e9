using SerLab.Audio;

namespace SerLab.Corpora;

/// <summary>Makes the sound of one take: espeak-ng speaks, <see cref="BuiltinShaping"/> colours.</summary>
internal static class BuiltinRenderer
{
    private const double PercentPerSemitone = 10.4; // espeak-ng's pitch setting, measured
    private const double QuestionSemitones = 3; // a last word this high rises as in a question
    private const double LevelDb = -24, BreathDb = -34, PauseSeconds = 0.08, QuietDb = 45;

    /// <param name="voice">The speaker.</param>
    /// <param name="cues">The take's cues, by <see cref="Cue"/>.</param>
    /// <param name="word">The target word.</param>
    /// <param name="shortcuts">What is planted in this take.</param>
    /// <param name="random">The take's own source.</param>
    public static Clip Render(
        BuiltinVoice voice, double[] cues, string word, IReadOnlyList<Shortcut> shortcuts, Random random)
    {
        var speech = Colour(Speak(voice, cues, word), voice, cues, random);
        var lead = shortcuts.Where(s => s.Kind == ShortcutKind.Silence).Select(s => s.Seconds)
            .FirstOrDefault(0.06 + 0.06 * random.NextDouble());
        var samples = Surround(speech, lead, 0.08 + 0.1 * random.NextDouble());
        BuiltinShaping.AddNoise(samples, voice.RoomDb, random);
        foreach (var tone in shortcuts.Where(s => s.Kind == ShortcutKind.Tone))
        {
            BuiltinShaping.AddTone(samples, tone.Hz, tone.LevelDb);
        }

        return new Clip(samples, BuiltinShaping.Rate, word);
    }

    private static Clip Speak(BuiltinVoice voice, double[] cues, string word)
    {
        // Formants are moved by playing faster, so pitch and pace are asked for that much lower.
        var pitch = voice.PitchSemitones + cues[(int)Cue.Pitch] - 12 * Math.Log2(voice.Formants);
        var (swing, final) = (cues[(int)Cue.Swing], cues[(int)Cue.Final]);
        var range = 70 * Math.Pow(2, cues[(int)Cue.Range]);
        var pause = 1000 * PauseSeconds * Math.Pow(2, cues[(int)Cue.Pause]);
        var carrier = $"{Spoken("Say", pitch + swing)} {Spoken("the", pitch - swing)} {Spoken("word", pitch + swing)}";
        var target = Spoken(word, pitch + final) + (final > QuestionSemitones ? '?' : '.');
        var ssml = FormattableString.Invariant(
            $"""<prosody range="{range:0}%">{carrier}<break time="{pause:0}ms"/> {target}</prosody>""");
        var pace = voice.WordsPerMinute * Math.Pow(2, cues[(int)Cue.Pace]) / voice.Formants;
        return Trim.ByLevel(SpeechSynthesis.Say(ssml, voice.Espeak, (int)Math.Clamp(pace, 80, 450)), QuietDb);
    }

    private static string Spoken(string word, double semitones) => FormattableString.Invariant(
        $"""<prosody pitch="{Math.Clamp(semitones * PercentPerSemitone, -95, 95):+0;-0;+0}%">{word}</prosody>""");

    private static float[] Colour(Clip speech, BuiltinVoice voice, double[] cues, Random random)
    {
        double Phase() => 2 * Math.PI * random.NextDouble();

        var samples = BuiltinShaping.Warp(
            speech.Samples, voice.Formants, Math.Max(0, cues[(int)Cue.Tremor]), Phase());
        BuiltinShaping.Breathe(samples, BreathDb + cues[(int)Cue.Breath], random);
        BuiltinShaping.Tilt(samples, cues[(int)Cue.Tilt]);
        BuiltinShaping.Resonate(samples, voice.ResonanceHz, voice.ResonanceDb);
        BuiltinShaping.Flutter(samples, Math.Clamp(cues[(int)Cue.Roughness], 0, 0.9), cues[(int)Cue.Arc], Phase());
        BuiltinShaping.Level(samples, LevelDb + cues[(int)Cue.Level]);
        return samples;
    }

    private static float[] Surround(float[] speech, double leadSeconds, double tailSeconds)
    {
        var lead = (int)Math.Round(leadSeconds * BuiltinShaping.Rate);
        var samples = new float[lead + speech.Length + (int)(tailSeconds * BuiltinShaping.Rate)];
        speech.CopyTo(samples, lead);
        return samples;
    }
}
