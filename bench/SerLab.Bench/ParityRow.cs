using System.Text.Json;
using SerLab.Files;

namespace SerLab.Bench;

/// <summary>One golden vector over all signals that have it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Checks">Signal by signal.</param>
internal sealed record ParityRow(string Name, IReadOnlyList<ParityCheck> Checks)
{
    // Estimates are multiples of 0.01, so this only lets them be stored in single precision.
    private const double TuningTolerance = 1e-6;

    private static readonly string[] OtherResamplers =
        ["resample_kaiser_best", "resample_scipy", "resample_polyphase"];

    /// <summary>Those that count: not decided by rounding.</summary>
    public IReadOnlyList<ParityCheck> Compared { get; } = [.. Checks.Where(check => !check.Golden.Unstable)];

    /// <summary>Whether every signal passes.</summary>
    public bool Passes => Checks.Count > 0 && Checks.All(check => check.Passes);

    /// <summary>Every vector of the index that SerLab computes, and the tunings; in the order of our table.</summary>
    public static IReadOnlyList<ParityRow> All(GoldenIndex index)
    {
        var order = ParityFeature.ByName.Keys.ToList();
        var checks = index.Signals.Keys.SelectMany(name => Of(index, name, new ParitySignal(index, name)));
        return [.. checks.GroupBy(check => check.Name, check => check.Check)
            .OrderBy(group => (uint)order.IndexOf(group.Key)) // what is not in the table comes last
            .Select(group => new ParityRow(group.Key, [.. group]))];
    }

    private static IEnumerable<(string Name, ParityCheck Check)> Of(
        GoldenIndex index, string name, ParitySignal signal)
    {
        foreach (var (feature, golden) in index.Signals[name].Features.Where(f => IsCovered(f.Key)))
        {
            if (golden.Raises is null)
            {
                yield return (feature, Compare(feature, name, golden, index.Vector(name, feature), signal));
            }
        }
        var values = index.Signals[name].Values;
        foreach (var (tuning, value) in values.Where(value => value.Value.ValueKind == JsonValueKind.Number))
        {
            if (tuning.StartsWith("tuning_", StringComparison.Ordinal))
            {
                var varies = values.ContainsKey($"{tuning}_varies");
                var golden = new GoldenVector { Shape = [1], Atol = TuningTolerance, Unstable = varies };
                yield return (tuning, Compare(tuning, name, golden, [value.GetSingle()], signal));
            }
        }
    }

    private static bool IsCovered(string feature) => !OtherResamplers.Contains(feature);

    private static ParityCheck Compare(
        string feature, string name, GoldenVector golden, float[] theirs, ParitySignal signal)
    {
        if (!ParityFeature.ByName.TryGetValue(feature, out var ours))
        {
            return new(name, golden, "nothing in SerLab answers to it");
        }
        try
        {
            return ParityCheck.Of(name, golden, theirs, ours.Compute(signal));
        }
        catch (SerLabException failure)
        {
            return new(name, golden, failure.Message);
        }
    }
}
