using SerLab.Corpora;
using SerLab.Files;

namespace SerLab.Splits;

/// <summary>Draws the validation part from what the test part leaves, by the same rule where it can.</summary>
internal static class ValidationChoice
{
    /// <summary>Below this many speakers (phrases), holding one out would cost half of training or more.</summary>
    public const int FewestGroups = 3;

    /// <returns>Ids; none where no validation part is wanted.</returns>
    public static HashSet<string> Draw(
        IReadOnlyList<Utterance> rest, SplitKey keeps, double share, SeededShuffle random)
    {
        if (share == 0)
        {
            return [];
        }

        var key = KeyFor(rest, keeps);
        var drawn = key == SplitKey.None ? [] : DrawGroups(rest, key, share, random);
        if (drawn.Count == 0 && (key == SplitKey.None || key != keeps))
        {
            drawn = StratifiedChoice.Draw(rest, share, random);
        }

        return drawn.Count > 0 ? drawn : throw Impossible(keeps);
    }

    private static SplitKey KeyFor(IReadOnlyList<Utterance> rest, SplitKey keeps) =>
        keeps switch
        {
            SplitKey.None => SplitKey.None,
            _ when keeps.NamesIn(rest).Count >= FewestGroups => keeps,
            SplitKey.Speaker when rest.All(u => u.Phrase is not null)
                && SplitKey.Phrase.NamesIn(rest).Count >= FewestGroups => SplitKey.Phrase,
            _ => SplitKey.None,
        };

    private static HashSet<string> DrawGroups(
        IReadOnlyList<Utterance> rest, SplitKey key, double share, SeededShuffle random)
    {
        var names = GroupChoice.Draw(rest, key, share * rest.Count, random);
        return rest.Where(u => names.Contains(key.NameOf(u)!)).Select(u => u.Id).ToHashSet(StringComparer.Ordinal);
    }

    private static BadOptionException Impossible(SplitKey keeps) => new(
        keeps == SplitKey.None
            ? "No emotion has an utterance to spare for a validation part."
            : $"Every {keeps.Word()} left for training is the only one with some emotion, so none can be validation.",
        "Ask for validation=0, or add recordings.");
}
