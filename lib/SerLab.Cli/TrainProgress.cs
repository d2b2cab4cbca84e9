using SerLab.Reports;
using SerLab.Training;

namespace SerLab.Cli;

/// <summary>The lines of a training: one for each kind of features and each training, and one an epoch that stays.</summary>
internal sealed class TrainProgress(Terminal terminal) : IProgress<ExperimentProgress>, IDisposable
{
    private readonly Lock _gate = new();
    private ProgressLine? _line;
    private string _title = "";
    private Epoch? _last;

    public void Report(ExperimentProgress step)
    {
        if (step.Remark is { } remark)
        {
            Line(step.Stage, "recordings").Keep(remark);
        }
        else if (step.Stage == "training")
        {
            Train(step, Line(step.Part == "" ? step.Stage : step.Part, "examples"));
        }
        else
        {
            Line(step.Stage, "recordings").Show(step.Done, step.Total);
        }
    }

    public void Dispose() => _line?.Dispose();

    // The features of several recordings are told by several threads.
    private ProgressLine Line(string title, string unit)
    {
        lock (_gate)
        {
            if (title != _title || _line is null)
            {
                _line?.Dispose();
                (_line, _title, _last) = (terminal.Progress(title, unit), title, null);
            }
            return _line;
        }
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
            line.Show(step.Done, step.Total, TrainingNote.Of(step.Loss, _last));
        }
    }

    private static string Text(string part, Epoch epoch) => (part == "" ? "" : $"{part}, ") +
        FormattableString.Invariant(
            $"epoch {epoch.Number,3}  train loss {epoch.Train.Loss:0.000}  validation loss {epoch.Validation.Loss:0.000}") +
        FormattableString.Invariant(
            $"  UAR {epoch.Validation.Uar:0.0%}  lr {epoch.LearningRate:G4}  {epoch.Seconds:0.0} s");
}
