using System.Text.Json.Nodes;
using SerLab.Evaluation;
using SerLab.Figures;
using SerLab.Reports;

namespace SerLab.Tests.Reports;

[Trait("Kind", "law")]
public sealed class ReportFigureTests
{
    [Fact]
    public void The_emotions_figure_says_what_always_saying_the_most_frequent_is_worth()
    {
        Assert.Equal(
            "4 clips in 2 emotions, from 1 happy (25 %) to 3 sad (75 %): whoever always says sad is right in 75 % of clips.",
            EmotionBarFigure.Of("Test", ["sad", "happy", "sad", "sad"]).Finding);
        Assert.Equal(
            "2 clips in 2 emotions, 1 of each: the classes are balanced.",
            EmotionBarFigure.Of("Test", ["sad", "happy"]).Finding);
    }

    [Fact]
    public void Lengths_are_counted_in_steps_of_a_round_width_and_none_is_lost()
    {
        (string, double)[] clips = [("sad", 1.0), ("sad", 1.1), ("sad", 1.25), ("happy", 3.0), ("happy", 3.049)];
        var figure = DurationFigure.Of("Test", clips);
        var traces = JsonNode.Parse(figure.ToJson())!["data"]!.AsArray();

        Assert.Equal(
            "5 clips of 1.00 to 3.05 s, median 1.25 s, 0.2 min in all; sad is shortest (median 1.10 s), happy longest " +
            "(3.02 s).", figure.Finding);
        Assert.Equal(0.1, (double)traces[0]!["width"]!);
        Assert.Equal(5, traces.Sum(trace => trace!["y"]!.AsArray().Sum(count => (int)count!)));
        Assert.Equal(1.05, (double)traces[0]!["x"]![0]!, 1e-9);
        Assert.Equal([1, 1, 1], traces[1]!["y"]!.AsArray().Take(3).Select(count => (int)count!));
    }

    [Theory]
    [InlineData(0.6, 0.3, 2000, "by speaker more than by emotion")]
    [InlineData(0.3, 0.6, 2000, "by emotion more than by speaker")]
    [InlineData(0.62, 0.6, 2000, "by speaker about as much as by emotion")]
    [InlineData(0.6, 0.5, 20, "by speaker about as much as by emotion")] // so few clips cannot tell
    public void A_map_gives_a_verdict_only_where_the_difference_is_worth_one(
        double speaker, double emotion, int clips, string verdict)
    {
        MapPoint[] points = [.. Enumerable.Range(0, clips).Select(i => new MapPoint(
            i, i % 3, i % 2 == 0 ? "sad" : "happy", $"S{i % 5}", $"{i}"))];
        var figure = MapFigure.Of(
            "Test", points, new Agreement(speaker, 0), new Agreement(emotion, 0), "First.", ("", ""));

        Assert.StartsWith("First. Of a clip's nearest neighbours", figure.Finding);
        Assert.EndsWith($"clips gather {verdict}.", figure.Finding);
    }

    [Fact]
    public void Correlations_name_the_strongest_pairs_and_columns_that_do_not_vary_have_none()
    {
        var some = SampleFigures.All["correlations"]();
        Assert.Equal(
            "2 of 3 pairs of features nearly say the same (correlation 0.9 or more, up or down); strongest length with " +
            "pitch (0.93), level with pitch (−0.96).", some.Finding);
        Assert.StartsWith(
            "No two of 2 features vary",
            CorrelationFigure.Of("Test", ["a", "b"], new[,] { { 1, double.NaN }, { double.NaN, 1 } }).Finding);
    }

    [Fact]
    public void Of_features_the_one_that_emotions_explain_best_is_named()
    {
        string[] emotions = ["sad", "sad", "happy", "happy"];
        var figure = FeatureDistributionFigure.Of("Test", emotions,
            [new("level", "dB", [1, 9, 2, 8]), new("pitch", "Hz", [100, 110, 300, double.NaN])]);

        Assert.StartsWith("Of 2 features, pitch differs most", figure.Finding);
        Assert.EndsWith("from a median of 105 Hz (sad) to 300 Hz (happy).", figure.Finding);
    }

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
