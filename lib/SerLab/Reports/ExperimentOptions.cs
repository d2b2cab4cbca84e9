using SerLab.Features;
using SerLab.Models;
using SerLab.Splits;
using SerLab.Training;

namespace SerLab.Reports;

/// <summary>One training on one split, whole: its JSON is what the run folder stores.</summary>
public sealed record ExperimentOptions
{
    /// <summary>What the network reads.</summary>
    public FeatureOptions Features { get; init; } = new();

    /// <summary>How features are scaled before the network reads them.</summary>
    public ScalerKind Scaler { get; init; } = ScalerKind.Standard;

    /// <summary>The network.</summary>
    public Architecture Model { get; init; } = new LeNet2d();

    /// <summary>What it is trained and tested on; unseen speakers unless asked otherwise.</summary>
    public SplitRule Split { get; init; } = new SpeakerSplit();

    /// <summary>How it is trained.</summary>
    public TrainingOptions Training { get; init; } = new();
}
