using SerLab.Corpora;

namespace SerLab.Features;

/// <summary>
/// Brings each row of a speaker's clips to mean 0 and variance 1, so that voices become alike. No label is ever used.
/// A clip is scaled by the first of these that holds:
/// <list type="number">
/// <item>a speaker of the training part: by the clips of that speaker in it;</item>
/// <item>another speaker: by all clips of that speaker that are scaled together, in a score those of the part;</item>
/// <item>an unknown speaker, or fewer than <see cref="LeastClips"/> clips: by the whole training part, an average
/// speaker. So one clip alone can be predicted.</item>
/// </list>
/// The second is transductive: the score holds for speakers of whom several clips are at hand, not for one clip alone.
/// </summary>
/// <param name="Speakers">The scale of each training speaker by <c>corpus/speaker</c>, in ordinal order.</param>
/// <param name="Everyone">The scale of the whole training part.</param>
public sealed record SpeakerScaler(IReadOnlyDictionary<string, RowScale> Speakers, RowScale Everyone) : Scaler
{
    /// <summary>A speaker with fewer clips at hand counts as unknown: too few to tell voice from emotion.</summary>
    public const int LeastClips = 5;

    /// <summary>What a reader of a score must know.</summary>
    internal const string Warning =
        "Features are scaled by speaker: an unseen one's by all of that speaker's clips in the same part, without " +
        "labels (transductive), so one clip alone may score lower.";

    /// <inheritdoc/>
    public override string Remark => Warning;

    private protected override IReadOnlyList<RowScale> Choose(
        ReadOnlySpan<float> values, RowLayout layout, IReadOnlyList<Utterance> clips)
    {
        var size = values.Length / Math.Max(1, clips.Count);
        var others = new Dictionary<string, RowMoments>(StringComparer.Ordinal);
        for (var i = 0; i < clips.Count; i++)
        {
            if (NameOf(clips[i]) is { } name && !Speakers.ContainsKey(name))
            {
                Add(others, name, values.Slice(i * size, size), layout);
            }
        }
        var unseen = Enough(others);
        return [.. clips.Select(clip => NameOf(clip) is not { } name ? Everyone
            : Speakers.GetValueOrDefault(name) ?? unseen.GetValueOrDefault(name) ?? Everyone)];
    }

    internal override string? Problem(RowLayout layout) =>
        Speakers.Values.Append(Everyone).All(scale => scale.Fits(layout.Rows))
            ? null
            : $"each speaker needs {layout.Rows} centres and as many scales above 0";

    internal static SpeakerScaler Fit(FeatureTable table, IReadOnlyList<int> utterances)
    {
        var layout = RowLayout.Of(table.Set.Shape);
        var everyone = new RowMoments(layout);
        var speakers = new Dictionary<string, RowMoments>(StringComparer.Ordinal);
        foreach (var utterance in utterances)
        {
            everyone.Add(table.Row(utterance));
            if (NameOf(table.Utterances[utterance]) is { } name)
            {
                Add(speakers, name, table.Row(utterance), layout);
            }
        }
        return new SpeakerScaler(Enough(speakers), everyone.ToScale());
    }

    // Two corpora may each have a speaker 03.
    private static string? NameOf(Utterance clip) => clip.Speaker == "" ? null : $"{clip.Corpus}/{clip.Speaker}";

    private static void Add(
        Dictionary<string, RowMoments> speakers, string name, ReadOnlySpan<float> clip, RowLayout layout)
    {
        if (!speakers.TryGetValue(name, out var moments))
        {
            speakers[name] = moments = new RowMoments(layout);
        }
        moments.Add(clip);
    }

    private static SortedDictionary<string, RowScale> Enough(Dictionary<string, RowMoments> speakers) => new(
        speakers.Where(pair => pair.Value.Clips >= LeastClips)
            .ToDictionary(pair => pair.Key, pair => pair.Value.ToScale()),
        StringComparer.Ordinal);
}
