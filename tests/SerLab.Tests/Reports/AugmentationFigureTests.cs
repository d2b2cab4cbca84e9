using System.Text.Json.Nodes;
using SerLab.Augmentation;
using SerLab.Reports;
using SerLab.Tests.Augmentation;

namespace SerLab.Tests.Reports;

[Trait("Kind", "law")]
public sealed class AugmentationFigureTests
{
    [Fact]
    public void It_says_what_changed_and_has_a_player_for_each()
    {
        var before = Sounds.Speech;
        var after = new Gain { Decibels = 6 }.Apply(before, 1);
        var figure = AugmentationFigure.Of(before, after, "gain 6 dB");
        Assert.Equal("speech_female: gain 6 dB", figure.Title);
        Assert.StartsWith("Length 2.12 s before and after, peak from −2.7 to 3.3 dB, level from ", figure.Finding);
        Assert.Equal(2, figure.Below.Split("<audio").Length - 1);
        Assert.Contains("before: 2.12 s", figure.Below);
        Assert.Contains("after: 2.12 s", figure.Below);
    }

    [Fact]
    public void Both_sides_stand_on_the_same_scales()
    {
        var before = Sounds.Speech;
        var figure = AugmentationFigure.Of(before, new Gain { Decibels = 6 }.Apply(before, 1), "");
        var json = JsonNode.Parse(figure.ToJson())!;
        var (traces, layout) = (json["data"]!.AsArray(), json["layout"]!);
        Assert.Equal(6, traces.Count);
        Assert.Equal(Text(layout["yaxis"]!["range"]), Text(layout["yaxis2"]!["range"]));
        foreach (var row in (int[])[2, 4])
        {
            Assert.Equal(Text(traces[row]!["zmin"]), Text(traces[row + 1]!["zmin"]));
            Assert.Equal(Text(traces[row]!["zmax"]), Text(traces[row + 1]!["zmax"]));
            Assert.NotEqual(Text(traces[2]!["z"]), Text(traces[3]!["z"])); // 6 dB louder
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(300)]
    public void Silence_and_a_few_samples_are_drawn(int samples)
    {
        var silence = Sounds.Of(new float[samples]);
        var noisy = AugmentationPolicy.Named("p2").Apply(silence, 1);
        Assert.Contains("peak from −∞ to", AugmentationFigure.Of(silence, noisy, "noise").Finding);
        Assert.Contains("peak −∞ dB before and after", AugmentationFigure.Of(silence, silence, "nothing").Finding);
    }

    private static string Text(JsonNode? node) => node!.ToJsonString();
}
