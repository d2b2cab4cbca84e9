namespace SerLab.Files;

/// <summary>Where a row lies.</summary>
internal readonly record struct RowPlace(RowSegment Segment, int Number);

/// <summary>
/// A folder of rows of one length, found by key. Any number of processes and threads may read and fill it at once:
/// each process appends to a segment of its own and sees what the others have added.
/// </summary>
internal sealed class RowFolder(string folder, int rowBytes) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, RowSegment> _segments = new(StringComparer.Ordinal);
    private readonly Dictionary<RowSegment, int> _known = [];
    private readonly Dictionary<Digest, RowPlace> _index = [];
    private RowSegment? _own;
    private int _damaged;

    /// <summary>How many damaged rows were met and taken out.</summary>
    public int Damaged => _damaged;

    /// <summary>Why rows are not kept any more; null while they are.</summary>
    public Exception? Refusal { get; private set; }

    /// <summary>Learns what lies in the folder.</summary>
    public void Open()
    {
        lock (_gate)
        {
            Refresh();
        }
    }

    /// <summary>Reads the row of a key. A damaged one counts as missing, and is taken out.</summary>
    /// <returns>Its place; null where there is none.</returns>
    public RowPlace? Read(Digest key, Span<byte> row)
    {
        if (Find(key) is not { } place)
        {
            return null;
        }
        var entry = place.Segment.Entries(place.Number, most: 1).FirstOrDefault();
        if (entry.Key == key && place.Segment.TryRead(place.Number, entry, row))
        {
            return place;
        }
        lock (_gate)
        {
            if (_index.TryGetValue(key, out var now) && now == place)
            {
                _index.Remove(key);
            }
        }
        if (entry.Key == key)
        {
            Interlocked.Increment(ref _damaged);
            place.Segment.TryRemove(place.Number);
        }
        return null;
    }

    /// <summary>Adds a row, unless somebody has meanwhile.</summary>
    /// <returns>Its place; null where it could not be kept (<see cref="Refusal"/>).</returns>
    public RowPlace? Add(Digest key, ReadOnlySpan<byte> row)
    {
        lock (_gate)
        {
            if (Refusal is not null)
            {
                return null;
            }
            try
            {
                Refresh();
                if (_index.TryGetValue(key, out var there))
                {
                    return there;
                }
                _own ??= Take();
                var place = new RowPlace(_own, _own.Append(key, row));
                _known[_own] = place.Number + 1;
                return _index[key] = place;
            }
            catch (Exception fault) when (FileFaults.IsFault(fault))
            {
                Refusal = fault;
                return null;
            }
        }
    }

    public void Dispose()
    {
        foreach (var segment in _segments.Values)
        {
            segment.Dispose();
        }
    }

    private RowPlace? Find(Digest key)
    {
        lock (_gate)
        {
            return _index.TryGetValue(key, out var place) ? place : null;
        }
    }

    // What other processes have added since the last time.
    private void Refresh()
    {
        foreach (var stem in RowSegment.In(folder).Where(stem => !_segments.ContainsKey(stem)))
        {
            if (RowSegment.TryOpen(stem, rowBytes) is { } segment)
            {
                _segments[stem] = segment;
            }
        }
        foreach (var segment in _segments.Values)
        {
            var first = _known.GetValueOrDefault(segment);
            var entries = segment.Entries(first);
            foreach (var (i, entry) in entries.Index().Where(e => e.Item != default))
            {
                _index[entry.Key] = new RowPlace(segment, first + i);
            }
            _known[segment] = first + entries.Length;
        }
    }

    private RowSegment Take()
    {
        if (_segments.Values.FirstOrDefault(segment => segment.TryTake()) is { } free)
        {
            return free;
        }
        while (true)
        {
            var made = RowSegment.Create(folder, rowBytes);
            _segments[made.Stem] = made;
            if (made.TryTake()) // else another process was quicker, and has its own now
            {
                return made;
            }
        }
    }
}
