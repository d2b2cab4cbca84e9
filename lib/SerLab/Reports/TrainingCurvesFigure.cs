using SerLab.Figures;
using SerLab.Training;

namespace SerLab.Reports;

/// <summary>What one epoch of training reached; NaN where nothing was measured.</summary>
/// <param name="Epoch">Counted from 1.</param>
/// <param name="TrainLoss">Mean loss on the training part.</param>
/// <param name="ValidationLoss">Mean loss on the validation part.</param>
/// <param name="TrainUar">UAR on the training part, 0 to 1.</param>
/// <param name="ValidationUar">UAR on the validation part, 0 to 1.</param>
public sealed record EpochPoint(
    int Epoch, double TrainLoss, double ValidationLoss, double TrainUar, double ValidationUar)
{
    /// <summary>What the trainer says of an epoch.</summary>
    public static EpochPoint Of(Epoch epoch) => new(
        epoch.Number, epoch.Train.Loss, epoch.Validation.Loss, epoch.Train.Uar, epoch.Validation.Uar);
}

/// <summary>How training went: loss above UAR over the same epochs, training against validation.</summary>
public static class TrainingCurvesFigure
{
    /// <summary>Draws the curves.</summary>
    /// <param name="title">What was trained.</param>
    /// <param name="epochs">In their order, at least one.</param>
    /// <param name="bestEpoch">The epoch whose weights were kept; marked by a vertical line.</param>
    /// <param name="note">How the data were split.</param>
    /// <param name="isOver">False while epochs are still to come.</param>
    public static Figure Of(
        string title, IReadOnlyList<EpochPoint> epochs, int bestEpoch, string note = "", bool isOver = true)
    {
        var best = epochs.First(epoch => epoch.Epoch == bestEpoch);
        var axis = new Axis("epoch") { Range = (epochs[0].Epoch - 0.5, epochs[^1].Epoch + 0.5) };
        var isLate = bestEpoch > (epochs[0].Epoch + epochs[^1].Epoch) / 2.0;
        return new(title, Finding(best, epochs[^1], isOver))
        {
            Note = note,
            IsLive = !isOver,
            Height = 560,
            Legend = Legend.Top,
            Panels =
            [
                new(axis, new Axis("loss"))
                {
                    Charts = Pair(epochs, epoch => epoch.TrainLoss, epoch => epoch.ValidationLoss, isInLegend: true),
                    Marks = [new VerticalLine(bestEpoch, $"best: epoch {bestEpoch}", isLate)],
                },
                new(axis, PercentAxis.Of("UAR", 1))
                {
                    Charts = Pair(epochs, epoch => epoch.TrainUar, epoch => epoch.ValidationUar, isInLegend: false),
                    Marks = [new VerticalLine(bestEpoch)],
                },
            ],
        };
    }

    private static LineChart[] Pair(
        IReadOnlyList<EpochPoint> epochs, Func<EpochPoint, double> train, Func<EpochPoint, double> validation,
        bool isInLegend)
    {
        double[] x = [.. epochs.Select(epoch => (double)epoch.Epoch)];
        LineChart[] both =
        [
            new("training", x, [.. epochs.Select(train)], Palette.Blue) { IsDotted = true, IsInLegend = isInLegend },
            new("validation", x, [.. epochs.Select(validation)], Palette.Vermilion) { IsInLegend = isInLegend },
        ];
        return [.. both.Where(line => line.Y.Any(double.IsFinite))];
    }

    private static string Finding(EpochPoint best, EpochPoint last, bool isOver) =>
        $"Best at epoch {best.Epoch} of {last.Epoch}: validation UAR {Wording.Percent(best.ValidationUar, 1)}, " +
        $"validation loss {Loss(best.ValidationLoss)}; {(isOver ? "at the end" : "by now")} training loss is " +
        $"{Loss(last.TrainLoss)} and validation loss {Loss(last.ValidationLoss)}.";

    private static string Loss(double loss) => Wording.Text(loss, "0.00");
}
