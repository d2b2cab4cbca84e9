using System.Globalization;

namespace SerLab.Reports;

/// <summary>Numbers as figures and findings say them.</summary>
internal static class Wording
{
    /// <summary>A share as "41 %", or "41.2 %" with one decimal; nearly all is "99.6 %", never "100 %".</summary>
    public static string Percent(double share, int decimals = 0) => decimals == 0 && share is >= 0.995 and < 1
        ? $"{Text(Math.Min(100 * share, 99.9), "0.0")} %"
        : Text(100 * share, decimals == 0 ? "0" : "0." + new string('0', decimals)) + " %";

    /// <summary>A count with commas: "1,120".</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A number in the format given, with a real minus sign.</summary>
    public static string Text(double number, string format) =>
        number.ToString(format, CultureInfo.InvariantCulture).Replace('-', '−');

    /// <summary>A count of things: "1 clip", "1,120 clips".</summary>
    public static string Number(long count, string noun) => $"{Count(count)} {noun}{(count == 1 ? "" : "s")}";

    /// <summary>A number of any size with three digits that count: "1,850", "0.0123", "−27.4".</summary>
    public static string Short(double number)
    {
        var size = number == 0 ? 0 : (int)Math.Floor(Math.Log10(Math.Abs(number)));
        return Text(number, size >= 2 ? "#,0" : "0." + new string('#', Math.Clamp(2 - size, 0, 9)));
    }
}
