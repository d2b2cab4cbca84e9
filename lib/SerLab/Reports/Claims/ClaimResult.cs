using System.Text.Json.Serialization;
using SerLab.Evaluation;

namespace SerLab.Reports.Claims;

/// <summary>A claim with what running it showed.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Sentence">The verdict with its numbers, or why the claim was not run.</param>
public sealed record ClaimResult([property: JsonIgnore] Claim Claim, Verdict Verdict, string Sentence)
{
    /// <summary>The claim's id.</summary>
    public string Id => Claim.Id;

    /// <summary>How it was run; null where it was not.</summary>
    public ClaimTrial? Trial { get; init; }

    /// <summary>Under the published protocol; null where it was not run or compares models.</summary>
    public ClaimScore? Published { get; init; }

    /// <summary>The same recipe on unseen speakers; null likewise.</summary>
    public ClaimScore? Honest { get; init; }

    /// <summary>The published protocol's score minus the honest one, 1 is 100 points; null likewise.</summary>
    public Interval? Leak { get; init; }

    /// <summary>The networks that it compares, in the order of the claim; empty where it compares none.</summary>
    public IReadOnlyList<ClaimModel> Models { get; init; } = [];

    /// <summary>In what the run differs from what was published, a sentence each.</summary>
    public IReadOnlyList<string> Differs { get; init; } = [];

    /// <summary>What it is judged by, in words.</summary>
    public string Metric => ClaimMetric.Words(Claim.Main?.Metric ?? ClaimMetric.Default);

    /// <summary>How long all its trainings took.</summary>
    public double Seconds => Scores.Sum(score => score.Seconds);

    /// <summary>All ways of all networks.</summary>
    [JsonIgnore]
    public IEnumerable<ClaimScore> Scores =>
    [
        .. new[] { Published, Honest }.OfType<ClaimScore>(),
        .. Models.SelectMany(model => new[] { model.Published, model.Honest }),
    ];

    /// <summary>What the published numbers say of each other; null where the claim has no table.</summary>
    public TableCheck? Arithmetic => Claim.Table is { } table ? TableCheck.Of(table) : null;

    /// <summary>A claim that is not run.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="why">The reason, one sentence.</param>
    public static ClaimResult NotRun(Claim claim, string why) => new(claim, Verdict.CannotBeRun, why);
}
