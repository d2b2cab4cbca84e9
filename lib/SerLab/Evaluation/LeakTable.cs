namespace SerLab.Evaluation;

/// <summary>The test result of one split.</summary>
/// <param name="Name">What the table calls it: <c>random split</c>, <c>unseen speakers</c>.</param>
/// <param name="Description">The plan's description.</param>
/// <param name="Predictions">The model's answers on the test part.</param>
public sealed record SplitResult(string Name, string Description, Predictions Predictions);

/// <summary>A line of the leak table.</summary>
/// <param name="Name">What the table calls the split.</param>
/// <param name="Description">The plan's description.</param>
/// <param name="Accuracy">0..1, with interval.</param>
/// <param name="Uar">0..1, with interval.</param>
/// <param name="TestClips">How many clips were tested.</param>
/// <param name="TestSpeakers">How many speakers they come from.</param>
public sealed record LeakRow(
    string Name, string Description, Interval Accuracy, Interval Uar, int TestClips, int TestSpeakers);

/// <summary>What a split says more than the honest one.</summary>
/// <param name="Name">The split that says more.</param>
/// <param name="Accuracy">Difference of the shares, 1 is 100 points, with interval.</param>
/// <param name="Uar">Difference of the shares, 1 is 100 points, with interval.</param>
public sealed record Leak(string Name, Interval Accuracy, Interval Uar);

/// <summary>One recipe under several splits, and what each is worth less when the speakers are unseen.</summary>
/// <param name="Rows">The splits; the last one is the honest one.</param>
/// <param name="Leaks">A line for each other split: it minus the honest one.</param>
/// <param name="Unit">
/// What the intervals draw: speakers where every split tests 5 and more, else clips, which says nothing of others.
/// </param>
public sealed record LeakTable(IReadOnlyList<LeakRow> Rows, IReadOnlyList<Leak> Leaks, ResampledUnit Unit)
{
    /// <summary>Measures every split and its distance to the last.</summary>
    /// <param name="results">Two and more; the honest one last.</param>
    /// <param name="options">Draws, level and seed of the intervals; the defaults where null.</param>
    /// <exception cref="ArgumentException">Fewer than two results.</exception>
    public static LeakTable Of(IReadOnlyList<SplitResult> results, BootstrapOptions? options = null)
    {
        if (results.Count < 2)
        {
            throw new ArgumentException("A leak is a difference: it needs two splits.", nameof(results));
        }

        var unit = ResampledUnits.For(results.Select(result => result.Predictions));
        return new LeakTable(
            [.. results.Select(r => RowOf(r, unit, options))],
            [.. results.SkipLast(1).Select(r => LeakOf(r, results[^1], unit, options))],
            unit);
    }

    /// <summary>The table as aligned plain text, ending in a line end.</summary>
    public string ToText() => LeakTableText.Render(this);

    private static LeakRow RowOf(SplitResult result, ResampledUnit unit, BootstrapOptions? options) => new(
        result.Name, result.Description,
        Bootstrap.Of(result.Predictions, Metrics.Accuracy, unit, options),
        Bootstrap.Of(result.Predictions, Metrics.Uar, unit, options),
        result.Predictions.Rows.Count, result.Predictions.Speakers.Count);

    private static Leak LeakOf(
        SplitResult leaky, SplitResult honest, ResampledUnit unit, BootstrapOptions? options) => new(
        leaky.Name,
        Bootstrap.Difference(leaky.Predictions, honest.Predictions, Metrics.Accuracy, unit, options),
        Bootstrap.Difference(leaky.Predictions, honest.Predictions, Metrics.Uar, unit, options));
}
