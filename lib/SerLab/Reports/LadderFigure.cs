using SerLab.Corpora;
using SerLab.Figures;

namespace SerLab.Reports;

/// <summary>The price of the leak as a ladder: a bar a rung, and how many points each step down costs.</summary>
public static class LadderFigure
{
    /// <summary>Draws the rungs from the random split to the strictest; the verdict is the title.</summary>
    public static Figure Of(LeakPrice price)
    {
        string[] names = [.. price.Rungs.Select(rung => LeakPriceText.Heard(rung.Name).Replace(" the ", "\nthe ").Replace(" and ", "\nand "))];
        var bars = new BarChart("UAR", names, [.. price.Rungs.Select(rung => rung.Uar.Value)], [.. names.Select(Colour)])
        {
            Intervals =
                [.. price.Rungs.Select(rung => (rung.Uar.Low ?? rung.Uar.Value, rung.Uar.High ?? rung.Uar.Value))],
            Hover = "%{x}: %{y:.1%}<extra></extra>",
        };
        var words = new TextChart(
            names, [.. price.Rungs.Select(rung => rung.Uar.High ?? rung.Uar.Value)],
            [.. price.Rungs.Select(rung => Wording.Percent(rung.Uar.Value))]);
        var title = $"{CorpusReader.Title(price.Corpus)}: what is it worth to have heard the test?";
        return new(title, $"{price.Model} on {price.Features}: {price.Verdict} Chance is {Wording.Percent(price.Chance)}.")
        {
            Note = $"{price.Model} on {price.Features}, {Wording.Number(price.Seeds, "seed")}; the same test clips, " +
                $"as many training clips; 95 % intervals over {(price.Unit == Evaluation.ResampledUnit.Speakers ? "speakers" : "clips")}",
            Panels =
            [
                new(
                    new() { IsCategory = true, HasGrid = false, Range = (-0.5, names.Length - 0.5) },
                    PercentAxis.Of("UAR", 1.1))
                {
                    Charts = [bars, words],
                    Marks = [new HorizontalLine(price.Chance, $"chance\n{Wording.Percent(price.Chance)}"), .. Steps(price)],
                },
            ],
        };

        string Colour(string name) => name == names[^1] ? Palette.Blue : Palette.Vermilion;
    }

    // Only steps that are more than noise.
    private static IEnumerable<Gap> Steps(LeakPrice price) => price.Rungs.Index().Skip(1)
        .Where(rung => rung.Item.Step is { ExcludesZero: true })
        .Select(rung => new Gap(
            rung.Index - 0.6, rung.Index - 0.5, price.Rungs[rung.Index - 1].Uar.Value, rung.Item.Uar.Value,
            Wording.Text(-100 * rung.Item.Step!.Value, "+0;-0")));
}
