using SerLab.Evaluation;
using SerLab.Files;

namespace SerLab.Tests.Evaluation;

[Trait("Kind", "golden")]
public sealed class LeakTableTests
{
    private static readonly SplitResult Random = new(
        "random split", "random split: 4 of 4 test speakers are also in training.", Simulated(0.97, 4));

    private static readonly SplitResult Unseen = new(
        "unseen speakers", "speaker split: the 1 test speaker is not in training.", Simulated(0.41, 1));

    [Fact]
    public void The_table_says_what_the_leak_is_worth()
    {
        var table = LeakTable.Of([Random, Unseen]);
        var leak = Assert.Single(table.Leaks);
        Assert.Equal(table.Rows[0].Accuracy.Value - table.Rows[1].Accuracy.Value, leak.Accuracy.Value, 1e-12);
        Assert.True(leak.Uar.ExcludesZero);
        Assert.Equal(Expected, table.ToText());
    }

    [Fact]
    public void Each_split_but_the_last_has_its_leak_and_enough_speakers_are_drawn_as_speakers()
    {
        SplitResult many = Unseen with { Predictions = Simulated(0.5, 6) };
        var table = LeakTable.Of([many with { Name = "a" }, many with { Name = "b" }, many]);
        Assert.Equal(["a", "b"], table.Leaks.Select(leak => leak.Name));
        Assert.Equal(ResampledUnit.Speakers, table.Unit);
        Assert.Contains("\nleak of a ", table.ToText());
        Assert.DoesNotContain("Too few", table.ToText());
        Assert.Throws<ArgumentException>(() => LeakTable.Of([many]));
    }

    [Fact]
    public void A_value_without_bounds_stands_alone()
    {
        var one = Unseen with { Predictions = new Predictions(["a", "b"], [new("x", "s", 0, [1, 0])]) };
        Assert.Contains("     100.0  100.0\n", LeakTable.Of([one, one]).ToText());
    }

    [Fact]
    public void The_report_holds_the_same_numbers_and_is_plain_JSON()
    {
        var report = MetricsReport.Of(Unseen.Predictions, Unseen.Description);
        Assert.Equal((210, 1), (report.Clips, report.Speakers));
        Assert.Equal(report.Uar, report.UarOverClips.Value);
        Assert.Equal(report.Accuracy, report.AccuracyOverSpeakers.Value);
        Assert.Null(report.UarOverSpeakers.Low);
        Assert.Equal(["neutral", "happy", "sad"], report.PerClass.Select(c => c.Label));
        Assert.Equal(210, report.Confusion.Sum(row => row.Sum()));
        var text = Json.ToText(report);
        Assert.Contains("\"uarOverSpeakers\"", text);
        Assert.Equal(text, Json.ToText(Json.Parse<MetricsReport>(text, "memory")));
    }

    private static Predictions Simulated(double chance, int speakers) =>
        BootstrapTests.Simulated(210, chance, speakers, 3);

    private const string Expected =
        """
        split            test clips  test speakers            accuracy %                 UAR %
        ---------------  ----------  -------------  --------------------  --------------------
        random split            210              4     96.2 [93.3, 98.6]     96.2 [93.3, 98.6]
        unseen speakers         210              1     41.9 [35.2, 48.1]     41.9 [35.3, 48.3]
        ---------------  ----------  -------------  --------------------  --------------------
        leak                                        +54.3 [+47.6, +61.4]  +54.3 [+47.4, +61.4]

        Square brackets: percentile bootstrap over clips, 2000 draws, 95 %; the leak is in points.
        Too few test speakers to draw speakers: the brackets say nothing of other speakers.
        random split: 4 of 4 test speakers are also in training.
        speaker split: the 1 test speaker is not in training.

        """;
}
