using SerLab.Figures;
using SerLab.Tests.Files;
using SerLab.Tests.Reports;

namespace SerLab.Tests.Figures;

[Trait("Kind", "end-to-end")]
public sealed class FigureHtmlTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("leak")]
    [InlineData("clip")]
    [InlineData("augmentation")]
    [InlineData("confusion-7")]
    public void The_page_of_a_figure_draws_itself_from_a_file_without_network(string name)
    {
        BrowserPage.Program();
        SampleFigures.All[name]().Save(_folder.Root, name);
        using var page = new BrowserPage(_folder[$"{name}.html"]);

        Assert.Equal(1, page.Drawn(1));
        Assert.Empty(page.Complaints);
        Assert.All(page.Requests, url => Assert.Matches("^(file|data|blob):", url));
        Assert.Single(page.Requests, url => url.StartsWith("file:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, 1, 2)]
    [InlineData(1, 2, 0)]
    [InlineData(2, 0, 1)]
    public void Outputs_of_a_notebook_draw_themselves_in_any_order(params int[] order)
    {
        BrowserPage.Program();
        var html = FigureFormatters.Make(() => null).Single(formatter => formatter.MimeType == "text/html");
        var outputs = ((string[])["leak", "training", "leak"]).Select(name => Show(html, name)).ToArray();
        Assert.Equal([true, false, false], outputs.Select(output => output.Length > 400_000));
        // A module loader of the page, as old notebooks have one, must not catch plotly.
        var page = "<script>var define = () => { throw 'caught' }; define.amd = {}; var Plotly = 'other';</script>";
        File.WriteAllText(_folder["notebook.html"], page + string.Concat(order.Select(i => outputs[i])));

        using var browser = new BrowserPage(_folder["notebook.html"]);
        Assert.Equal(3, browser.Drawn(3));
        Assert.Equal("other true", browser.Evaluate("`${window.Plotly} ${!!define.amd}`"));
        Assert.Empty(browser.Complaints);
        Assert.All(browser.Requests, url => Assert.Matches("^(file|data|blob):", url));
    }

    [Fact]
    public void The_static_picture_gives_way_to_the_interactive_one_and_the_finding_stays()
    {
        using var renderer = new StaticRenderer(BrowserPage.Program());
        File.WriteAllText(_folder["a.html"], SampleFigures.All["leak"]().ToHtml(renderer));
        using var page = new BrowserPage(_folder["a.html"]);
        page.Drawn(1);

        Assert.Equal("none", page.Evaluate("document.querySelector('img').style.display"));
        Assert.Equal("true", page.Evaluate("String(document.querySelector('img').naturalWidth === 760)"));
        Assert.Contains("58 points", page.Evaluate("document.querySelector('[role=img]').getAttribute('aria-label')"));
    }

    [Theory]
    [InlineData("clip")]
    [InlineData("training")]
    [InlineData("leak")]
    [InlineData("confusion-7")]
    public void A_drag_zooms_into_every_kind_of_figure(string name)
    {
        BrowserPage.Program();
        SampleFigures.All[name]().Save(_folder.Root, name);
        using var page = new BrowserPage(_folder[$"{name}.html"]);
        page.Drawn(1);
        var before = page.Evaluate(Shown);
        page.Drag((200, 140), (400, 160));

        var after = page.Evaluate($"new Promise(done => setTimeout(() => done({Shown}), 500))");
        Assert.InRange(double.Parse(after) / double.Parse(before), 0.05, 0.6);
        Assert.Empty(page.Complaints);
    }

    /// <summary>How much of the horizontal axis is shown.</summary>
    private const string Shown = "String(document.querySelector('.js-plotly-plot').layout.xaxis.range" +
        ".reduce((from, to) => Math.abs(to - from)))";

    [Fact]
    public void Without_a_picture_the_finding_stands_in_words_and_odd_letters_are_safe()
    {
        var figure = new Figure("</title><script>", "a < b & \"c\"") { Panels = [] };
        var page = figure.ToHtml();

        Assert.Contains("<p>a &lt; b &amp; &quot;c&quot;</p>", page);
        Assert.Contains("<title>&lt;/title&gt;&lt;script&gt;</title>", page);
    }

    private static string Show(TypeFormatter formatter, string name)
    {
        using var writer = new StringWriter();
        formatter.Format(SampleFigures.All[name](), writer);
        return writer.ToString();
    }
}
