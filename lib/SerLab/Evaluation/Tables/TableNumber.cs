namespace SerLab.Evaluation.Tables;

/// <summary>A score as it is written, and the shares it can stand for.</summary>
/// <param name="Name">As findings call it: <c>f1 of angry</c>.</param>
/// <param name="Written">The number.</param>
/// <param name="Unit">What a share of 1 is written as: 1 or 100.</param>
/// <param name="Shares">0..1, rounding taken into account.</param>
internal sealed record TableNumber(string Name, decimal Written, int Unit, Bounds Shares)
{
    public static TableNumber Of(string name, decimal written, int unit, TableRounding rounding)
    {
        var digit = 1m;
        for (var place = 0; place < written.Scale; place++)
        {
            digit /= 10;
        }
        var above = rounding == TableRounding.Nearest ? digit / 2 : digit;
        var shares = new Bounds(written - (digit / 2), written + above) / unit;
        return new TableNumber(name, written, unit, shares.And(new Bounds(0, 1)));
    }

    /// <summary>The cell of a finding, with what the others leave it.</summary>
    public TableCell Cell(Bounds? left) =>
        new(Name, Written, left is { } l ? OnScale(l.Low) : null, left is { } h ? OnScale(h.High) : null);

    /// <summary>A share as this number would be written.</summary>
    public decimal OnScale(decimal share) => Math.Round(share * Unit, Written.Scale, MidpointRounding.AwayFromZero);

    /// <summary>Shares as this number would be written: <c>77.80</c>, <c>77.79 to 77.81</c>.</summary>
    public string Text(Bounds shares)
    {
        var (low, high) = (OnScale(shares.Low), OnScale(shares.High));
        return low == high ? Text(low) : $"{Text(low)} to {Text(high)}";
    }

    public override string ToString() => $"{Name} {Text(Written)}";

    private string Text(decimal value) =>
        value.ToString($"F{Written.Scale}", System.Globalization.CultureInfo.InvariantCulture);
}
