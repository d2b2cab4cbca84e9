using SerLab.Corpora;

namespace SerLab.Splits;

/// <summary>
/// Chooses speakers and phrases whose common utterances are taken out, so that few of the others are lost: those of
/// a chosen speaker with another phrase, and of another speaker with a chosen phrase, can be on neither side.
/// </summary>
/// <remarks>
/// The best phrases for given speakers are found by walking through them once, the best speakers for given phrases
/// likewise, in turn until nothing improves, from several numbers of speakers to start with. On a corpus where all
/// speakers say all phrases this finds the best numbers; which ones they are is the random order's choice.
/// </remarks>
internal sealed class BothChoice
{
    /// <summary>A share that is off by a tenth of itself counts as a twentieth of the utterances lost.</summary>
    private const double ShareWeight = 0.5;

    private const int MostStarts = 16;

    private readonly IReadOnlyList<Utterance> _utterances;
    private readonly double _share;
    private readonly BothSide _speakers, _phrases;
    private readonly int[] _emotions;

    /// <param name="utterances">What there is to choose from, all with a phrase.</param>
    /// <param name="share">Wanted share of the chosen in all that is used, 0..1, both left out.</param>
    /// <param name="speakers">All speakers; the earlier is chosen among equals.</param>
    /// <param name="phrases">All phrases, likewise.</param>
    public BothChoice(
        IReadOnlyList<Utterance> utterances, double share,
        IReadOnlyList<string> speakers, IReadOnlyList<string> phrases)
    {
        (_utterances, _share) = (utterances, share);
        _speakers = new BothSide(speakers, [.. utterances.Select(u => u.Speaker)]);
        _phrases = new BothSide(phrases, [.. utterances.Select(u => u.Phrase!)]);
        var labels = Emotions.InOrder(utterances.Select(u => u.Emotion));
        _emotions = [.. utterances.Select(u => labels.IndexOf(u.Emotion))];
    }

    /// <summary>The choice of a seed among all speakers and phrases.</summary>
    public static Chosen Draw(IReadOnlyList<Utterance> utterances, double share, SeededShuffle random) =>
        new BothChoice(
            utterances, share,
            random.Shuffled(SplitKey.Speaker.NamesIn(utterances)),
            random.Shuffled(SplitKey.Phrase.NamesIn(utterances))).Draw();

    /// <summary>Speakers and phrases; none where every choice takes an emotion from those that stay.</summary>
    public Chosen Draw()
    {
        var best = Attempt.Impossible;
        foreach (var count in Starts(_speakers.Count))
        {
            var attempt = Settle([.. Enumerable.Range(0, _speakers.Count).Select(s => s < count)]);
            best = attempt.Cost < best.Cost ? attempt : best;
        }

        return ToChosen(best);
    }

    /// <summary>The phrases that go best with the given speakers, or with those of them who say any.</summary>
    public Chosen DrawPhrases(IReadOnlySet<string> speakers)
    {
        var given = _speakers.Flags(speakers);
        var (cost, phrases) = Walk(given, _speakers, _phrases);
        return ToChosen(new Attempt(cost, given, phrases));
    }

    /// <summary>The speakers that go best with the given phrases, likewise.</summary>
    public Chosen DrawSpeakers(IReadOnlySet<string> phrases)
    {
        var given = _phrases.Flags(phrases);
        var (cost, speakers) = Walk(given, _phrases, _speakers);
        return ToChosen(new Attempt(cost, speakers, given));
    }

    private Chosen ToChosen(Attempt attempt)
    {
        if (double.IsInfinity(attempt.Cost))
        {
            return Chosen.None;
        }

        var (speakers, phrases) = (_speakers.Names(attempt.Speakers), _phrases.Names(attempt.Phrases));
        var taken = _utterances.Where(u => speakers.Contains(u.Speaker) && phrases.Contains(u.Phrase!)).ToList();
        return Chosen.Of(_utterances, SplitKey.Speaker.NamesIn(taken), SplitKey.Phrase.NamesIn(taken));
    }

    private static IEnumerable<int> Starts(int speakers)
    {
        var starts = Math.Min(speakers - 1, MostStarts);
        return Enumerable.Range(0, Math.Max(0, starts)).Select(i => 1 + (i * (speakers - 1) / starts));
    }

    private Attempt Settle(bool[] speakers)
    {
        var best = Attempt.Impossible;
        while (true)
        {
            var (_, phrases) = Walk(speakers, _speakers, _phrases);
            (var cost, speakers) = Walk(phrases, _phrases, _speakers);
            if (!(cost < best.Cost))
            {
                return best;
            }

            best = new Attempt(cost, speakers, phrases);
        }
    }

    /// <summary>
    /// The names of one side that go best with the names given of the other: the first so many, in the order of how
    /// far each is the given names' own.
    /// </summary>
    private (double Cost, bool[] Chosen) Walk(bool[] given, BothSide givenSide, BothSide side)
    {
        var tally = new BothTally(side, givenSide.Pick(given), _emotions);
        var (best, bestCount) = (double.PositiveInfinity, 0);
        var order = tally.Order();
        foreach (var (i, name) in order.Index())
        {
            tally.Move(name);
            if (tally.KeepsEveryEmotion && Cost(tally.Taken, tally.Stays) is var cost && cost < best)
            {
                (best, bestCount) = (cost, i + 1);
            }
        }

        var chosen = new bool[side.Count];
        Array.ForEach(order[..bestCount], name => chosen[name] = true);
        return (best, chosen);
    }

    private double Cost(int taken, int stays)
    {
        if (taken == 0)
        {
            return double.PositiveInfinity;
        }

        var lost = _utterances.Count - taken - stays;
        var off = Math.Abs(((double)taken / (taken + stays)) - _share) / _share;
        return ((double)lost / _utterances.Count) + (ShareWeight * off);
    }

    private sealed record Attempt(double Cost, bool[] Speakers, bool[] Phrases)
    {
        public static Attempt Impossible { get; } = new(double.PositiveInfinity, [], []);
    }
}
