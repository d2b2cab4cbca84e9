using System.Text.Json.Serialization;

namespace SerLab.Evaluation;

/// <summary>What the scores of a published table are written in.</summary>
public enum TableScale
{
    /// <summary>
    /// Seen from the numbers: a column (or a single score) with a value above 1 is in percent, else in shares.
    /// </summary>
    Detect,

    /// <summary>0 to 100.</summary>
    Percent,

    /// <summary>0 to 1.</summary>
    Share,
}

/// <summary>How the authors shortened their numbers.</summary>
public enum TableRounding
{
    /// <summary>Not known: to the nearest (ties either way) or cut off after the last digit.</summary>
    Any,

    /// <summary>To the nearest; ties up, down or to the even digit.</summary>
    Nearest,
}

/// <summary>
/// A table of results as somebody published it; whatever it does not say is null. Scores are decimals because these
/// remember how they were written: <c>84.00</c> says more than <c>84</c>.
/// </summary>
public sealed record PublishedTable
{
    /// <summary>What the table is called.</summary>
    public string? Title { get; init; }

    /// <summary>Where it was published.</summary>
    public string? Source { get; init; }

    /// <summary>Percent or shares.</summary>
    public TableScale Scale { get; init; }

    /// <summary>What a last digit can stand for.</summary>
    public TableRounding Rounding { get; init; }

    /// <summary>The classes, in the order of the table (and of <see cref="Confusion"/>).</summary>
    public IReadOnlyList<PublishedClass> Classes { get; init; } = [];

    /// <summary>Test clips in all.</summary>
    public int? Total { get; init; }

    /// <summary>
    /// Share of the corpus that was tested, above 0 to 1. Supports that are not told follow from it and the classes'
    /// counts, drawn stratified: one side or the other of <c>count · share</c>.
    /// </summary>
    public decimal? TestShare { get; init; }

    /// <summary>Share of the test clips that were recognised.</summary>
    public decimal? Accuracy { get; init; }

    /// <summary>Unweighted average recall, also called balanced accuracy.</summary>
    public decimal? Uar { get; init; }

    /// <summary>Plain mean of the classes' precisions.</summary>
    public decimal? MacroPrecision { get; init; }

    /// <summary>Plain mean of the classes' recalls; the same as <see cref="Uar"/>.</summary>
    public decimal? MacroRecall { get; init; }

    /// <summary>Plain mean of the classes' F1.</summary>
    public decimal? MacroF1 { get; init; }

    /// <summary>Mean of the classes' precisions, each counting by its support.</summary>
    public decimal? WeightedPrecision { get; init; }

    /// <summary>Mean of the classes' recalls, each counting by its support; the same as the accuracy.</summary>
    public decimal? WeightedRecall { get; init; }

    /// <summary>Mean of the classes' F1, each counting by its support.</summary>
    public decimal? WeightedF1 { get; init; }

    /// <summary>
    /// The confusion matrix [true class][predicted class]: counts, or shares of each row where a cell has decimals or
    /// where all rows come to 100 and the supports do not.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<decimal>>? Confusion { get; init; }

    /// <summary>The classes have supports, each one.</summary>
    [JsonIgnore]
    public bool HasSupports => Classes.Count > 0 && Classes.All(c => c.Support is not null);
}

/// <summary>A line of a published table: one class.</summary>
/// <param name="Name">The class.</param>
public sealed record PublishedClass(string Name)
{
    /// <summary>Test clips that truly are of the class.</summary>
    public int? Support { get; init; }

    /// <summary>Clips of the class in the whole corpus, where the support is not told.</summary>
    public int? Count { get; init; }

    /// <summary>Share of its test clips that were recognised; many tables call it the class's accuracy.</summary>
    public decimal? Recall { get; init; }

    /// <summary>Share of the clips taken for it that are of it.</summary>
    public decimal? Precision { get; init; }

    /// <summary>Harmonic mean of precision and recall.</summary>
    public decimal? F1 { get; init; }
}
