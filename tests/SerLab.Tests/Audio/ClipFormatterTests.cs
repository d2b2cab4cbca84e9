using SerLab.Audio;
using SerLab.Figures;

namespace SerLab.Tests.Audio;

public class ClipFormatterTests
{
    [Fact]
    [Trait("Kind", "golden")]
    public void The_text_tells_name_length_rate_and_peak()
    {
        var clip = SoundMaker.Tone(441, 1.86, 22050, amplitude: 0.7) with { Source = "a/OAF_back_angry.wav" };
        Assert.Equal("OAF_back_angry: 1.86 s at 22,050 Hz, peak −3.1 dB", ClipFormatter.Describe(clip));
        var quiet = new Clip(new float[800], 8000, "quiet");
        Assert.Equal("quiet: 0.10 s at 8,000 Hz, silent", ClipFormatter.Describe(quiet));
    }

    [Fact]
    [Trait("Kind", "law")]
    public void The_player_carries_the_sound_itself_and_a_label()
    {
        var clip = SoundMaker.Tone(440, 0.5, 22050) with { Source = "<a>&\"b\".wav" };
        var html = Html(clip);
        Assert.DoesNotContain("<a>", html);
        Assert.Contains("aria-label=\"&lt;a&gt;&amp;&quot;b&quot;: 0.50 s", html);
        Assert.Equal(clip.Samples.Length, Played(html).Samples.Length);
    }

    [Fact]
    [Trait("Kind", "law")]
    public void A_long_clip_gives_the_player_thirty_seconds_and_says_so()
    {
        var html = Html(new Clip(new float[8000 * 40], 8000, "long"));
        Assert.Equal(30, Played(html).Duration);
        Assert.Contains("first 30 s", html);
    }

    [Fact]
    [Trait("Kind", "law")]
    public void A_kernel_finds_the_formatters_through_the_attribute()
    {
        var attribute = (TypeFormatterSourceAttribute)typeof(Clip).GetCustomAttributes(false)
            .Single(a => a.GetType().Name == nameof(TypeFormatterSourceAttribute));
        var source = (ClipFormatter)Activator.CreateInstance(attribute.FormatterSourceType)!;
        Assert.Equal(["text/html", "text/plain"], source.CreateTypeFormatters().Select(f => f.MimeType));
    }

    private static string Html(Clip clip)
    {
        using var writer = new StringWriter();
        new ClipFormatter().CreateTypeFormatters().First().Format(clip, writer);
        return writer.ToString();
    }

    private static Clip Played(string html)
    {
        var data = html.Split("base64,")[1].Split('"')[0];
        return AudioFile.Decode(new MemoryStream(Convert.FromBase64String(data)), "player").ToMono();
    }
}
