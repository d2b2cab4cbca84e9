using SerLab.Corpora;

namespace SerLab.Splits;

/// <summary>A fold of <see cref="MatchedFolds"/>: what is tested, and what training may be drawn from.</summary>
/// <param name="all">The corpus, in ordinal order of the ids.</param>
/// <param name="groups">The names whose clips are tested: speakers, phrases, or both.</param>
/// <param name="random">Decides which clips.</param>
internal sealed class MatchedCell(
    IReadOnlyList<Utterance> all, IReadOnlyDictionary<SplitKey, HashSet<string>> groups, SeededShuffle random)
{
    /// <summary>Every other clip of the cell, emotion by emotion.</summary>
    public IReadOnlyList<Utterance> Test { get; } =
    [
        .. random.Shuffled(all.Where(u => groups.All(group => IsIn(group, u))))
            .OrderBy(u => u.Emotion, StringComparer.Ordinal).Where((_, place) => place % 2 == 0),
    ];

    /// <summary>The fold that keeps <paramref name="by"/> apart.</summary>
    /// <param name="name">Of the fold.</param>
    /// <param name="by">What training must not have heard.</param>
    /// <param name="strictest">What it must not have heard where least is left; it says how much is taken.</param>
    /// <param name="validation">Share of the validation part in what the strictest leaves.</param>
    public TestFold Fold(string name, SplitKey by, SplitKey strictest, double validation)
    {
        var model = Draw(strictest, validation);
        var own = by == strictest ? model : Draw(by, (double)model.Validation.Count / Without(by).Count);
        var (train, held) = (Cut(own.Train, model.Train, by), Cut(own.Validation, model.Validation, strictest));
        var unused = all.Except(Test).Except(train).Except(held);
        return new TestFold(name, new Chosen(Ids(Test), Ids(unused))) { Validation = Ids(held) };
    }

    private static bool IsIn(KeyValuePair<SplitKey, HashSet<string>> group, Utterance u) =>
        group.Value.Contains(group.Key.NameOf(u)!);

    private List<Utterance> Without(SplitKey keys) =>
        [.. all.Except(Test).Where(u => !keys.Singles().Any(key => groups[key].Contains(key.NameOf(u)!)))];

    private (List<Utterance> Validation, List<Utterance> Train) Draw(SplitKey keys, double share)
    {
        var from = Without(keys);
        var drawn = ValidationChoice.Draw(from, keys, share, random);
        return (
            [.. from.Where(u => drawn.Ids.Contains(u.Id))],
            [.. from.Where(u => !drawn.Ids.Contains(u.Id) && !drawn.Unused.Contains(u.Id))]);
    }

    /// <summary>
    /// As many of each emotion as the model has, drawn at random; all where there are fewer. Where nothing is kept
    /// apart, the draw is from the corpus, and another clip of the cell stands for a tested one.
    /// </summary>
    private List<Utterance> Cut(List<Utterance> from, List<Utterance> model, SplitKey by)
    {
        var wanted = model.CountBy(u => u.Emotion).ToDictionary();
        var tested = by == SplitKey.None ? Test.ToHashSet() : [];
        return [.. from.Concat(tested).GroupBy(u => u.Emotion).SelectMany(Some)];

        IEnumerable<Utterance> Some(IGrouping<string, Utterance> emotion)
        {
            var (clips, count) = (random.Shuffled(emotion), wanted.GetValueOrDefault(emotion.Key));
            var stood = clips.Take(count).Count(tested.Contains);
            var others = clips.Skip(count).Where(u => !tested.Contains(u)).OrderByDescending(u => groups.All(g => IsIn(g, u)));
            return clips.Take(count).Where(u => !tested.Contains(u)).Concat(others.Take(stood));
        }
    }

    private static HashSet<string> Ids(IEnumerable<Utterance> utterances) =>
        utterances.Select(u => u.Id).ToHashSet(StringComparer.Ordinal);
}
