using SerLab.Figures;
using SerLab.Training;

namespace SerLab.Reports;

/// <summary>
/// The curves of a training while it runs: each figure shows all epochs so far, and the last one all there were. It is
/// drawn on the thread that trains, after the first epoch and then with a second's pause at least.
/// </summary>
/// <param name="title">What is trained.</param>
/// <param name="show">Takes each figure in place of the one before.</param>
/// <param name="clock">Measures the pause.</param>
public sealed class LiveCurves(string title, Action<Figure> show, TimeProvider clock)
    : IProgress<ExperimentProgress>, IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly List<Epoch> _epochs = [];
    private long? _drawnAt;
    private bool _isBehind;

    /// <summary>
    /// Takes an epoch where there is one. A number that does not go on from the last begins the curves of the next
    /// training, such as another fold.
    /// </summary>
    public void Report(ExperimentProgress value)
    {
        if (value.Epoch is { } epoch)
        {
            if (_epochs.Count > 0 && epoch.Number <= _epochs[^1].Number)
            {
                _epochs.Clear();
            }
            _epochs.Add(epoch);
            _isBehind = true;
        }
        if (_drawnAt is not { } before || clock.GetElapsedTime(before) >= Pause)
        {
            Draw();
        }
    }

    /// <summary>Shows what has not been shown yet.</summary>
    public void Dispose() => Draw();

    private void Draw()
    {
        if (!_isBehind)
        {
            return;
        }
        var best = _epochs.MaxBy(epoch => (epoch.Validation.Uar, -epoch.Validation.Loss))!;
        show(TrainingCurvesFigure.Of(
            title, [.. _epochs.Select(EpochPoint.Of)], best.Number, $"epoch {_epochs[^1].Number}, still training",
            isOver: false));
        (_drawnAt, _isBehind) = (clock.GetTimestamp(), false);
    }
}
