namespace SerLab.Audio.Fingerprints;

/// <summary>Where a clip's landmarks agree with another clip's.</summary>
/// <param name="Clip">Number of the other clip.</param>
/// <param name="Votes">Landmarks that agree on the delay.</param>
/// <param name="Delay">Frames by which the other clip's sound comes later.</param>
internal readonly record struct Agreement(int Clip, int Votes, int Delay);

/// <summary>The landmarks of many clips by their keys, so that a clip is compared only with what is like it.</summary>
internal sealed class LandmarkIndex
{
    private const int Tolerance = 2; // frames by which delays may differ
    private const int Crowd = 400; // a key that so many share tells nothing
    private const int Zero = 1 << 20; // makes delays positive, so that they sort

    private readonly int[] _starts = new int[Landmark.Keys + 1];
    private readonly (int Clip, short Frame)[] _entries;

    public LandmarkIndex(IReadOnlyList<Landmark[]> clips)
    {
        foreach (var landmark in clips.SelectMany(landmarks => landmarks))
        {
            _starts[landmark.Key + 1]++;
        }
        for (var key = 0; key < Landmark.Keys; key++)
        {
            _starts[key + 1] += _starts[key];
        }
        _entries = new (int, short)[_starts[^1]];
        var next = _starts.ToArray();
        foreach (var (clip, landmarks) in clips.Index())
        {
            foreach (var landmark in landmarks)
            {
                _entries[next[landmark.Key]++] = (clip, landmark.Frame);
            }
        }
    }

    /// <summary>The clips, numbered from some one on, with at least so many votes, each with its best delay.</summary>
    public IReadOnlyList<Agreement> Find(Landmark[] query, int from, int fewestVotes)
    {
        var votes = new List<long>();
        foreach (var landmark in query)
        {
            for (var frames = Math.Max(0, landmark.Frames - 1); frames <= landmark.Frames + 1; frames++)
            {
                Add(votes, (landmark with { Frames = (byte)frames }).Key, landmark.Frame, from);
            }
        }
        votes.Sort();
        return Best(votes, fewestVotes);
    }

    private void Add(List<long> votes, int key, int frame, int from)
    {
        var (start, end) = (_starts[key], _starts[key + 1]);
        if (end - start > Crowd)
        {
            return;
        }
        for (var i = start; i < end; i++)
        {
            if (_entries[i].Clip >= from)
            {
                votes.Add(((long)_entries[i].Clip << 32) | (uint)(_entries[i].Frame - frame + Zero));
            }
        }
    }

    private static List<Agreement> Best(List<long> votes, int fewest)
    {
        var found = new List<Agreement>();
        for (var (last, first) = (0, 0); last < votes.Count; last++)
        {
            while (votes[last] - votes[first] > Tolerance)
            {
                first++;
            }
            var (clip, count) = ((int)(votes[last] >> 32), last - first + 1);
            if (count < fewest)
            {
                continue;
            }
            var agreement = new Agreement(clip, count, (int)(uint)votes[(first + last) / 2] - Zero);
            if (found.Count > 0 && found[^1].Clip == clip)
            {
                found[^1] = found[^1].Votes >= count ? found[^1] : agreement;
            }
            else
            {
                found.Add(agreement);
            }
        }
        return found;
    }
}
