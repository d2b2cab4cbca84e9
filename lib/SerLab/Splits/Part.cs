using SerLab.Corpora;

namespace SerLab.Splits;

/// <summary>One side of a <see cref="SplitPlan"/>; only a plan makes one.</summary>
public abstract class Part
{
    private protected Part(IEnumerable<Utterance> utterances)
    {
        Utterances = [.. utterances.OrderBy(u => u.Id, StringComparer.Ordinal)];
        Speakers = [.. SplitKey.Speaker.NamesIn(Utterances)];
        Phrases = [.. SplitKey.Phrase.NamesIn(Utterances)];
    }

    /// <summary>In ordinal order of their ids; the validation part may be empty, the others are not.</summary>
    public IReadOnlyList<Utterance> Utterances { get; }

    /// <summary>The speakers that occur, in ordinal order.</summary>
    public IReadOnlyList<string> Speakers { get; }

    /// <summary>The known phrases that occur, in ordinal order; empty where the corpus does not tell.</summary>
    public IReadOnlyList<string> Phrases { get; }

    /// <summary>How many utterances.</summary>
    public int Count => Utterances.Count;
}

/// <summary>The part that weights and scalers are fitted on. A type of its own: whatever fits asks for it.</summary>
public sealed class TrainPart : Part
{
    internal TrainPart(IEnumerable<Utterance> utterances)
        : base(utterances)
    {
    }
}

/// <summary>The part that chooses the epoch and the settings.</summary>
public sealed class ValidationPart : Part
{
    internal ValidationPart(IEnumerable<Utterance> utterances)
        : base(utterances)
    {
    }
}

/// <summary>The part that is looked at once, for the score.</summary>
public sealed class TestPart : Part
{
    internal TestPart(IEnumerable<Utterance> utterances)
        : base(utterances)
    {
    }
}
