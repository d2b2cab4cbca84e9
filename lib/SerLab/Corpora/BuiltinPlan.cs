using SerLab.Audio;

namespace SerLab.Corpora;

/// <summary>Everything about a built-in corpus that follows from its options alone.</summary>
internal sealed class BuiltinPlan(BuiltinOptions options)
{
    public IReadOnlyList<BuiltinVoice> Voices { get; } =
        [.. Enumerable.Range(0, options.Speakers).Select(n => BuiltinVoice.Make(n, options))];

    /// <summary>Every take, in ordinal order of its file.</summary>
    public IReadOnlyList<Take> Takes => [.. Voices
        .SelectMany(_ => BuiltinCues.Emotions, (voice, emotion) => (voice, emotion))
        .SelectMany(_ => BuiltinWords.Choose(options.Phrases, options.Seed),
            (pair, word) => new Take(pair.voice, pair.emotion, word))
        .OrderBy(take => take.File, StringComparer.Ordinal)];

    public IReadOnlyList<SpeakerStyle> Styles => [.. Voices
        .SelectMany(_ => BuiltinCues.Emotions, (voice, emotion) => new SpeakerStyle(
            voice.Code, emotion, Named(BuiltinCues.Of(emotion, voice.Code, options))))];

    public Clip Render(Take take)
    {
        var random = BuiltinSeed.Random(options.Seed, "take", take.Voice.Code, take.Emotion, take.Word);
        var cues = BuiltinCues.Vary(BuiltinCues.Of(take.Emotion, take.Voice.Code, options), random);
        return BuiltinRenderer.Render(take.Voice, cues, take.Word, Shortcuts(take), random);
    }

    public ClipTruth Truth(Take take, double seconds) => new(
        take.File, take.Voice.Code, take.Emotion, take.Word, seconds,
        [.. Shortcuts(take).Select(shortcut => shortcut.Kind == ShortcutKind.Tone
            ? new Planted(shortcut.Kind, 0, seconds, shortcut.Hz, shortcut.LevelDb)
            : new Planted(shortcut.Kind, 0, shortcut.Seconds))]);

    private IReadOnlyList<Shortcut> Shortcuts(Take take) => [.. options.Shortcuts.Where(shortcut =>
        EmotionWords.ToLabel(shortcut.Emotion) == EmotionWords.ToLabel(take.Emotion)
        && (shortcut.Speakers.Count == 0 || shortcut.Speakers.Contains(take.Voice.Code)))];

    private static Dictionary<string, double> Named(double[] cues) =>
        Enum.GetValues<Cue>().ToDictionary(
            cue => cue.ToString().ToLowerInvariant(), cue => Math.Round(cues[(int)cue], 4));

    /// <summary>One clip to be spoken.</summary>
    internal sealed record Take(BuiltinVoice Voice, string Emotion, string Word)
    {
        public string File { get; } = $"{Voice.Code}_{Emotion}/{Voice.Code}_{Word}_{Emotion}.wav";
    }
}
