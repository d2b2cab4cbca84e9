using System.Text.Json;
using SerLab.Figures;
using SerLab.Tests.Reports;

namespace SerLab.Tests.Figures;

public sealed class FigureFormattersTests
{
    [Fact, Trait("Kind", "law")]
    public void A_kernel_finds_the_formatters_by_name()
    {
        var attribute = typeof(Figure).GetCustomAttributes(inherit: false)
            .Single(attribute => attribute.GetType().Name == "TypeFormatterSourceAttribute");
        var type = (Type)attribute.GetType().GetProperty("FormatterSourceType")!.GetValue(attribute)!;
        var made = type.GetMethod("CreateTypeFormatters")!.Invoke(Activator.CreateInstance(type), []);
        var formatters = ((IEnumerable<object>)made!).ToArray();

        Assert.Equal(
            ["application/vnd.plotly.v1+json", "text/html", "image/png", "text/plain"],
            formatters.Select(formatter => formatter.GetType().GetProperty("MimeType")!.GetValue(formatter)));
        Assert.All(formatters, formatter =>
            Assert.NotNull(formatter.GetType().GetMethod("Format", [typeof(object), typeof(TextWriter)])));
    }

    [Fact, Trait("Kind", "law")]
    public void Without_a_browser_there_is_no_picture_and_no_error()
    {
        var bundle = Show(FigureFormatters.Make(() => null), "leak");

        Assert.Equal("", bundle["image/png"]);
        Assert.DoesNotContain("<img", bundle["text/html"]);
        Assert.Equal(
            "Random split 99 %, unseen speakers 41 %: 58 points were leak (chance 14 %).", bundle["text/plain"]);
        Assert.Equal(2, JsonDocument.Parse(bundle["application/vnd.plotly.v1+json"]).RootElement.GetPropertyCount());
    }

    [Fact, Trait("Kind", "law")]
    public void What_stands_below_a_figure_is_shown_and_not_lost_to_a_notebook_that_draws_plotly_itself()
    {
        var bundle = Show(FigureFormatters.Make(() => null), "augmentation");
        Assert.Equal("", bundle["application/vnd.plotly.v1+json"]);
        Assert.Contains("<p>players</p>", bundle["text/html"]);
    }

    [Fact, Trait("Kind", "end-to-end")]
    public void A_figure_adds_little_to_a_notebook()
    {
        using var renderer = new StaticRenderer(BrowserPage.Program());
        var formatters = FigureFormatters.Make(() => renderer).ToArray();
        Assert.InRange(Show(formatters, "leak").Values.Sum(text => text.Length), 400_000, 450_000);

        (string, int)[] limits =
        [
            ("leak", 22_000), ("distribution-4", 26_000), ("training", 42_000), ("confusion-7", 52_000),
            ("clip", 98_000), ("clip-long", 106_000),
        ];
        foreach (var (name, mostBytes) in limits)
        {
            var bundle = Show(formatters, name);
            Assert.Contains("data:image/svg+xml;base64,", bundle["text/html"]);
            Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], Convert.FromBase64String(bundle["image/png"])[..4]);
            Assert.InRange(bundle.Values.Sum(text => text.Length), 10_000, mostBytes);
        }
    }

    private static Dictionary<string, string> Show(IEnumerable<TypeFormatter> formatters, string name) =>
        formatters.ToDictionary(formatter => formatter.MimeType, formatter =>
        {
            using var writer = new StringWriter();
            formatter.Format(SampleFigures.All[name](), writer);
            return writer.ToString();
        });
}
