using SerLab.Kernel.Displays;
using SerLab.Kernel.Sessions;

namespace SerLab.Kernel.Tests.Displays;

[Trait("Kind", "law")]
public sealed class DisplayTests : IDisposable
{
    private const string Formatted = """
        [AttributeUsage(AttributeTargets.Class)]
        public class TypeFormatterSourceAttribute(Type source) : Attribute { public Type FormatterSourceType => source; }

        [TypeFormatterSource(typeof(FigureFormatters))]
        public class Figure { public string Finding = "up"; }
        public class FigureFormatters
        {
            public IEnumerable<object> CreateTypeFormatters() => [
                new Json(), new Html(), new Nothing { MimeType = "image/png" }, new Refused { MimeType = "image/svg+xml" }];
        }
        public class Json
        {
            public string MimeType => "application/vnd.plotly.v1+json";
            public bool Format(object value, TextWriter writer) { writer.Write("{\"data\":[1]}"); return true; }
        }
        public class Html
        {
            private int _times;
            public string MimeType => "text/html";
            public void Format(object value, TextWriter writer) => writer.Write($"<i>{++_times}</i>");
        }
        public class Nothing { public string MimeType { get; init; } public void Format(object value, TextWriter writer) { } }
        public class Refused
        {
            public string MimeType { get; init; }
            public bool Format(object value, TextWriter writer) { writer.Write("half"); return false; }
        }
        """;

    private readonly Session _session = Runs.New();

    [Fact]
    public async Task A_type_brings_its_own_formatters_by_the_attributes_name()
    {
        await _session.CellAsync(Formatted);
        var (_, first) = await _session.CellAsync("new Figure()");
        Assert.Equal("", string.Join("; ", first.OfType<ErrorOutput>().SelectMany(one => one.Traceback)));
        var data = Assert.IsType<ResultOutput>(Assert.Single(first)).Data;
        Assert.Equal(["application/vnd.plotly.v1+json", "text/html", "text/plain"], data.Select(one => one.Key));
        Assert.Equal("""{"data":[1]}""", data["application/vnd.plotly.v1+json"]!.ToJsonString());
        Assert.Equal("<i>1</i>", data["text/html"]!.ToString());
        var (_, second) = await _session.CellAsync("display(new Figure());");
        Assert.Equal("<i>2</i>", Assert.IsType<DisplayOutput>(Assert.Single(second)).Data["text/html"]!.ToString());
    }

    [Fact]
    public async Task A_formatter_that_throws_is_an_error_of_the_cell()
    {
        await _session.CellAsync(Formatted.Replace("writer.Write($\"<i>{++_times}</i>\")",
            "throw new InvalidOperationException(\"no picture\")"));
        Assert.Equal("no picture", (await _session.ErrorAsync("new Figure()")).Message);
    }

    [Fact]
    public async Task Scalars_are_plain_text_only_and_tables_are_html_too()
    {
        var (_, scalar) = await _session.CellAsync("42");
        Assert.Equal(["text/plain"], ((ResultOutput)scalar[0]).Data.Select(one => one.Key));
        var (_, table) = await _session.CellAsync("new[] { new { A = 1, B = \"x\" } }");
        var html = ((ResultOutput)table[0]).Data["text/html"]!.ToString();
        Assert.Contains("<table>", html);
        Assert.DoesNotContain("<style>", html);
        Assert.Contains("A: 1", ((ResultOutput)table[0]).Data["text/plain"]!.ToString());
    }

    [Theory]
    [InlineData("display(HTML(\"<b>!</b>\"));")]
    [InlineData("HTML(\"<b>!</b>\").Display();")]
    [InlineData("display(\"<b>!</b>\", \"text/html\");")]
    [InlineData("\"<b>!</b>\".DisplayAs(\"text/html\")")]
    public async Task Html_is_drawn_not_quoted_and_shown_once(string code)
    {
        var (result, outputs) = await _session.CellAsync(code);
        Assert.True(result.Success, result.Error?.Message);
        Assert.Equal("<b>!</b>", Assert.IsType<DisplayOutput>(Assert.Single(outputs)).Data["text/html"]!.ToString());
    }

    [Fact]
    public async Task A_displayed_value_is_updated_in_place_also_from_a_later_cell()
    {
        var (_, first) = await _session.CellAsync("var shown = display(1);");
        var (_, second) = await _session.CellAsync("shown.Update(2);");
        var before = Assert.IsType<DisplayOutput>(Assert.Single(first));
        var after = Assert.IsType<DisplayOutput>(Assert.Single(second));
        Assert.Equal((before.DisplayId, true, "2"), (after.DisplayId, after.IsUpdate, after.Data["text/plain"]!.ToString()));
    }

    [Fact]
    public async Task A_formatter_registered_in_a_cell_is_used()
    {
        await _session.CellAsync("""
            using Microsoft.DotNet.Interactive.Formatting;
            record Temperature(double C);
            Formatter.Register<Temperature>(t => $"<b>{t.C} degrees</b>", "text/html");
            """);
        var (_, outputs) = await _session.CellAsync("new Temperature(20)");
        Assert.Equal("<b>20 degrees</b>", Assert.IsType<ResultOutput>(Assert.Single(outputs)).Data["text/html"]!.ToString());
    }

    [Fact]
    public async Task Html_tags_of_the_formatter_are_drawn()
    {
        var (result, outputs) = await _session.CellAsync(
            "using static Microsoft.DotNet.Interactive.Formatting.PocketViewTags;\ndiv(b(\"bold\"))");
        Assert.True(result.Success, result.Error?.Message);
        Assert.Equal("<div><b>bold</b></div>",
            Assert.IsType<ResultOutput>(Assert.Single(outputs)).Data["text/html"]!.ToString().Trim());
    }

    public void Dispose() => _session.Dispose();
}
