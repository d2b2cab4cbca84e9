namespace SerLab.Evaluation;

/// <summary>What temperature scaling does to the answers on a test part.</summary>
/// <param name="Temperatures">
/// One a training, fitted on its own validation part; above 1 the model was too sure.
/// </param>
/// <param name="ValidationClips">The clips they were fitted on, all trainings together.</param>
/// <param name="ErrorBefore">
/// Expected calibration error as the model came. Drawing clips anew raises it, so that the interval lies rather high.
/// </param>
/// <param name="ErrorAfter">Expected calibration error at the temperature.</param>
/// <param name="LogLossBefore">In nats.</param>
/// <param name="LogLossAfter">In nats.</param>
public sealed record CalibrationReport(
    IReadOnlyList<double> Temperatures, int ValidationClips, Interval ErrorBefore, Interval ErrorAfter,
    double LogLossBefore, double LogLossAfter)
{
    /// <summary>
    /// The temperature lowers the log loss. It does not where validation is easier than the test, as when validation
    /// speakers are also in training: the doubt of one is then not the doubt of the other.
    /// </summary>
    public bool Helps => LogLossAfter <= LogLossBefore;

    /// <summary>Measures the answers before and after.</summary>
    /// <param name="temperatures">That were applied.</param>
    /// <param name="validationClips">They were fitted on.</param>
    /// <param name="before">As the model came.</param>
    /// <param name="after">The same clips at the temperature.</param>
    /// <param name="options">Draws, level and seed of the intervals; the defaults where null.</param>
    public static CalibrationReport Of(
        IReadOnlyList<double> temperatures, int validationClips, Predictions before, Predictions after,
        BootstrapOptions? options = null)
    {
        var unit = ResampledUnits.For([before]);
        return new(
            temperatures, validationClips, Error(before), Error(after), ProbabilityMetrics.LogLoss(before),
            ProbabilityMetrics.LogLoss(after));

        Interval Error(Predictions predictions) =>
            Bootstrap.Of(predictions, all => Calibration.ExpectedError(all), unit, options);
    }
}
