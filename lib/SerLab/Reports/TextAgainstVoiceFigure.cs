using SerLab.Corpora;
using SerLab.Evaluation;
using SerLab.Figures;

namespace SerLab.Reports;

/// <summary>What the words and the voice say, beside chance: as bars, and as a table.</summary>
internal static class TextAgainstVoiceFigure
{
    public static Figure Of(TextAgainstVoice result)
    {
        (string Name, Interval Uar, string Colour)[] rows =
        [
            ("text", result.Text, Palette.Vermilion),
            .. result.Voice is { } voice ? [("voice", voice, Palette.Blue)] : Array.Empty<(string, Interval, string)>(),
        ];
        string[] names = [.. rows.Select(row => row.Name)];
        var bars = new BarChart(
            "UAR", names, [.. rows.Select(row => row.Uar.Value)], [.. rows.Select(row => row.Colour)])
        {
            Intervals = [.. rows.Select(row => (row.Uar.Low ?? row.Uar.Value, row.Uar.High ?? row.Uar.Value))],
            Hover = "%{x}: %{y:.1%}<extra></extra>",
        };
        var words = new TextChart(
            names, [.. rows.Select(row => row.Uar.High ?? row.Uar.Value)],
            [.. rows.Select(row => Wording.Percent(row.Uar.Value))]);
        return new($"{CorpusReader.Title(result.Corpus)}: the words or the voice?", result.Verdict)
        {
            Note = $"{result.Split}; 95 % intervals over " +
                (result.Unit == ResampledUnit.Speakers ? "speakers" : "clips"),
            Panels =
            [
                new(
                    new() { IsCategory = true, HasGrid = false, Range = (-0.5, names.Length - 0.5) },
                    PercentAxis.Of("UAR", 1.1))
                {
                    Charts = [bars, words],
                    Marks = [new HorizontalLine(result.Chance, $"chance\n{Wording.Percent(result.Chance)}")],
                },
            ],
        };
    }

    public static string Table(TextAgainstVoice result)
    {
        (string Name, string Value)[] lines =
        [
            ("test clips", $"{result.Clips}"),
            ("different transcripts", $"{result.Transcripts}"),
            ("chance, UAR", Wording.Text(100 * result.Chance, "0.0")),
            ("most that words can tell", Wording.Text(100 * result.Ceiling, "0.0")),
            ("text, UAR", TextTable.Percent(result.Text)),
            ("text, accuracy", TextTable.Percent(result.TextAccuracy)),
            ("clips tied by text", $"{result.Tied}"),
            .. result.Voice is { } voice ? [("voice, UAR", TextTable.Percent(voice))] : Array.Empty<(string, string)>(),
            .. result.Difference is { } more
                ? [("voice − text", TextTable.Percent(more, "+"))] : Array.Empty<(string, string)>(),
            .. result.P is { } p ? [("p, permutation", Wording.Short(p))] : Array.Empty<(string, string)>(),
        ];
        var width = lines.Max(line => line.Name.Length);
        return string.Concat(lines.Select(line => $"{line.Name.PadRight(width)}  {line.Value}\n"));
    }
}
