using SerLab.Corpora;

namespace SerLab.Evaluation;

/// <summary>A model's scores by speaker, sex, intensity and phrase.</summary>
public static class Groups
{
    /// <summary>A group of fewer clips is small: its score says little, and it is never named as the worst.</summary>
    public const int FewClips = 30;

    private static readonly (string By, Func<Utterance, string?> Of)[] Keys =
    [
        ("speaker", utterance => utterance.Speaker),
        ("sex", utterance => utterance.Sex?.ToString().ToLowerInvariant()),
        ("intensity", utterance => utterance.Intensity),
        ("phrase", utterance => utterance.Phrase),
    ];

    /// <summary>
    /// Scores each group, by each of the four that the corpus tells and that parts the clips in two groups at least; in
    /// ordinal order of names. Clips of which it is not told are left out there.
    /// </summary>
    /// <param name="predictions">The test part; a clip may be answered more than once.</param>
    /// <param name="utterances">What is known of its recordings; more of them do not matter.</param>
    /// <param name="options">Draws, level and seed of the intervals; the defaults where null.</param>
    /// <exception cref="ArgumentException">A recording was answered of which nothing is known.</exception>
    public static IReadOnlyList<GroupScore> Of(
        Predictions predictions, IEnumerable<Utterance> utterances, BootstrapOptions? options = null)
    {
        var known = utterances.DistinctBy(u => u.File, StringComparer.Ordinal)
            .ToDictionary(u => u.File, StringComparer.Ordinal);
        if (predictions.Rows.FirstOrDefault(row => !known.ContainsKey(row.File)) is { } strange)
        {
            throw new ArgumentException($"Nothing is known of {strange.File}.", nameof(utterances));
        }

        return [.. Keys.SelectMany(key => By(predictions, key.By, row => key.Of(known[row.File]), options ?? new()))];
    }

    /// <summary>The group with the lowest UAR that is not small; null where there are not two such groups.</summary>
    /// <param name="groups">Of one kind.</param>
    public static GroupScore? Worst(IEnumerable<GroupScore> groups)
    {
        GroupScore[] large = [.. groups.Where(group => !group.IsSmall)];
        return large.Length < 2 ? null : large.MinBy(group => group.Uar);
    }

    private static IEnumerable<GroupScore> By(
        Predictions predictions, string by, Func<Prediction, string?> nameOf, BootstrapOptions options)
    {
        (string Name, Predictions Rows)[] groups =
        [
            .. predictions.Rows.GroupBy(nameOf).Where(group => !string.IsNullOrEmpty(group.Key))
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => (group.Key!, new Predictions(predictions.Labels, [.. group]))),
        ];
        var uar = Metrics.Uar(ConfusionMatrix.Of(predictions));
        var large = groups.Count(group => group.Rows.Rows.Count >= FewClips);
        return groups.Length < 2 ? [] : groups.Select(group => Score(by, group.Name, group.Rows, uar, large, options));
    }

    private static GroupScore Score(
        string by, string name, Predictions rows, double uarOfAll, int large, BootstrapOptions options)
    {
        var isSmall = rows.Rows.Count < FewClips;
        var accuracy = Bootstrap.Of(rows, Metrics.Accuracy, ResampledUnit.Clips, options);
        var uar = Bootstrap.Of(rows, Metrics.Uar, ResampledUnit.Clips, options);
        return new(
            by, name, rows.Rows.Count, rows.Speakers.Count, rows.Rows.Select(row => row.Truth).Distinct().Count(),
            accuracy.Value, accuracy.Low, accuracy.High, uar.Value, uar.Low, uar.High, isSmall,
            !isSmall && IsBelow(rows, uarOfAll, large, options));
    }

    private static bool IsBelow(Predictions rows, double uarOfAll, int groups, BootstrapOptions options)
    {
        var corrected = options with { Level = 1 - ((1 - options.Level) / groups) };
        return Bootstrap.Of(rows, Metrics.Uar, ResampledUnit.Clips, corrected).High < uarOfAll;
    }
}
