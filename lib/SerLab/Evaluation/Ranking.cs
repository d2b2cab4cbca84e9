using System.Text.Json.Serialization;

namespace SerLab.Evaluation;

/// <summary>A model's answers, to be held against others'.</summary>
/// <param name="Name">What the ranking calls it.</param>
/// <param name="Predictions">Its answers on the test part; several a clip where several seeds answered it.</param>
public sealed record Contender(string Name, Predictions Predictions);

/// <summary>A line of the ranking.</summary>
/// <param name="Index">Which of the contenders given it is, from 0.</param>
/// <param name="Name">What the ranking calls it.</param>
/// <param name="Accuracy">0..1, with interval.</param>
/// <param name="Uar">0..1, with interval.</param>
/// <param name="MacroF1">0..1.</param>
/// <param name="TestClips">How many clips were tested.</param>
/// <param name="TestSpeakers">How many speakers they come from.</param>
/// <param name="ToBest">Its UAR minus the best one's, 1 is 100 points, with interval; null for the best itself.</param>
/// <param name="IsPaired">Both were tested on the same clips, and the interval of the difference uses that.</param>
/// <param name="PValue">
/// Of the difference to the best, by <see cref="PermutationTest"/>, corrected for the number of models
/// (<see cref="Holm"/>); null for the best itself, where the two were not tested on the same clips, and where whole
/// speakers would be exchanged but are fewer than 10: p could then not be small enough.
/// </param>
public sealed record Ranked(
    [property: JsonIgnore] int Index, string Name, Interval Accuracy, Interval Uar, double MacroF1, int TestClips,
    int TestSpeakers, Interval? ToBest, bool IsPaired, double? PValue)
{
    private const double Level = 0.05;

    /// <summary>
    /// The difference to the best is not more than noise: its interval holds 0, or its corrected p is 0.05 and above.
    /// </summary>
    public bool IsNoise => ToBest is { ExcludesZero: false } || PValue >= Level;

    /// <summary>
    /// The smallest difference to the best that this test set can show (<see cref="SmallestDifference.OfPair"/>), 1 is
    /// 100 points; null for the best itself.
    /// </summary>
    public double? SmallestShown => ToBest is null ? null : SmallestDifference.OfPair(ToBest);
}

/// <summary>Models by their UAR, each with its distance to the best.</summary>
/// <param name="Rows">The best first; the higher accuracy, then the order given, decides between equals.</param>
/// <param name="Unit">
/// What the intervals draw: speakers where every test part has 5 and more, else clips, which says nothing of others.
/// </param>
public sealed record Ranking(IReadOnlyList<Ranked> Rows, ResampledUnit Unit)
{
    private const int SpeakersToTest = 10;

    /// <summary>Measures every model and its difference to the best.</summary>
    /// <param name="contenders">Two and more, with the same labels.</param>
    /// <param name="options">Draws, level and seed of the intervals; the defaults where null.</param>
    /// <exception cref="ArgumentException">Fewer than two, or labels that differ.</exception>
    public static Ranking Of(IReadOnlyList<Contender> contenders, BootstrapOptions? options = null)
    {
        if (contenders.Count < 2
            || contenders.Any(c => !c.Predictions.Labels.SequenceEqual(contenders[0].Predictions.Labels)))
        {
            throw new ArgumentException("A ranking needs two models of the same labels.", nameof(contenders));
        }

        var unit = ResampledUnits.For(contenders.Select(contender => contender.Predictions));
        Ranked[] rows =
        [
            .. contenders.Select((c, index) => Measured(c, index, unit, options))
                .OrderByDescending(row => row.Uar.Value).ThenByDescending(row => row.Accuracy.Value),
        ];
        var best = contenders[rows[0].Index].Predictions;
        var others = rows.Skip(1)
            .Select(row => Against(best, row, contenders[row.Index].Predictions, unit, options));
        return new Ranking([rows[0], .. Corrected([.. others])], unit);
    }

    private static IEnumerable<Ranked> Corrected(Ranked[] rows)
    {
        var tested = rows.Where(row => row.PValue is not null).ToArray();
        var corrected = Holm.Adjust([.. tested.Select(row => row.PValue!.Value)]).Zip(tested)
            .ToDictionary(pair => pair.Second.Index, pair => pair.First);
        return rows.Select(row => corrected.TryGetValue(row.Index, out var p) ? row with { PValue = p } : row);
    }

    private static Ranked Measured(Contender contender, int index, ResampledUnit unit, BootstrapOptions? options)
    {
        var predictions = contender.Predictions;
        return new Ranked(
            index, contender.Name,
            Bootstrap.Of(predictions, Metrics.Accuracy, unit, options),
            Bootstrap.Of(predictions, Metrics.Uar, unit, options),
            Metrics.MacroF1(ConfusionMatrix.Of(predictions)),
            predictions.Rows.Select(row => row.File).Distinct(StringComparer.Ordinal).Count(),
            predictions.Speakers.Count, ToBest: null, IsPaired: true, PValue: null);
    }

    private static Ranked Against(
        Predictions best, Ranked row, Predictions own, ResampledUnit unit, BootstrapOptions? options)
    {
        var isPaired = own.SharesClipsWith(best);
        var toBest = isPaired
            ? Bootstrap.PairedDifference(own, best, Metrics.Uar, unit, options)
            : Bootstrap.Difference(own, best, Metrics.Uar, unit, options);
        var canTest = isPaired && (unit == ResampledUnit.Clips || best.Speakers.Count >= SpeakersToTest);
        double? p = canTest ? PermutationTest.PValue(own, best, Metrics.Uar, unit, options) : null;
        return row with { ToBest = toBest, IsPaired = isPaired, PValue = p };
    }
}
