using SerLab.Figures;
using SerLab.Training;

namespace SerLab.Reports;

/// <summary>
/// The curves of a training while it runs: each figure shows all epochs so far, and the last one all there were. It is
/// drawn on the thread that trains, after the first epoch and then with a second's pause at least. Of several trainings
/// each begins its own curves.
/// </summary>
/// <param name="title">What is trained.</param>
/// <param name="show">Takes each figure in place of the one before.</param>
/// <param name="clock">Measures the pause.</param>
public sealed class LiveCurves(string title, Action<Figure> show, TimeProvider clock)
    : IProgress<ExperimentProgress>, IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly List<Epoch> _epochs = [];
    private string _part = "";
    private long? _drawnAt;
    private bool _isBehind;

    /// <summary>The score that decides which epoch is marked as the best.</summary>
    public Watched Watch { get; init; } = Watched.Uar;

    /// <summary>Takes an epoch where there is one.</summary>
    public void Report(ExperimentProgress value)
    {
        if (value.Epoch is { } epoch)
        {
            Add(epoch, value.Part);
        }
        if (_drawnAt is not { } before || clock.GetElapsedTime(before) >= Pause)
        {
            Draw();
        }
    }

    /// <summary>Shows what has not been shown yet.</summary>
    public void Dispose() => Draw();

    private void Add(Epoch epoch, string part)
    {
        if (part != _part || (_epochs.Count > 0 && epoch.Number <= _epochs[^1].Number))
        {
            _epochs.Clear();
        }
        _epochs.Add(epoch);
        (_part, _isBehind) = (part, true);
    }

    private void Draw()
    {
        if (!_isBehind)
        {
            return;
        }
        var part = _part.Length > 0 ? $"{_part}, " : "";
        show(TrainingCurvesFigure.Of(
            title, [.. _epochs.Select(EpochPoint.Of)], _epochs.Best(Watch).Number,
            $"{part}epoch {_epochs[^1].Number}, still training", isOver: false));
        (_drawnAt, _isBehind) = (clock.GetTimestamp(), false);
    }
}
