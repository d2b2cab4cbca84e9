using SerLab.Training;

namespace SerLab.Reports;

/// <summary>Where an experiment stands.</summary>
/// <param name="Stage">What is being done: <c>features</c> or <c>training</c>.</param>
/// <param name="Done">Recordings or examples finished.</param>
/// <param name="Total">Recordings or examples in all.</param>
/// <param name="Epoch">The epoch that has just ended, while training.</param>
/// <param name="Remark">What a user should know, once, such as that the feature store is full.</param>
/// <param name="Part">Which of several trainings: <c>fold 2 of 6</c>; empty where there is one.</param>
/// <param name="Loss">Mean loss of the running epoch so far, while training; NaN elsewhere.</param>
public sealed record ExperimentProgress(
    string Stage, long Done, long Total, Epoch? Epoch = null, string? Remark = null, string Part = "",
    double Loss = double.NaN);
