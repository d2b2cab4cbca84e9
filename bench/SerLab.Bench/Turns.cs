using System.Diagnostics;
using System.Globalization;

namespace SerLab.Bench;

/// <summary>
/// Two ways of the same work taking turns, so that a machine whose speed drifts is fair to both; medians are told.
/// </summary>
/// <param name="First">Seconds of the first.</param>
/// <param name="Second">Seconds of the second.</param>
/// <param name="Ratio">How many times longer the second takes.</param>
internal sealed record Turns(double First, double Second, double Ratio)
{
    private const double ShortestSeconds = 0.3, PatienceSeconds = 20;
    private const int Fewest = 3, Most = 15;

    /// <summary>Measures the one, the other, the one, the other, …; less often where that takes long.</summary>
    public static Turns Of(Func<double> first, Func<double> second)
    {
        var (watch, pairs) = (Stopwatch.StartNew(), new List<(double First, double Second)>());
        while (pairs.Count < Fewest || (pairs.Count < Most && watch.Elapsed.TotalSeconds < PatienceSeconds))
        {
            pairs.Add((first(), second()));
        }
        return new(
            Median(pairs.Select(pair => pair.First)), Median(pairs.Select(pair => pair.Second)),
            Median(pairs.Select(pair => pair.Second / pair.First)));
    }

    /// <summary>Seconds that the work takes; repeated while that is too short to measure.</summary>
    public static double Seconds(Action work)
    {
        var (watch, rounds) = (Stopwatch.StartNew(), 0);
        while (watch.Elapsed.TotalSeconds < ShortestSeconds)
        {
            work();
            rounds++;
        }
        return watch.Elapsed.TotalSeconds / rounds;
    }

    /// <summary>Seconds that a peer says.</summary>
    public static double Seconds(Peer peer, string line) => double.Parse(peer.Ask(line), CultureInfo.InvariantCulture);

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[sorted.Length / 2] + sorted[(sorted.Length - 1) / 2]) / 2;
    }
}
