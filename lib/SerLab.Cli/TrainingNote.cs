using System.Globalization;
using SerLab.Training;

namespace SerLab.Cli;

/// <summary>What a training's bar says behind the time left: <c>loss 1.234, UAR 45.6 %</c>.</summary>
internal static class TrainingNote
{
    /// <summary>What is known; empty before anything is.</summary>
    /// <param name="loss">Mean training loss of the epoch that runs; that of the last epoch where NaN.</param>
    /// <param name="last">The last epoch that ended, whose validation UAR is said; null before the first has.</param>
    public static string Of(double loss, Epoch? last) =>
        string.Join(", ", Parts(double.IsNaN(loss) ? last?.Train.Loss : loss, last));

    private static IEnumerable<string> Parts(double? loss, Epoch? last)
    {
        if (loss is { } nats)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"loss {nats:0.000}");
        }
        if (last is { Validation.Uar: var uar } && !double.IsNaN(uar))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"UAR {100 * uar:0.0} %");
        }
    }
}
