using System.Buffers.Binary;
using System.Diagnostics;
using System.Xml.Linq;
using SerLab.Figures;
using SerLab.Files;
using SerLab.Tests.Files;
using SerLab.Tests.Reports;

namespace SerLab.Tests.Figures;

[Trait("Kind", "end-to-end")]
public sealed class StaticRendererTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Pictures_are_the_same_bytes_from_two_browsers_whatever_was_drawn_before()
    {
        using var one = new StaticRenderer(BrowserPage.Program());
        using var other = new StaticRenderer(BrowserPage.Program());
        other.ToSvg(SampleFigures.All["leak"]());

        foreach (var name in (string[])["training", "clip", "distribution-4"])
        {
            var figure = SampleFigures.All[name]();
            Assert.Equal(one.ToSvg(figure), other.ToSvg(figure));
            Assert.Equal(one.ToPng(figure), other.ToPng(figure));
        }
    }

    [Fact]
    public void The_SVG_keeps_its_words_needs_nothing_else_and_is_small()
    {
        using var renderer = new StaticRenderer(BrowserPage.Program());
        var svg = renderer.ToSvg(SampleFigures.All["leak"]());
        var words = string.Concat(XDocument.Parse(svg).DescendantNodes().OfType<XText>().Select(text => text.Value));

        Assert.Contains("unseen speakers", words);
        Assert.Contains("58 points", words);
        Assert.Contains("font-family=\"sans-serif\"", svg);
        Assert.DoesNotMatch("""href="(http|file)|@import|url\((?!#)""", svg);
        Assert.InRange(svg.Length, 2000, 8000);
    }

    [Fact]
    public void A_saved_figure_is_a_page_and_two_pictures_with_two_pixels_a_point()
    {
        using var renderer = new StaticRenderer(BrowserPage.Program());
        var figure = SampleFigures.All["leak"]();
        figure.Save(_folder.Root, "leak", renderer);

        Assert.Equal(["leak.html", "leak.png", "leak.svg"], _folder.Names());
        var png = File.ReadAllBytes(_folder["leak.png"]);
        Assert.Equal(2 * figure.Width, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)));
        Assert.Equal(2 * figure.Height, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
    }

    [Fact]
    public void Without_a_renderer_only_the_page_is_saved()
    {
        Assert.Equal([_folder["leak.html"]], SampleFigures.All["leak"]().Save(_folder.Root, "leak"));
        Assert.Equal(["leak.html"], _folder.Names());
    }

    [Fact]
    public void A_browser_that_hangs_is_ended_and_named()
    {
        var started = Stopwatch.StartNew();
        using var renderer = new StaticRenderer(Script("exec sleep 600"), TimeSpan.FromSeconds(1));

        var thrown = Assert.Throws<SerLabException>(() => renderer.ToSvg(SampleFigures.All["leak"]()));
        Assert.Contains("did not answer in time", thrown.Problem);
        Assert.Contains(StaticRenderer.ProgramVariable, thrown.Mend);
        Assert.InRange(started.Elapsed.TotalSeconds, 0.9, 10);
    }

    [Fact]
    public void A_program_that_is_no_browser_is_named()
    {
        using var renderer = new StaticRenderer(Script("exit 3"));

        Assert.Throws<SerLabException>(() => renderer.ToSvg(SampleFigures.All["leak"]()));
    }

    [Fact]
    public void A_browser_that_died_is_started_again_and_leaves_nothing()
    {
        var pid = _folder["pid"];
        var program = Script($"echo \"$$ $*\" >{pid}\nexec {BrowserPage.Program()} \"$@\"");
        using (var renderer = new StaticRenderer(program))
        {
            var figure = SampleFigures.All["leak"]();
            var before = renderer.ToSvg(figure);
            using var browser = Process.GetProcessById(int.Parse(File.ReadAllText(pid).Split(' ')[0]));
            browser.Kill(entireProcessTree: true);
            browser.WaitForExit();
            Assert.Equal(before, renderer.ToSvg(figure));
        }
        var profile = File.ReadAllText(pid).Split("--user-data-dir=")[1].Split(' ')[0];
        Assert.False(Directory.Exists(profile));
    }

    [Fact]
    public void The_browser_is_the_one_named_or_one_on_the_path_or_none()
    {
        var browser = _folder["chromium-browser"];
        File.WriteAllText(browser, "");

        Assert.NotNull(StaticRenderer.Find(null, $"/nowhere:{_folder.Root}"));
        Assert.NotNull(StaticRenderer.Find("/opt/browser", ""));
        Assert.Null(StaticRenderer.Find(null, "/nowhere"));
        Assert.Null(StaticRenderer.Find("", _folder.Root));
    }

    private string Script(string body)
    {
        var path = _folder[Path.GetRandomFileName()];
        File.WriteAllText(path, $"#!/bin/sh\n{body}\n");
        using var chmod = Process.Start("chmod", ["+x", path]);
        chmod.WaitForExit();
        return path;
    }
}
