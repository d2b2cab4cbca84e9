using System.Text.Json.Serialization;
using SerLab.Features;
using SerLab.Files;
using SerLab.Models;
using SerLab.Splits;
using SerLab.Training;

namespace SerLab.Reports;

/// <summary>
/// One recipe, whole: features, network, split and training. Its JSON is what a configuration file holds and what the
/// run folder stores.
/// </summary>
public sealed record ExperimentOptions
{
    /// <summary>What the network reads.</summary>
    public FeatureOptions Features { get; init; } = new();

    /// <summary>How features are scaled before the network reads them.</summary>
    public ScalerKind Scaler { get; init; } = ScalerKind.Standard;

    /// <summary>The network.</summary>
    public Architecture Model { get; init; } = new LeNet2d();

    /// <summary>What it is trained and tested on; unseen speakers unless asked otherwise. Each fold is a run.</summary>
    public SplitRule Split { get; init; } = new SpeakerSplit();

    /// <summary>
    /// The test part is the validation part too: epoch, learning rate and early stopping follow the very clips that are
    /// reported, as some published protocols have it. Only to repeat these: the score flatters, the run says so
    /// everywhere, and its audit finds it. The split must then have no validation part. Not written where false.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool ValidatesOnTest { get; init; }

    /// <summary>Augmented copies of the training clips; null for none.</summary>
    public AugmentationOptions? Augmentation { get; init; }

    /// <summary>The emotion whose training examples come twice, as P1 offers for its neutral; null for none.</summary>
    public string? Twice { get; init; }

    /// <summary>How it is trained.</summary>
    public TrainingOptions Training { get; init; } = new();

    /// <summary>
    /// Trainings that differ in the seed alone, at least 1: the training's seed and those after it. The split stays.
    /// </summary>
    public int Seeds { get; init; } = 1;

    /// <summary>Throws with what cannot hold.</summary>
    /// <exception cref="BadOptionException">At least one option is out of range.</exception>
    public void Check()
    {
        if (Seeds < 1)
        {
            throw new BadOptionException($"seeds is {Seeds}.", "Give it at least 1.");
        }
        Training.Check();
        Augmentation?.Policy.Check();
        _ = FeatureSets.Create(Features);
    }
}
