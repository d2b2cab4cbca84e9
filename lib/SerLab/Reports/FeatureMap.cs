using SerLab.Evaluation;
using SerLab.Splits;

namespace SerLab.Reports;

/// <summary>Clips by their features: two maps, and how near clips of a speaker and of an emotion are.</summary>
/// <param name="Clips">The clips on the maps.</param>
/// <param name="Total">How many there are in all.</param>
/// <param name="Pca">The two directions along which they vary most.</param>
/// <param name="Tsne">Near ones near each other.</param>
/// <param name="Perplexity">The perplexity of that map.</param>
/// <param name="BySpeaker">How often the nearest neighbours among the features have the same speaker.</param>
/// <param name="ByEmotion">How often they have the same emotion.</param>
public sealed record FeatureMap(
    IReadOnlyList<ClipFacts> Clips, int Total, Pca Pca, Tsne Tsne, double Perplexity,
    Agreement BySpeaker, Agreement ByEmotion)
{
    /// <summary>The fewest clips that make a map.</summary>
    public const int FewestClips = 4;

    /// <summary>Lays out clips by their features, each column standardised.</summary>
    /// <param name="all">At least <see cref="FewestClips"/>.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Receives the steps done.</param>
    /// <param name="cancel">Ends the work between two steps.</param>
    public static FeatureMap Of(
        IReadOnlyList<ClipFacts> all, EdaOptions options, IProgress<int>? progress = null,
        CancellationToken cancel = default)
    {
        var clips = Drawn(all, options.MostOnMap, options.Seed);
        var points = Columns.Standardised([.. clips.Select(clip => clip.Features)]);
        var neighbours = Neighbours.Find(points, options.Neighbours, cancel);
        var map = options.Map with { Perplexity = Math.Min(options.Map.Perplexity, (clips.Count - 1) / 3.0) };
        return new FeatureMap(
            clips, all.Count, Pca.Of(points, 2), Tsne.Of(points, map, progress, cancel), map.Perplexity,
            neighbours.Agree([.. clips.Select(clip => clip.Utterance.Speaker)]),
            neighbours.Agree([.. clips.Select(clip => clip.Utterance.Emotion)]));
    }

    // Even steps through the clips sorted by speaker and emotion take from each as many as it has a share.
    private static IReadOnlyList<ClipFacts> Drawn(IReadOnlyList<ClipFacts> all, int most, long seed)
    {
        if (all.Count <= most)
        {
            return all;
        }
        var sorted = new SeededShuffle(seed).Shuffled(all)
            .OrderBy(clip => clip.Utterance.Speaker, StringComparer.Ordinal)
            .ThenBy(clip => clip.Utterance.Emotion, StringComparer.Ordinal).ToArray();
        return [.. Enumerable.Range(0, most).Select(i => sorted[(int)((i + 0.5) * sorted.Length / most)])
            .OrderBy(clip => clip.Utterance.Id, StringComparer.Ordinal)];
    }
}
