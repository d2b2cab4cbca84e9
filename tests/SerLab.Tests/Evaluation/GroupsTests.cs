using SerLab.Corpora;
using SerLab.Evaluation;
using SerLab.Tests.Files;

namespace SerLab.Tests.Evaluation;

[Trait("Kind", "law")]
public sealed class GroupsTests
{
    private static readonly BootstrapOptions Quick = new() { Resamples = 200 };

    [Fact]
    public void Each_group_is_scored_on_its_own_clips()
    {
        var groups = Scores(i => i % 2 == 0 ? "S1" : "S2", i => i % 2 == 0 || i < 40);
        Assert.Equal(["speaker S1", "speaker S2", "sex female", "sex male"], groups.Select(g => $"{g.By} {g.Group}"));
        Assert.Equal((50, 1, 2, 1.0), (groups[0].Clips, groups[0].Speakers, groups[0].Emotions, groups[0].Accuracy));
        Assert.Equal(0.4, groups[1].Accuracy);
        Assert.True(groups[1].AccuracyLow < 0.4 && groups[1].AccuracyHigh > 0.4);
    }

    [Fact]
    public void The_worst_is_named_and_below_all_only_where_it_is_so_by_more_than_noise()
    {
        var apart = Scores(i => i % 2 == 0 ? "S1" : "S2", i => i % 2 == 0 || i < 20);
        Assert.Equal("S2", Groups.Worst(apart.Where(g => g.By == "speaker"))!.Group);
        Assert.Equal([false, true], apart.Take(2).Select(g => g.IsBelow));
        var near = Scores(i => i % 2 == 0 ? "S1" : "S2", i => i % 10 < 7);
        Assert.All(near, group => Assert.False(group.IsBelow));
    }

    [Fact]
    public void A_small_group_is_marked_and_never_the_worst()
    {
        var groups = Scores(i => i < 10 ? "few" : i < 50 ? "S1" : "S2", i => i >= 10 && i % 7 > 0);
        var few = Assert.Single(groups, group => group.Group == "few");
        Assert.True(few.IsSmall && few.Uar == 0 && !few.IsBelow);
        Assert.NotEqual("few", Groups.Worst(groups.Where(group => group.By == "speaker"))!.Group);
        Assert.Null(Groups.Worst([few]));
    }

    [Fact]
    public void What_the_corpus_does_not_tell_makes_no_groups()
    {
        var utterances = Enumerable.Range(0, 100).Select(i => new Utterance($"{i}", $"{i}", "made", "S", "happy", "h"));
        Assert.Empty(Groups.Of(Answers(_ => "S", _ => true), utterances, Quick));
        Assert.Throws<ArgumentException>(() => Groups.Of(Answers(_ => "S", _ => true), []));
    }

    [Fact]
    public void The_table_reads_back()
    {
        using var folder = new TemporaryFolder();
        var groups = Scores(i => i < 1 ? "one" : i < 50 ? "S1" : "S2", i => i % 3 > 0);
        GroupScore.WriteCsv(folder["groups.csv"], groups);
        Assert.Equal(groups, GroupScore.ReadCsv(folder["groups.csv"]));
        Assert.Contains(groups, group => group.UarLow is null);
    }

    private static IReadOnlyList<GroupScore> Scores(Func<int, string> speaker, Func<int, bool> isRight) => Groups.Of(
        Answers(speaker, isRight),
        Enumerable.Range(0, 100).Select(i => new Utterance($"{i}", $"{i}", "made", speaker(i), "", "")
        {
            Sex = i % 2 == 0 ? Sex.Female : Sex.Male,
        }),
        Quick);

    private static Predictions Answers(Func<int, string> speaker, Func<int, bool> isRight) => new(
        ["happy", "sad"],
        [.. Enumerable.Range(0, 100).Select(i => new Prediction(
            $"{i}", speaker(i), i / 2 % 2, isRight(i) == (i / 2 % 2 == 0) ? [0.8, 0.2] : [0.3, 0.7]))]);
}
