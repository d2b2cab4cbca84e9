using SerLab.Corpora;
using SerLab.Files;

namespace SerLab.Splits;

/// <summary>Draws the validation part from what the test part leaves, by the same rule where it can.</summary>
internal static class ValidationChoice
{
    /// <summary>Below this many groups, holding one out would cost half of training or more.</summary>
    public const int FewestGroups = 3;

    /// <returns>None where no validation part is wanted.</returns>
    public static Chosen Draw(
        IReadOnlyList<Utterance> rest, SplitKey keeps, double share, SeededShuffle random)
    {
        if (share == 0)
        {
            return Chosen.None;
        }

        var key = KeyFor(rest, keeps);
        var drawn = key switch
        {
            SplitKey.None => Chosen.None,
            SplitKey.SpeakerAndPhrase => BothChoice.Draw(rest, share, random),
            _ => DrawGroups(rest, key, share, random),
        };
        if (drawn.Ids.Count == 0 && (key == SplitKey.None || key != keeps))
        {
            drawn = Chosen.Of(StratifiedChoice.Draw(rest, share, random));
        }

        return drawn.Ids.Count > 0 ? drawn : throw Impossible(key == keeps ? keeps : SplitKey.None);
    }

    /// <summary>There are enough groups to hold some out.</summary>
    public static bool CanHoldOut(this SplitKey key, IReadOnlyList<Utterance> utterances) =>
        key != SplitKey.None && key.Singles().All(single => single.NamesIn(utterances).Count >= FewestGroups);

    /// <summary>What validation keeps apart instead where there are too few groups, the best first.</summary>
    public static IReadOnlyList<SplitKey> Weaker(this SplitKey key) => key switch
    {
        SplitKey.SpeakerAndPhrase or SplitKey.Corpus => [SplitKey.Speaker, SplitKey.Phrase],
        SplitKey.Speaker => [SplitKey.Phrase],
        _ => [],
    };

    private static SplitKey KeyFor(IReadOnlyList<Utterance> rest, SplitKey keeps) => keeps.Weaker()
        .Where(key => rest.All(u => key.NameOf(u) is not null))
        .Prepend(keeps)
        .FirstOrDefault(key => key.CanHoldOut(rest), SplitKey.None);

    private static Chosen DrawGroups(
        IReadOnlyList<Utterance> rest, SplitKey key, double share, SeededShuffle random)
    {
        var names = GroupChoice.Draw(rest, key, share * rest.Count, random);
        return Chosen.Of(
            rest.Where(u => names.Contains(key.NameOf(u)!)).Select(u => u.Id).ToHashSet(StringComparer.Ordinal));
    }

    private static BadOptionException Impossible(SplitKey keeps) => new(
        keeps switch
        {
            SplitKey.None => "No emotion has an utterance to spare for a validation part.",
            SplitKey.SpeakerAndPhrase =>
                "No choice of speakers and phrases for validation leaves every emotion in training.",
            _ => $"Every {keeps.Word()} left for training is the only one with some emotion, " +
                "so none can be validation.",
        },
        "Ask for validation=0, or add recordings.");
}
