namespace SerLab.Training;

/// <summary>One line of the history.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Train">
/// Mean over the epoch's batches, while the weights moved and dropout was on; its loss is the one that was minimised.
/// </param>
/// <param name="Validation">After the epoch; its loss is plain cross-entropy.</param>
/// <param name="LearningRate">Of the epoch's last step.</param>
/// <param name="Seconds">Time the epoch took, validation included.</param>
public sealed record Epoch(int Number, Score Train, Score Validation, double LearningRate, double Seconds);

/// <summary>Where training stands.</summary>
/// <param name="Done">Examples seen, over all epochs.</param>
/// <param name="Total">Examples to see, over all epochs; fewer where it stops early.</param>
/// <param name="Finished">
/// The epoch that has just ended; null inside an epoch. A resumed training tells its earlier epochs again first.
/// </param>
/// <param name="Loss">Mean loss of the running epoch so far; NaN where no step has been made.</param>
public sealed record TrainingProgress(long Done, long Total, Epoch? Finished, double Loss = double.NaN);
