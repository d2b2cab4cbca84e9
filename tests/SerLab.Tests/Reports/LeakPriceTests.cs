using SerLab.Files;
using SerLab.Reports;
using SerLab.Splits;
using SerLab.Tests.Evaluation;

namespace SerLab.Tests.Reports;

[Collection(nameof(Alone))]
[Trait("Kind", "law")]
public sealed class LeakPriceTests(SmallRuns small) : IClassFixture<SmallRuns>
{
    [Fact]
    public void Steps_add_up_to_what_is_lost_and_intervals_are_paired()
    {
        var price = LeakPrice.Of([Runs(SplitKey.None, 0.9, 0.9), Runs(SplitKey.Phrase, 0.7, 0.7), Runs(SplitKey.Speaker, 0.3, 0.3)]);
        Assert.Equal(price.Rungs[2].Lost!.Value, price.Rungs[1].Step!.Value + price.Rungs[2].Step!.Value, 1e-12);
        Assert.Null(price.Rungs[0].Lost);
        Assert.Equal(["random split", "unseen phrases", "unseen speakers"], price.Rungs.Select(rung => rung.Name));
        Assert.Equal((2, 1 / 3.0), (price.Seeds, price.Chance));
        Assert.Matches("random split 9. %, unseen speakers 3. %: 6. points of the UAR were leak", price.Verdict);
    }

    [Fact]
    public void No_difference_is_no_leak()
    {
        var price = LeakPrice.Of([Runs(SplitKey.None, 0.5), Runs(SplitKey.Speaker, 0.5)]);
        Assert.EndsWith("the difference is within chance, no leak shows.", price.Verdict);
        Assert.DoesNotContain("(", Words(price));
        Assert.Contains("(", Words(LeakPrice.Of([Runs(SplitKey.None, 0.9), Runs(SplitKey.Speaker, 0.3)])));
    }

    [Fact]
    public void Every_way_and_seed_is_a_run_that_is_used_again()
    {
        var recipe = SmallRuns.Options with { Training = SmallRuns.Options.Training with { Epochs = 1 } };
        var folder = small.Folder("price");
        LeakPrice Price() => new LeakPriceExperiment(recipe, 2, 2, TimeProvider.System)
            .Execute(small.Corpus, folder, cancel: TestContext.Current.CancellationToken);
        var price = Price();
        Assert.Equal(
            ["both-seed-1", "both-seed-2", "phrases-seed-1", "phrases-seed-2", "random-seed-1", "random-seed-2",
                "speakers-seed-1", "speakers-seed-2"],
            Directory.GetDirectories(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Single(price.Rungs.Select(rung => rung.TrainClips).Distinct());
        var written = Directory.GetFiles(folder, "manifest.json", SearchOption.AllDirectories).ToDictionary(f => f, File.GetLastWriteTimeUtc);
        Assert.Equal(Json.ToText(price), Json.ToText(Price()));
        Assert.All(written, file => Assert.Equal(file.Value, File.GetLastWriteTimeUtc(file.Key)));
    }

    [Fact]
    public void A_corpus_where_nothing_can_be_unseen_and_no_seeds_are_refused()
    {
        var corpus = small.Corpus with
        {
            Utterances = [.. small.Corpus.Utterances.Where(u => u.Speaker == small.Corpus.Utterances[0].Speaker)
                .Select(u => u with { Phrase = null })],
        };
        Refused("nothing can be unseen", () => new LeakPriceExperiment(SmallRuns.Options, 2, 1, TimeProvider.System)
            .Execute(corpus, small.Folder("none")));
        Refused("seeds is 0", () => new LeakPriceExperiment(SmallRuns.Options, 2, 0, TimeProvider.System)
            .Execute(small.Corpus, small.Folder("none")));
    }

    private static string Words(LeakPrice price) =>
        string.Join(' ', price.Figure().Panels[0].Charts.OfType<SerLab.Figures.TextChart>().Single().Texts);

    private static (IReadOnlyList<Run>, double) Runs(SplitKey way, params double[] chances) =>
        ([.. chances.Select((chance, i) => SmallRuns.Imagined(
            BootstrapTests.Simulated(210, chance, 6, 3 + i), new MatchedFolds { By = way, Seed = i }))], 100);

    private static void Refused(string says, Action act) =>
        Assert.Contains(says, Assert.Throws<BadOptionException>(act).Message);
}
