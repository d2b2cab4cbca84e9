using SerLab.Evaluation;

namespace SerLab.Tests.Evaluation;

/// <summary>A random confusion matrix, and the table that somebody would publish of it.</summary>
internal sealed class MadeTable
{
    private static readonly Func<decimal, decimal>[] Roundings =
    [
        value => Math.Round(value, MidpointRounding.AwayFromZero), value => Math.Round(value, MidpointRounding.ToEven),
        decimal.Truncate, value => decimal.Ceiling(value - 0.5m),
    ];

    private readonly Random _random;
    private readonly ConfusionMatrix _matrix;
    private readonly Func<decimal, decimal> _rounding;
    private readonly int _decimals, _unit;

    public MadeTable(int seed)
    {
        _random = new Random(seed);
        var classes = _random.Next(2, 9);
        var (truth, predicted) = (new List<int>(), new List<int>());
        var skill = _random.NextDouble();
        for (var c = 0; c < classes; c++)
        {
            var support = _random.Next(1, 90);
            truth.AddRange(Enumerable.Repeat(c, support));
            predicted.AddRange(Enumerable.Range(0, support).Select(_ =>
                _random.NextDouble() < skill ? c : _random.Next(classes)));
        }
        string[] labels = [.. Enumerable.Range(0, classes).Select(c => $"class {c}")];
        _matrix = ConfusionMatrix.Of(labels, [.. truth], [.. predicted]);
        _unit = _random.Next(2) == 0 ? 100 : 1;
        _decimals = _random.Next(_unit == 1 ? 2 : 0, _unit == 1 ? 5 : 3);
        _rounding = Roundings[_random.Next(Roundings.Length)];
    }

    public override string ToString() =>
        $"{_matrix.Classes} classes, {_matrix.Total} clips, unit {_unit}, {_decimals} decimals";

    /// <summary>Everything, and in a third of the cases the matrix too, as counts or as shares.</summary>
    public PublishedTable Table()
    {
        var report = ClassificationReport.Of(_matrix);
        return new PublishedTable
        {
            Scale = _unit == 100 ? TableScale.Percent : TableScale.Share,
            Classes =
            [
                .. Enumerable.Range(0, _matrix.Classes).Select(c => new PublishedClass(_matrix.Labels[c])
                {
                    Support = _matrix.Support(c),
                    Recall = Written(_matrix[c, c], _matrix.Support(c)),
                    Precision = Written(_matrix[c, c], _matrix.Predicted(c)),
                    F1 = Written(2 * _matrix[c, c], _matrix.Predicted(c) + _matrix.Support(c)),
                }),
            ],
            Total = _matrix.Total,
            Accuracy = Written(_matrix.Hits(), _matrix.Total),
            Uar = Written(Mean(c => Share(_matrix[c, c], _matrix.Support(c)))),
            MacroRecall = Written(Mean(c => Share(_matrix[c, c], _matrix.Support(c)))),
            MacroPrecision = Written(Mean(c => Share(_matrix[c, c], _matrix.Predicted(c)))),
            MacroF1 = Written(Mean(F1)),
            WeightedRecall = Written(_matrix.Hits(), _matrix.Total),
            WeightedPrecision = Written(Weighted(c => Share(_matrix[c, c], _matrix.Predicted(c)))),
            WeightedF1 = Written(Weighted(F1)),
            Confusion = Confusion(),
        };
    }

    /// <summary>Each number is left out with one chance in two.</summary>
    public PublishedTable Thinned()
    {
        var table = Table();
        var hasSupports = _random.Next(2) == 0;
        return table with
        {
            Classes =
            [
                .. table.Classes.Select(c => c with
                {
                    Support = hasSupports ? c.Support : null, Recall = Some(c.Recall), Precision = Some(c.Precision),
                    F1 = Some(c.F1),
                }),
            ],
            Total = _random.Next(2) == 0 ? table.Total : null,
            Accuracy = Some(table.Accuracy), Uar = Some(table.Uar), MacroRecall = Some(table.MacroRecall),
            MacroPrecision = Some(table.MacroPrecision), MacroF1 = Some(table.MacroF1),
            WeightedRecall = Some(table.WeightedRecall), WeightedPrecision = Some(table.WeightedPrecision),
            WeightedF1 = Some(table.WeightedF1),
        };
    }

    /// <summary>One score of the table is another, by at least three of its last digits.</summary>
    public PublishedTable WithOneError()
    {
        var table = Table() with { Confusion = null };
        var place = _random.Next(table.Classes.Count);
        PublishedClass one = table.Classes[place], wrong = _random.Next(3) switch
        {
            0 => one with { Recall = Other(one.Recall!.Value) },
            1 => one with { Precision = Other(one.Precision!.Value) },
            _ => one with { F1 = Other(one.F1!.Value) },
        };
        return _random.Next(6) switch
        {
            0 => table with { Accuracy = Other(table.Accuracy!.Value) },
            1 => table with { MacroF1 = Other(table.MacroF1!.Value) },
            2 => table with { WeightedF1 = Other(table.WeightedF1!.Value) },
            _ => table with { Classes = [.. table.Classes.Select((c, i) => i == place ? wrong : c)] },
        };
    }

    /// <summary>Only what P1 published: supports, recalls, F1, accuracy, weighted F1.</summary>
    public static PublishedTable AsP1(PublishedTable table) => new()
    {
        Scale = table.Scale, Accuracy = table.Accuracy, WeightedF1 = table.WeightedF1,
        Classes = [.. table.Classes.Select(c => c with { Precision = null })],
    };

    /// <summary>A value that is 3 to 20 last digits away, and a possible one.</summary>
    public decimal Other(decimal written)
    {
        var step = _random.Next(3, 21) * Digit;
        return written + step <= _unit ? written + step : Math.Max(0 * Digit, written - step);
    }

    private decimal Digit => 1m / (decimal)Math.Pow(10, _decimals);

    private IReadOnlyList<IReadOnlyList<decimal>>? Confusion() => _random.Next(6) switch
    {
        0 => [.. _matrix.Rows().Select(row => row.Select(count => (decimal)count).ToArray())],
        1 when _decimals > 0 =>
            [.. _matrix.Rows().Select((row, c) => row.Select(count => Written(count, _matrix.Support(c))).ToArray())],
        _ => null,
    };

    private decimal? Some(decimal? number) => _random.Next(2) == 0 ? number : null;

    private decimal F1(int c) => Share(2 * _matrix[c, c], _matrix.Predicted(c) + _matrix.Support(c));

    private decimal Mean(Func<int, decimal> score) => Enumerable.Range(0, _matrix.Classes).Average(score);

    private decimal Weighted(Func<int, decimal> score) =>
        Enumerable.Range(0, _matrix.Classes).Sum(c => _matrix.Support(c) * score(c)) / _matrix.Total;

    private static decimal Share(int part, int whole) => whole == 0 ? 0 : (decimal)part / whole;

    private decimal Written(int part, int whole) => Written(Share(part, whole));

    private decimal Written(decimal share)
    {
        var scale = (decimal)Math.Pow(10, _decimals);
        return _rounding(share * _unit * scale) / scale + (0 * Digit);
    }
}
