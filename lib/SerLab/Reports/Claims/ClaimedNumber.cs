using System.Globalization;

namespace SerLab.Reports.Claims;

/// <summary>What a published number is written in.</summary>
public enum ClaimUnit
{
    /// <summary>0 to 100.</summary>
    Percent,

    /// <summary>0 to 1.</summary>
    Share,

    /// <summary>A loss.</summary>
    Nats,

    /// <summary>A scale of its own.</summary>
    Value,
}

/// <summary>What a published number says of the score.</summary>
public enum ClaimBound
{
    /// <summary>It is the score.</summary>
    Exactly,

    /// <summary>It is the best of several.</summary>
    UpTo,

    /// <summary>The score is higher.</summary>
    Over,
}

/// <summary>One published number.</summary>
/// <param name="Metric"><c>accuracy</c>, <c>uar</c>, <c>weightedF1</c>, <c>macroF1</c>, <c>loss</c>, or other.</param>
/// <param name="Value">As written: its decimals are known.</param>
/// <param name="Unit">What it is written in.</param>
/// <param name="Bound">The score itself, or a bound of it.</param>
/// <param name="Model">Whose it is, where a source tells several; else null.</param>
public sealed record ClaimedNumber(
    string Metric, decimal Value, ClaimUnit Unit, ClaimBound Bound = ClaimBound.Exactly, string? Model = null)
{
    /// <summary>The number on the scale of metrics: percent become a share.</summary>
    public double Measure => (double)Value / Scale;

    /// <summary>Half of the last digit written, on the scale of <see cref="Measure"/>: rounding hides it.</summary>
    public double Rounding => 0.5 * Math.Pow(10, -Value.Scale) / Scale;

    /// <summary>The number with its unit and bound: <c>85.42 %</c>, <c>up to 100 %</c>, <c>0.4010 nats</c>.</summary>
    public override string ToString()
    {
        var bound = Bound switch { ClaimBound.UpTo => "up to ", ClaimBound.Over => "over ", _ => "" };
        return bound + Unit switch
        {
            ClaimUnit.Percent => $"{Text(Value)} %",
            ClaimUnit.Share => $"{Text(100 * Value)} %",
            ClaimUnit.Nats => $"{Text(Value)} nats",
            _ => Text(Value),
        };
    }

    private int Scale => Unit == ClaimUnit.Percent ? 100 : 1;

    // 100 · 0.9441 is written 94.41: what a share says in decimals, percent say in two fewer.
    private string Text(decimal number) => number.ToString(
        $"F{Math.Max(0, Value.Scale - (Unit == ClaimUnit.Share ? 2 : 0))}", CultureInfo.InvariantCulture);
}
