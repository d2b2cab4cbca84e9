using SerLab.Evaluation;

namespace SerLab.Reports.Claims;

/// <summary>Whether networks are better than others: each of these against each of those on the same clips.</summary>
/// <param name="Pairs">How many there are.</param>
/// <param name="Failed">Those in which the better one is not better by more than noise: <c>mlp over lstm</c>.</param>
public sealed record PairJudge(int Pairs, IReadOnlyList<string> Failed)
{
    private const int EnoughSpeakers = 5;

    /// <summary>Every pair holds.</summary>
    public bool Holds => Failed.Count == 0;

    /// <summary>Judges the order that a claim states, by UAR; the 95 % interval of each difference decides.</summary>
    /// <param name="claim">Says which are better.</param>
    /// <param name="runs">A run for each of its models, in its order, all tested on the same clips.</param>
    public static PairJudge Of(Claim claim, IReadOnlyList<Run> runs)
    {
        var better = runs.Where(run => claim.Better.Contains(RunSettings.ModelOf(run))).ToArray();
        var pairs = better.SelectMany(_ => runs.Except(better), (one, other) => (One: one, Other: other)).ToArray();
        return new PairJudge(pairs.Length,
        [
            .. pairs.Where(pair => !IsBetter(pair.One, pair.Other))
                .Select(pair => $"{RunSettings.ModelOf(pair.One)} over {RunSettings.ModelOf(pair.Other)}"),
        ]);
    }

    /// <summary>Speakers where both test enough of them, else clips.</summary>
    internal static ResampledUnit UnitOf(Run one, Run other) =>
        new[] { one, other }.All(run => run.Predictions.Speakers.Count >= EnoughSpeakers)
            ? ResampledUnit.Speakers : ResampledUnit.Clips;

    private static bool IsBetter(Run one, Run other) => Bootstrap.PairedDifference(
        one.Predictions, other.Predictions, Metrics.Uar, UnitOf(one, other)).Low > 0;
}
