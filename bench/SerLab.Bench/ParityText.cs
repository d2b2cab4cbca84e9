using System.Text.RegularExpressions;
using static System.FormattableString;

namespace SerLab.Bench;

/// <summary>The certificate as Markdown.</summary>
internal static partial class ParityText
{
    /// <summary>The whole page.</summary>
    public static string Page(GoldenIndex index, IReadOnlyList<ParityRow> rows) => $"""
        # The same numbers as librosa

        `./lab bench parity` computes every feature of SerLab on the {index.Signals.Count} signals of
        `tests/fixtures/golden`, compares value by value with what librosa {index.MadeWith["librosa"]} gave for them,
        and writes this page. `./lab bench parity <folder>` prints the same for another folder of vectors. A value is
        right when it differs from librosa's *x* by no more than the tolerance, or when both are NaN. Every feature
        starts from librosa's own samples `y`; decoding and resampling are `y` itself, from the file on.

        **{Verdict(rows)}**

        {Table(rows)}
        - *signals*, *values*: how many were compared; of large vectors the repository holds some signals only.
        - *absolute*: the largest difference, in the feature's unit. *relative*: the largest as a share of *x*, over
          values above their tolerance and above a thousandth of the signal's largest.
        - *tolerance*: a step of the feature, or what rounding moves in librosa itself; it is set signal by signal. Sets
          have that of their parts. *used*: the largest share of a tolerance that a difference took.
        - *outside*: values beyond the tolerance, and how many may be: where a decision hangs on the last bit (which bin
          is the roll-off, whether a frame is voiced), it may flip.

        ## What is compared with what

        {Calls(index, rows)}
        The `_nearest` vectors are of a signal of one frame. Time stretching, pitch shifting and the resamplers
        `kaiser_best`, `scipy` and `polyphase`, for which librosa's numbers are there too, are no features and are not
        covered here.

        ## The signals

        {Signals(index)}
        {ParityDoubts.Section(index, rows)}
        ## Where librosa's numbers come from

        {string.Join(", ", index.MadeWith.Select(library => $"{library.Key} {library.Value.Split('-')[^1]}"))}.

        """;

    /// <summary>One line: whether all of it holds.</summary>
    public static string Verdict(IReadOnlyList<ParityRow> rows)
    {
        var failing = rows.Where(row => !row.Passes).Select(row => row.Name).ToArray();
        var compared = rows.Sum(row => row.Compared.Sum(check => (long)check.Values));
        return failing.Length == 0
            ? Invariant($"All {rows.Count} pass: {compared:N0} values compared, none beyond what may be.")
            : Invariant($"{failing.Length} of {rows.Count} fail: {string.Join(", ", failing)}.");
    }

    /// <summary>A line a feature.</summary>
    public static string Table(IReadOnlyList<ParityRow> rows) => Markdown.Table(
        ["feature", "result", "signals", "values", "absolute", "relative", "used", "outside", "tolerance"],
        rows.Select(Cells), firstNumber: 2);

    private static string[] Cells(ParityRow row)
    {
        var checks = row.Compared;
        var (values, outside) = (checks.Sum(check => check.Values), checks.Sum(check => check.Outside));
        var free = checks.Count == 0 ? 0 : checks.Max(check => check.Golden.Outliers);
        return
        [
            $"`{row.Name}`", row.Passes ? "pass" : "FAIL", Invariant($"{checks.Count}"), Invariant($"{values:N0}"),
            Markdown.Digits(Largest(checks, check => check.Absolute)),
            Markdown.Digits(Largest(checks, check => check.Relative)),
            Used(checks), free > 0 ? Invariant($"{outside} of {free * values:0}") : Invariant($"{outside}"),
            Tolerance(checks),
        ];
    }

    private static string Used(IReadOnlyList<ParityCheck> checks) => Largest(checks, check => check.Used) switch
    {
        0 => "0 %",
        < 0.01 => "< 1 %",
        > 1 => "> 100 %",
        var share => Invariant($"{100 * share:0} %"),
    };

    private static string Tolerance(IReadOnlyList<ParityCheck> checks)
    {
        if (checks.Any(check => check.Golden.Parts is not null))
        {
            return "its parts'";
        }
        var relative = Largest(checks, check => check.Golden.Rtol);
        double[] absolute = [.. checks.Select(check => check.Golden.Atol).Distinct().Order()];
        var range = absolute.Length switch
        {
            0 => "",
            1 => Markdown.Digits(absolute[0]),
            _ => $"{Markdown.Digits(absolute[0])} to {Markdown.Digits(absolute[^1])}",
        };
        return relative > 0 ? $"{Markdown.Digits(relative)}·x + {range}" : range;
    }

    private static string Calls(GoldenIndex index, IReadOnlyList<ParityRow> rows) => Markdown.Table(
        ["feature", "librosa", "SerLab"],
        rows.Where(row => ParityFeature.ByName.ContainsKey(row.Name)).Select(row => new[]
        {
            $"`{row.Name}`", Librosas(index, row.Name), $"`{ParityFeature.ByName[row.Name].Code}`",
        }));

    // The functions that the stored call names; of a set, the features it puts together.
    private static string Librosas(GoldenIndex index, string name)
    {
        var call = index.Signals.Values.Select(signal => signal.Features.GetValueOrDefault(name)?.Call)
            .FirstOrDefault(text => text is not null) ?? "librosa.estimate_tuning";
        var functions = Function().Matches(call).Select(match => match.Value)
            .Where(function => !function.EndsWith("note_to_hz", StringComparison.Ordinal)).Distinct().ToArray();
        return $"`{(functions.Length > 0 ? functions[0] : call.Replace("np.", "", StringComparison.Ordinal))}`";
    }

    private static string Signals(GoldenIndex index) => Markdown.Table(
        ["signal", "what"], index.Signals.Select(signal => new[] { $"`{signal.Key}`", signal.Value.Description }));

    private static double Largest(IReadOnlyList<ParityCheck> checks, Func<ParityCheck, double> number) =>
        checks.Count == 0 ? 0 : checks.Max(number);

    [GeneratedRegex(@"librosa(\.\w+)+")]
    private static partial Regex Function();
}
