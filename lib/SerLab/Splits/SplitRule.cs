using System.Globalization;
using System.Text.Json.Serialization;
using SerLab.Corpora;
using SerLab.Files;

namespace SerLab.Splits;

/// <summary>
/// How a corpus is divided. A rule is data, and its one-line text says all of it:
/// <c>speaker(test=YAF, validation=0.1, seed=1)</c>. Tables, the command line and JSON hold that text.
/// </summary>
[JsonConverter(typeof(SplitRuleJson))]
public abstract record SplitRule
{
    /// <summary>
    /// Share of the validation part in what the test part leaves, 0 (no validation part) up to 1 left out. It is
    /// drawn by the same rule; where fewer than 3 speakers (phrases, corpora) are left to hold one out of, it
    /// is drawn speaker-disjoint or phrase-disjoint where that can be, else at random by emotion, and the plan's
    /// description says so.
    /// </summary>
    public double Validation { get; init; } = 0.1;

    /// <summary>The same seed gives the same plan.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>The word before the bracket in the text form.</summary>
    public abstract string Name { get; }

    /// <summary>What never lies on both sides; a plan verifies it.</summary>
    public abstract SplitKey Keeps { get; }

    /// <summary>Why utterances are in no part, after "n of m utterances".</summary>
    internal virtual string WhyUnused => "can be on no side and are unused";

    private protected abstract IEnumerable<(string Key, string Value)> Arguments { get; }

    /// <summary>
    /// Reads the text form. What is left out has its default: <c>speaker</c>, <c>random(test=0.2)</c>, <c>loso</c>,
    /// <c>speaker+phrase(test=0.2)</c>, <c>speaker+phrase(speakers=A+B, phrases=back+bar)</c>,
    /// <c>corpus(test=emo-db)</c>, <c>loco</c>, <c>folds=5</c>, <c>folds(k=5, by=phrase)</c>,
    /// <c>matched(k=5, by=phrase)</c>, <c>groups(test=A+B|C)</c>, <c>emobox-ravdess</c>, <c>file=folds.csv</c>. A
    /// share is written with a dot; anything else is a name, several joined by +. A backslash takes the meaning from
    /// the next sign.
    /// </summary>
    /// <exception cref="BadOptionException">The text is no rule; the message names what is wrong in it.</exception>
    /// <exception cref="BadFileException">It names a file that cannot be read.</exception>
    public static SplitRule Parse(string text) => RuleParser.Parse(text);

    /// <summary>The text form, with every argument; <see cref="Parse"/> gives an equal rule.</summary>
    public sealed override string ToString() =>
        $"{Name}({string.Join(", ", Arguments.Select(a => $"{a.Key}={a.Value}"))})";

    /// <summary>The plans of this rule, one a fold, in the rule's own order; a rule without folds gives one.</summary>
    /// <param name="corpus">The order of its utterances does not matter.</param>
    /// <exception cref="BadOptionException">
    /// The request cannot hold: an impossible share, an unknown name, too few speakers, an emotion that training would
    /// not have.
    /// </exception>
    /// <exception cref="BadFileException">The rule's file names other clips or folds than can be.</exception>
    public IReadOnlyList<SplitPlan> Folds(Corpus corpus)
    {
        Refuse(Problems());
        if (corpus.Utterances.Count == 0)
        {
            throw new BadOptionException($"The corpus '{corpus.Name}' has no utterances.", "Check its folder.");
        }

        Utterance[] utterances = [.. corpus.Utterances.OrderBy(u => u.Id, StringComparer.Ordinal)];
        Refuse(Keeps.Singles().SelectMany(key => Unnamed(key, utterances)));
        return [.. Tests(utterances).Select((fold, index) => PlanOf(utterances, fold, index + 1))];
    }

    /// <summary>The plan of a rule that gives one.</summary>
    /// <param name="corpus">The order of its utterances does not matter.</param>
    /// <exception cref="BadOptionException">As <see cref="Folds"/>, or the rule gives several plans.</exception>
    public SplitPlan Plan(Corpus corpus) =>
        Folds(corpus) is [var only]
            ? only
            : throw new BadOptionException(
                $"{this} gives several plans, one a fold.",
                "Take one fold, such as speaker(test=NAME), or a rule with one plan.");

    private protected abstract IEnumerable<TestFold> Tests(IReadOnlyList<Utterance> utterances);

    private protected virtual IEnumerable<string> Problems() =>
        Validation is >= 0 and < 1 ? [] : [$"validation={Number(Validation)} is not from 0 up to 1."];

    private protected virtual Chosen ValidationOf(IReadOnlyList<Utterance> rest, SeededShuffle random) =>
        ValidationChoice.Draw(rest, Keeps, Validation, random);

    private protected static string Number(double share) =>
        share.ToString(share == Math.Floor(share) && share != 0 ? "0.0" : "R", CultureInfo.InvariantCulture);

    private static void Refuse(IEnumerable<string> problems)
    {
        if (string.Join(" ", problems) is { Length: > 0 } all)
        {
            throw new BadOptionException(all, "Change the split rule.");
        }
    }

    private static IEnumerable<string> Unnamed(SplitKey key, IReadOnlyList<Utterance> utterances)
    {
        var without = utterances.Where(u => string.IsNullOrEmpty(key.NameOf(u))).ToList();
        return without.Count == 0
            ? []
            : [$"{without.Count} of {utterances.Count} utterances have no {key.Word()} (first: '{without[0].Id}')."];
    }

    private SplitPlan PlanOf(IReadOnlyList<Utterance> utterances, TestFold fold, int stream)
    {
        var (test, outside) = (fold.Test.Ids, fold.Test.Unused);
        var rest = utterances.Where(u => !test.Contains(u.Id) && !outside.Contains(u.Id)).ToList();
        RefuseLostEmotion(utterances, rest, fold.Name, outside.Count == 0 ? "test" : "test and the unused");
        var (validation, between) = fold.Validation is { } given
            ? Chosen.Of(given) : ValidationOf(rest, new SeededShuffle(Seed, stream));
        var train = rest.Where(u => !validation.Contains(u.Id) && !between.Contains(u.Id)).ToList();
        RefuseLostEmotion(utterances, train, fold.Name, "test and validation");
        return new SplitPlan(
            this, fold.Name, train,
            rest.Where(u => validation.Contains(u.Id)), utterances.Where(u => test.Contains(u.Id)),
            utterances.Where(u => outside.Contains(u.Id) || between.Contains(u.Id)));
    }

    private void RefuseLostEmotion(
        IReadOnlyList<Utterance> all, IReadOnlyList<Utterance> train, string fold, string takers)
    {
        var kept = train.Select(u => u.Emotion).ToHashSet(StringComparer.Ordinal);
        var lost = Emotions.InOrder(all.Select(u => u.Emotion).Where(e => !kept.Contains(e)));
        if (lost.Count > 0)
        {
            var only = SplitKey.Speaker.NamesIn(all.Where(u => lost.Contains(u.Emotion)));
            throw new BadOptionException(
                $"{this}{(fold == "" ? "" : $", fold {fold}")}: the {takers} part would take every utterance of " +
                $"{string.Join(", ", lost)} (spoken by {string.Join(", ", only)}), so training would have none.",
                "Leave out those emotions (a label map drops them), take other names, or a smaller part.");
        }
    }
}

/// <summary>One test part, and what can then be on neither side.</summary>
internal sealed record TestFold(string Name, Chosen Test)
{
    /// <summary>The validation part, where the rule gives it too; null where it is yet to be drawn.</summary>
    public HashSet<string>? Validation { get; init; }
}
