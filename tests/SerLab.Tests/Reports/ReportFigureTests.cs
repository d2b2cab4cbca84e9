using System.Text.Json.Nodes;
using SerLab.Figures;
using SerLab.Reports;

namespace SerLab.Tests.Reports;

[Trait("Kind", "law")]
public sealed class ReportFigureTests
{
    [Fact]
    public void A_confusion_figure_says_UAR_accuracy_best_and_worst()
    {
        var counts = new[,] { { 9, 1, 0 }, { 3, 2, 5 }, { 0, 0, 20 } };
        var figure = ConfusionFigure.Of(["happy", "sad", "angry"], counts, "Test");

        Assert.Equal("Test: UAR 70.0 %", figure.Title);
        Assert.Equal(
            "UAR 70.0 %, accuracy 77.5 % of 40 clips; angry is recalled best (100 %), sad worst (20 %), " +
            "most often taken for angry.", figure.Finding);
    }

    [Fact]
    public void A_class_without_clips_leaves_UAR_alone_and_shows_a_dash()
    {
        var figure = ConfusionFigure.Of(["happy", "sad"], new[,] { { 4, 1 }, { 0, 0 } }, "Test", "a note");

        Assert.StartsWith("UAR 80.0 %", figure.Finding);
        Assert.Contains("a note", figure.ToJson());
        Assert.Contains("\"–\"", figure.ToJson());
        Assert.Contains("[0.8,0.2],[null,null]", figure.ToJson());
    }

    [Fact]
    public void A_leak_shows_only_where_the_intervals_are_apart()
    {
        var apart = Leak(new("random split", 0.9, 0.8, 0.95), new("unseen speakers", 0.5, 0.4, 0.6));
        var together = Leak(new("random split", 0.6, 0.5, 0.7), new("unseen speakers", 0.5, 0.4, 0.6));

        Assert.Equal("Random split 90 %, unseen speakers 50 %: 40 points were leak (chance 14 %).", apart.Finding);
        Assert.Contains("40 points", apart.ToJson());
        Assert.Contains(": no leak shows", together.Finding);
        Assert.DoesNotContain("points", together.ToJson());
        Assert.Throws<ArgumentException>(() => Leak(new LeakBar("random split", 1, 1, 1)));
    }

    [Fact]
    public void A_distribution_counts_every_clip()
    {
        (string, string)[] clips = [("sad", "b"), ("happy", "a"), ("sad", "a"), ("sad", "b")];
        var figure = DistributionFigure.Of("Corpus", clips);
        var data = JsonNode.Parse(figure.ToJson())!["data"]!;

        Assert.Equal("4 clips by 2 speakers in 2 emotions, from 1 (happy) to 3 (sad).", figure.Finding);
        Assert.Equal("""["a","b"]""", data[0]!["x"]!.ToJsonString());
        Assert.Equal("[1,0]", data[0]!["y"]!.ToJsonString());
        Assert.Equal("[1,2]", data[1]!["y"]!.ToJsonString());
    }

    [Fact]
    public void Training_without_a_measured_UAR_leaves_that_line_out()
    {
        EpochPoint[] epochs = [new(1, 2, 2.1, double.NaN, 0.2), new(2, 1, 1.5, double.NaN, 0.4)];
        var figure = TrainingCurvesFigure.Of("Run", epochs, 2);

        Assert.Equal(3, JsonNode.Parse(figure.ToJson())!["data"]!.AsArray().Count);
        Assert.StartsWith("Best at epoch 2 of 2: validation UAR 40.0 %, validation loss 1.50", figure.Finding);
    }

    [Fact]
    public void A_silent_and_an_empty_clip_are_drawn()
    {
        Assert.Equal("0.00 s at 8,000 Hz, silent.", Clip([]).Finding);
        Assert.Equal("0.01 s at 8,000 Hz, silent.", Clip(new float[100]).Finding);
        Assert.NotEmpty(Clip([]).ToJson());
    }

    [Fact]
    public void A_clip_says_its_length_peak_and_strongest_place()
    {
        var levels = new float[3, 4];
        foreach (var band in (int[])[0, 1, 2])
            foreach (var frame in (int[])[0, 1, 2, 3])
                levels[band, frame] = band == 1 && frame == 2 ? 0 : -60;
        var figure = ClipFigure.Of("Clip", [0, 0.5f, -1, .. new float[1597]], 1600, levels, 512, [100, 433, 2000]);

        Assert.Equal("1.00 s at 1,600 Hz, peak 0.0 dB, strongest near 430 Hz at 0.64 s.", figure.Finding);
    }

    private static Figure Leak(params LeakBar[] rows) => LeakFigure.Of("Test", rows, rows[0].Low > rows[^1].High, 1 / 7.0);

    private static Figure Clip(float[] samples) =>
        ClipFigure.Of("Clip", samples, 8000, new float[,] { { -80 }, { -80 } }, 512, [100, 1000]);
}
