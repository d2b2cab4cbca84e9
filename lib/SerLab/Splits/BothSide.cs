namespace SerLab.Splits;

/// <summary>The speakers, or the phrases, as numbers: the place of each in its order.</summary>
internal sealed class BothSide
{
    private readonly IReadOnlyList<string> _names;

    /// <param name="names">All names, in their order.</param>
    /// <param name="ofUtterances">The name of each utterance.</param>
    public BothSide(IReadOnlyList<string> names, IReadOnlyList<string> ofUtterances)
    {
        _names = names;
        var numbers = names.Index().ToDictionary(n => n.Item, n => n.Index, StringComparer.Ordinal);
        Numbers = [.. ofUtterances.Select(name => numbers[name])];
    }

    public int Count => _names.Count;

    /// <summary>The number of each utterance's name.</summary>
    public int[] Numbers { get; }

    public bool[] Flags(IReadOnlySet<string> names) => [.. _names.Select(names.Contains)];

    public HashSet<string> Names(bool[] flags) => _names.Where((_, i) => flags[i]).ToHashSet(StringComparer.Ordinal);

    /// <summary>For each utterance, whether its name is flagged.</summary>
    public bool[] Pick(bool[] flags) => [.. Numbers.Select(number => flags[number])];
}
