using SerLab.Reports;
using SerLab.Training;

namespace SerLab.Cli;

/// <summary>The lines of a training: one for the features, one for each training, and one an epoch that stays.</summary>
internal sealed class TrainProgress(Terminal terminal) : IProgress<ExperimentProgress>, IDisposable
{
    private readonly ProgressLine _features = terminal.Progress("features", "recordings");
    private ProgressLine? _training;
    private string? _part;
    private Epoch? _last;

    public void Report(ExperimentProgress step)
    {
        if (step.Remark is { } remark)
        {
            _features.Keep(remark);
        }
        else if (step.Stage == "features")
        {
            _features.Show(step.Done, step.Total);
        }
        else
        {
            Train(step, Line(step.Part));
        }
    }

    public void Dispose()
    {
        _features.Dispose();
        _training?.Dispose();
    }

    private ProgressLine Line(string part)
    {
        if (part != _part || _training is null)
        {
            _training?.Dispose();
            (_training, _part, _last) = (terminal.Progress(part == "" ? "training" : part, "examples"), part, null);
        }
        return _training;
    }

    private void Train(ExperimentProgress step, ProgressLine line)
    {
        if (step.Epoch is { } epoch)
        {
            _last = epoch;
            line.Keep(Text(step.Part, epoch));
        }
        else if (line.Moves) // elsewhere the epochs' own lines are enough
        {
            line.Show(step.Done, step.Total, Note(step.Loss, _last));
        }
    }

    private static string Note(double loss, Epoch? last) => FormattableString.Invariant($"loss {loss:0.000}") +
        (last is null ? "" : FormattableString.Invariant($", UAR {last.Validation.Uar:0.0%}"));

    private static string Text(string part, Epoch epoch) => (part == "" ? "" : $"{part}, ") +
        FormattableString.Invariant(
            $"epoch {epoch.Number,3}  train loss {epoch.Train.Loss:0.000}  validation loss {epoch.Validation.Loss:0.000}") +
        FormattableString.Invariant(
            $"  UAR {epoch.Validation.Uar:0.0%}  lr {epoch.LearningRate:G4}  {epoch.Seconds:0.0} s");
}
