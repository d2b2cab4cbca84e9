using SerLab.Files;

namespace SerLab.Training;

/// <summary>How to train; the record is written into the run folder.</summary>
public sealed record TrainingOptions
{
    /// <summary>Passes over the training part, at least 1.</summary>
    public int Epochs { get; init; } = 20;

    /// <summary>Examples a step, at least 1.</summary>
    public int Batch { get; init; } = 32;

    /// <summary>Adam's step size, above 0, at most 1000.</summary>
    public double LearningRate { get; init; } = 0.001;

    /// <summary>Seed of the weights, of dropout and of the order of examples.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Throws with every option that cannot hold.</summary>
    /// <exception cref="BadOptionException">At least one option is out of range.</exception>
    public void Check()
    {
        string[] problems =
        [
            .. Epochs < 1 ? [$"epochs is {Epochs}"] : Array.Empty<string>(),
            .. Batch < 1 ? [$"batch is {Batch}"] : Array.Empty<string>(),
            .. LearningRate is not (> 0 and <= 1000) ? [$"lr is {LearningRate}"] : Array.Empty<string>(),
        ];
        if (problems.Length > 0)
        {
            throw new BadOptionException(
                $"Training cannot run: {string.Join(", ", problems)}.",
                "Give each a value above 0, and lr one of at most 1000.");
        }
    }
}
