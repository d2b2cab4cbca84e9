using SerLab.Evaluation;
using SerLab.Files;
using SerLab.Models;
using SerLab.Reports;
using SerLab.Splits;
using SerLab.Tests.Evaluation;

namespace SerLab.Tests.Reports;

[Trait("Kind", "golden")]
public sealed class ComparisonTests
{
    private static readonly Run Random = SmallRuns.Imagined(Answers(0.97, 4), new RandomSplit());
    private static readonly Run Phrases = SmallRuns.Imagined(Answers(0.8, 4), new PhraseSplit());
    private static readonly Run Speakers = SmallRuns.Imagined(Answers(0.41, 1), new SpeakerSplit());

    [Fact]
    public void The_verdict_says_both_scores_and_the_leak()
    {
        Assert.Equal(
            "random split says 96 %, unseen speakers say 42 %: 54 points of the result were leak.",
            new Comparison([Random, Speakers]).Verdict);
        Assert.StartsWith("unseen phrases say ", new Comparison([Phrases, Speakers]).Verdict);
    }

    [Fact]
    public void The_order_of_the_runs_does_not_matter_and_unseen_speakers_are_the_measure()
    {
        var comparison = new Comparison([Speakers, Random, Phrases]);
        Assert.Equal(["random split", "unseen phrases", "unseen speakers"], comparison.Table.Rows.Select(row => row.Name));
        Assert.Equal(new Comparison([Random, Phrases, Speakers]).Verdict, comparison.Verdict);
    }

    [Fact]
    public void The_stricter_a_split_the_further_down_it_stands()
    {
        string[] rules = ["corpus", "speaker", "speaker+phrase", "random", "phrase"];
        Run[] runs = [.. rules.Select(rule => SmallRuns.Imagined(Answers(0.41, 1), SplitRule.Parse(rule)))];
        var comparison = new Comparison(runs);
        Assert.Equal(
            ["random split", "unseen phrases", "unseen speakers", "unseen speakers and phrases", "unseen corpus"],
            comparison.Table.Rows.Select(row => row.Name));
        Assert.Contains("unseen corpus says 42 %", comparison.Verdict);
    }

    [Fact]
    public void A_difference_within_chance_is_no_leak_and_neither_is_a_better_score_on_new_speakers()
    {
        var same = SmallRuns.Imagined(Answers(0.41, 4), new RandomSplit());
        Assert.Contains("no leak shows", new Comparison([same, Speakers]).Figure().Finding);
        Assert.EndsWith(": the difference is within chance, no leak shows.", new Comparison([same, Speakers]).Verdict);
        var best = SmallRuns.Imagined(Answers(0.99, 1), new SpeakerSplit());
        Assert.EndsWith(": the stricter split scores higher, no leak shows.", new Comparison([same, best]).Verdict);
    }

    [Fact]
    public void Runs_that_differ_in_more_than_the_split_or_not_in_it_are_refused_with_the_reason()
    {
        Refuses("other recordings", Random, SmallRuns.Imagined(Answers(0.4, 1), new SpeakerSplit(), hash: "two"));
        Refuses("another model", Random, SmallRuns.Imagined(Answers(0.4, 1), new SpeakerSplit(), model: new Cnn2d()));
        Refuses("no other kind of split", Random, Random);
        Refuses("no other kind of split", Random);
        Refuses("no other kind of split");
    }

    [Fact]
    public void The_figure_shows_every_split_and_its_finding_has_the_numbers()
    {
        var figure = new Comparison([Random, Speakers]).Figure();
        Assert.Contains("TESS", figure.Title);
        Assert.Contains("96", figure.Finding);
        Assert.Contains("42", figure.Finding);
        Assert.Contains("unseen speakers", figure.ToJson());
    }

    private static void Refuses(string says, params Run[] runs) =>
        Assert.Contains(says, Assert.Throws<BadOptionException>(() => new Comparison(runs)).Message);

    private static Predictions Answers(double chance, int speakers) => BootstrapTests.Simulated(210, chance, speakers, 3);
}
