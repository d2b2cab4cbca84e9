using SerLab.Corpora;
using SerLab.Figures;

namespace SerLab.Reports;

/// <summary>The price of the leak as a ladder: a bar a rung, in brackets what a step down costs where it is more than noise.</summary>
public static class LadderFigure
{
    /// <summary>Draws the rungs from the random split to the strictest; the verdict is the title.</summary>
    public static Figure Of(LeakPrice price)
    {
        string[] names = [.. price.Rungs.Select(rung => Name(rung.Name))];
        var bars = new BarChart("UAR", names, [.. price.Rungs.Select(rung => rung.Uar.Value)], [.. names.Select(Colour)])
        {
            Intervals =
                [.. price.Rungs.Select(rung => (rung.Uar.Low ?? rung.Uar.Value, rung.Uar.High ?? rung.Uar.Value))],
            Hover = "%{x}: %{y:.1%}<extra></extra>",
        };
        var words = new TextChart(
            names, [.. price.Rungs.Select(rung => rung.Uar.High ?? rung.Uar.Value)],
            [.. price.Rungs.Select(Words)]);
        var title = $"{CorpusReader.Title(price.Corpus)}: what is it worth to have heard the test?";
        return new(title, $"{price.Model} on {price.Features}: {price.Verdict} Chance is {Wording.Percent(price.Chance)}.")
        {
            Note = $"{price.Model} on {price.Features}, {Wording.Number(price.Seeds, "seed")}; the same test clips, as " +
                $"many training clips;\n95 % intervals over " +
                (price.Unit == Evaluation.ResampledUnit.Speakers ? "speakers" : "clips"),
            Width = 820,
            Panels =
            [
                new(
                    new() { IsCategory = true, HasGrid = false, Range = (-0.5, names.Length - 0.5) },
                    PercentAxis.Of("UAR", 1.1))
                {
                    Charts = [bars, words],
                    Marks = [new HorizontalLine(price.Chance, $"chance\n{Wording.Percent(price.Chance)}")],
                },
            ],
        };

        string Colour(string name) => name == names[^1] ? Palette.Blue : Palette.Vermilion;
    }

    private static string Name(string split) => split switch
    {
        "random split" => "heard both",
        "unseen phrases" => "unseen phrases",
        "unseen speakers" => "unseen speakers",
        _ => "heard neither",
    };

    // What a step costs, where it is more than noise.
    private static string Words(PriceRung rung) => Wording.Percent(rung.Uar.Value) +
        (rung.Step is { ExcludesZero: true } step ? $" ({Wording.Text(-100 * step.Value, "+0;-0")})" : "");
}
