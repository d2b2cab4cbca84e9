using System.Diagnostics;
using SerLab.Corpora;
using SerLab.Splits;

namespace SerLab.Bench;

/// <summary>How long every split rule takes on corpora of the size of RAVDESS and of CREMA-D.</summary>
internal static class SplitSpeed
{
    private const int Times = 15;

    private static readonly string[] Rules =
    [
        "random", "speaker", "phrase", "speaker+phrase", "loso", "folds=5", "folds(k=5, stratified=true)",
        "folds(k=2, by=phrase)", "folds(k=5, by=random)", "folds(k=5, by=speaker+phrase)", "corpus", "loco",
    ];

    public static void Run(string[] args)
    {
        Console.WriteLine("median ms of all plans of a rule, the proof included");
        Console.WriteLine($"{"rule",-32} {"24 × 60 clips",14} {"91 speakers, 7,442 clips",26}");
        var (small, large) = (Made(24, 2, 1440), Made(91, 12, 7442));
        foreach (var text in Rules)
        {
            var rule = SplitRule.Parse(text);
            var (ofSmall, ofLarge) = (Time(rule, small), Time(rule, large));
            Console.WriteLine(FormattableString.Invariant($"{text,-32} {ofSmall,14:0.0} {ofLarge,26:0.0}"));
        }
    }

    private static double Time(SplitRule rule, Corpus corpus)
    {
        var times = Enumerable.Range(0, Times + 2).Select(_ =>
        {
            var start = Stopwatch.GetTimestamp();
            rule.Folds(corpus);
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        });
        return times.Skip(2).Order().ElementAt(Times / 2);
    }

    /// <summary>Two corpora, so that rules by corpus have something to divide.</summary>
    private static Corpus Made(int speakers, int phrases, int clips) => new(
        "made", "", [.. Enumerable.Range(0, clips).Select(i => new Utterance(
            $"u{i:0000}", $"u{i:0000}.wav", i % speakers % 2 == 0 ? "even" : "odd", $"S{i % speakers:00}",
            Emotions.Vocabulary[i / speakers / phrases % 6], "")
        {
            Phrase = $"P{i / speakers % phrases:00}",
        })], []);
}
