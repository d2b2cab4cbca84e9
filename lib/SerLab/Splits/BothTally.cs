namespace SerLab.Splits;

/// <summary>
/// Counts while one name after the other of a side moves to what is taken out, the choice on the other side given.
/// </summary>
internal sealed class BothTally
{
    /// <summary>Names whose share is this near to the whole corpus's are equals, so that chance decides.</summary>
    private const double EqualShare = 0.1;

    private readonly int[] _taken, _stays; // [name]
    private readonly int[,] _staysOf; // [name, emotion]
    private readonly int[] _left; // [emotion]

    /// <param name="side">Whose names move.</param>
    /// <param name="given">For each utterance, whether the other side takes it out.</param>
    /// <param name="emotions">For each utterance, the number of its emotion.</param>
    public BothTally(BothSide side, bool[] given, int[] emotions)
    {
        var labels = emotions.Max() + 1;
        (_taken, _stays, _left) = (new int[side.Count], new int[side.Count], new int[labels]);
        _staysOf = new int[side.Count, labels];
        for (var i = 0; i < given.Length; i++)
        {
            var name = side.Numbers[i];
            if (given[i])
            {
                _taken[name]++;
                continue;
            }

            _stays[name]++;
            _staysOf[name, emotions[i]]++;
            _left[emotions[i]]++;
            Stays++;
        }
    }

    /// <summary>Utterances taken out so far.</summary>
    public int Taken { get; private set; }

    /// <summary>Utterances that stay.</summary>
    public int Stays { get; private set; }

    public bool KeepsEveryEmotion => _left.All(count => count > 0);

    /// <summary>The numbers of the names; those of which the other side takes out most come first.</summary>
    public int[] Order()
    {
        var usual = (double)_taken.Sum() / (_taken.Sum() + _stays.Sum());
        return [.. Enumerable.Range(0, _taken.Length).OrderByDescending(Level)];

        double Level(int name) =>
            Math.Round((((double)_taken[name] / (_taken[name] + _stays[name])) - usual) / (2 * EqualShare));
    }

    /// <summary>Moves a name that has not moved before.</summary>
    public void Move(int name)
    {
        Taken += _taken[name];
        Stays -= _stays[name];
        for (var emotion = 0; emotion < _left.Length; emotion++)
        {
            _left[emotion] -= _staysOf[name, emotion];
        }
    }
}
