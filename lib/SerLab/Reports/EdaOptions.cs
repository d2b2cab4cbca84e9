using SerLab.Evaluation;
using SerLab.Features;

namespace SerLab.Reports;

/// <summary>What an overview of a corpus looks at.</summary>
public sealed record EdaOptions
{
    /// <summary>The features whose map is drawn; of those with frames, each row's mean.</summary>
    public FeatureOptions Features { get; init; } = new() { Set = "fs1" };

    /// <summary>How the t-SNE map is made; with few clips the perplexity is a third of them at most.</summary>
    public TsneOptions Map { get; init; } = new();

    /// <summary>The most clips on a map; of more, this many are drawn from all speakers and emotions alike.</summary>
    public int MostOnMap { get; init; } = 2500;

    /// <summary>How many nearest neighbours are asked for speaker and emotion.</summary>
    public int Neighbours { get; init; } = 5;

    /// <summary>Decides which clips are drawn where there are more; nothing else is left to chance.</summary>
    public long Seed { get; init; } = 1;
}
