using System.Text.Json.Serialization;
using SerLab.Evaluation;
using SerLab.Models;

namespace SerLab.Reports.Claims;

/// <summary>A published result: what is said, where, how it was measured, and how SerLab runs it.</summary>
public sealed record Claim
{
    /// <summary>What it is asked for by: <c>P1-ravdess-8</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The project or paper, short: <c>P1</c>, <c>EmoBox</c>.</summary>
    public required string Project { get; init; }

    /// <summary>Where it was published.</summary>
    public required string Source { get; init; }

    /// <summary>What is claimed, one sentence.</summary>
    public required string About { get; init; }

    /// <summary>The corpus it was measured on; null where that is not told.</summary>
    public string? Corpus { get; init; }

    /// <summary>Recordings that were used; null where that is not told.</summary>
    public int? Recordings { get; init; }

    /// <summary>Emotions that were left out.</summary>
    public IReadOnlyList<string> Drops { get; init; } = [];

    /// <summary>How it was measured, as published.</summary>
    public required string Protocol { get; init; }

    /// <summary>The numbers over all classes; a run is judged by the first.</summary>
    public IReadOnlyList<ClaimedNumber> Numbers { get; init; } = [];

    /// <summary>The classes, in the order of the lists below; empty where nothing is told of classes.</summary>
    public IReadOnlyList<string> Classes { get; init; } = [];

    /// <summary>Test clips of each class.</summary>
    public IReadOnlyList<int> Supports { get; init; } = [];

    /// <summary>F1 of each class in percent.</summary>
    public IReadOnlyList<decimal> F1 { get; init; } = [];

    /// <summary>Share of each class that was recognised, in percent.</summary>
    public IReadOnlyList<decimal> Recall { get; init; } = [];

    /// <summary>The published confusion matrix [truth][taken for] in percent of each row.</summary>
    public IReadOnlyList<IReadOnlyList<decimal>> Confusion { get; init; } = [];

    /// <summary>The protocol as SerLab runs it; null where it cannot.</summary>
    public ExperimentOptions? Recipe { get; init; }

    /// <summary>The networks that are compared, each with the rest of the recipe; empty for its own alone.</summary>
    public IReadOnlyList<Architecture> Models { get; init; } = [];

    /// <summary>Those of <see cref="Models"/> that are said to be better than all others.</summary>
    public IReadOnlyList<string> Better { get; init; } = [];

    /// <summary>Why it cannot be run as it was published; null where it can, given the corpus.</summary>
    public string? Cannot { get; init; }

    /// <summary>In what the run differs from what was published, a sentence each.</summary>
    public IReadOnlyList<string> Differs { get; init; } = [];

    /// <summary>What an audit of the published text says, a sentence each.</summary>
    public IReadOnlyList<string> Audit { get; init; } = [];

    /// <summary>The number by which a run is judged; null where none is.</summary>
    [JsonIgnore]
    public ClaimedNumber? Main => Recipe is null || Numbers.Count == 0 ? null : Numbers[0];

    /// <summary>The published numbers as a table that can be checked; null where the claim has no classes.</summary>
    [JsonIgnore]
    public PublishedTable? Table => Classes.Count == 0 ? null : new PublishedTable
    {
        Title = Id,
        Source = Source,
        Scale = TableScale.Percent,
        Classes = [.. Classes.Select((name, i) => new PublishedClass(name)
        {
            Support = At(Supports, i), Recall = At(Recall, i), F1 = At(F1, i),
        })],
        Total = Supports.Count > 0 ? Supports.Sum() : null,
        Accuracy = Percent("accuracy"),
        WeightedF1 = Percent("weightedF1"),
        Confusion = Confusion.Count > 0 ? Confusion : null,
    };

    // Several models' numbers belong to no one table.
    private decimal? Percent(string metric) => Numbers.FirstOrDefault(
        number => number is { Unit: ClaimUnit.Percent, Model: null } && number.Metric == metric)?.Value;

    private static T? At<T>(IReadOnlyList<T> list, int index)
        where T : struct => index < list.Count ? list[index] : null;
}
