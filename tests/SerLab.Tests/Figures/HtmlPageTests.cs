using SerLab.Figures;
using SerLab.Tests.Files;
using SerLab.Tests.Reports;

namespace SerLab.Tests.Figures;

public sealed class HtmlPageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact, Trait("Kind", "law")]
    public void Whatever_is_added_is_text_and_never_html()
    {
        const string odd = "<script>alert(1)</script> \"&\"";
        var page = new HtmlPage(odd).Heading(odd).Paragraph(odd).Note(odd).Table([odd], [[odd]]).Sound(odd, odd, [1]);

        var html = page.ToHtml();

        Assert.DoesNotContain("<script", html);
        Assert.Equal(10, html.Split("&lt;script&gt;alert(1)&lt;/script&gt; &quot;&amp;&quot;").Length - 1);
    }

    [Fact, Trait("Kind", "law")]
    public void A_column_of_numbers_stands_to_the_right_and_others_to_the_left()
    {
        var html = new HtmlPage("t").Table(
            ["name", "points", "empty"], [["2 ways", "−3.5 [−6, 1]", ""], ["random", "", ""]]).ToHtml();

        Assert.Contains("""<tr><th scope="col">name</th><th class="number" scope="col">points</th>""", html);
        Assert.Contains("""<td>2 ways</td><td class="number">−3.5 [−6, 1]</td><td></td>""", html);
    }

    [Fact, Trait("Kind", "law")]
    public void A_row_that_does_not_fit_its_header_is_refused() =>
        Assert.Throws<ArgumentException>(() => new HtmlPage("t").Table(["a", "b"], [["1"]]));

    [Fact, Trait("Kind", "law")]
    public void Two_figures_bring_plotly_once_and_none_brings_none()
    {
        var (one, two) = (new HtmlPage("t"), new HtmlPage("t"));
        one.Figure(SampleFigures.All["leak"]());
        two.Figure(SampleFigures.All["leak"]()).Figure(SampleFigures.All["training"]());

        Assert.InRange(new HtmlPage("t").ToHtml().Length, 1, 10_000);
        Assert.InRange(two.ToHtml().Length - one.ToHtml().Length, 1, 60_000);
        Assert.InRange(one.ToHtml().Length, 400_000, 1_500_000);
    }

    [Fact, Trait("Kind", "end-to-end")]
    public void The_page_draws_itself_from_a_file_without_network_and_fits_a_narrow_screen()
    {
        BrowserPage.Program();
        Full().Save(_folder["a/page.html"]);
        using var page = new BrowserPage(_folder["a/page.html"]);

        Assert.Equal(2, page.Drawn(2));
        Assert.Empty(page.Complaints);
        Assert.All(page.Requests, url => Assert.Matches("^(file|data|blob):", url));
        foreach (var width in (int[])[360, 1200])
        {
            page.Resize(width);
            Assert.Equal($"{width}", page.Evaluate("String(document.documentElement.scrollWidth)"));
        }
    }

    [Theory, Trait("Kind", "end-to-end")]
    [InlineData("light")]
    [InlineData("dark")]
    public void Every_text_stands_out_from_the_page_by_day_and_by_night(string scheme)
    {
        BrowserPage.Program();
        Full().Save(_folder["page.html"]);
        using var page = new BrowserPage(_folder["page.html"]);
        page.Drawn(2);
        page.Prefer(scheme);

        var worst = page.Evaluate("""
            (() => {
              const light = colour => {
                const [r, g, b] = colour.match(/[\d.]+/g).map(Number).map(part => part / 255)
                  .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
                return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
              };
              const behind = place => {
                const colour = getComputedStyle(place).backgroundColor;
                return colour.endsWith(", 0)") ? behind(place.parentElement) : colour;
              };
              const texts = [...document.querySelectorAll("h1, h2, h3, p, th, td, .sound span")];
              const contrast = place => {
                const [one, other] = [light(getComputedStyle(place).color), light(behind(place))];
                return Math.max(one, other) / Math.min(one, other);
              };
              return String(Math.min(...texts.map(contrast)));
            })()
            """);

        Assert.True(double.Parse(worst) >= 4.5, $"contrast {worst} in {scheme}");
    }

    private static HtmlPage Full() => new HtmlPage("Does the test part leak?")
        .Note("It leaks.", PageTone.Bad).Note("Clean.", PageTone.Good).Note("Cannot tell.", PageTone.Doubt).Note("So.")
        .Heading("Findings")
        .Paragraph("Twelve recordings are in both parts. " + string.Concat(Enumerable.Repeat("a_long_name/", 40)))
        .Table(
            ["finding", "count", "example", "more", "still more", "and more"],
            [["same recording", "12", "OAF_Fear/OAF_back_fear.flac", "words of some length", "words", "words"]])
        .Figure(SampleFigures.All["leak"]())
        .Heading("A smaller heading", isMinor: true)
        .Figure(SampleFigures.All["training"]())
        .Sound("train: OAF_Fear/OAF_back_fear.flac", "audio/wav", [1, 2, 3]);
}
