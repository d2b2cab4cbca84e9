using SerLab.Corpora;
using SerLab.Files;
using SerLab.Models;
using SerLab.Reports;
using SerLab.Reports.Claims;
using SerLab.Splits;
using SerLab.Training;

namespace SerLab.Tests.Reports.Claims;

[Collection(nameof(Alone))]
[Trait("Kind", "end-to-end")]
public sealed class ClaimExperimentTests(SmallRuns runs) : IClassFixture<SmallRuns>
{
    private static readonly ExperimentOptions Recipe = SmallRuns.Options with
    {
        Split = SplitRule.Parse("random(test=0.25, validation=0)"), ValidatesOnTest = true,
        Training = SmallRuns.Options.Training with { Watch = Watched.Accuracy },
    };

    private static readonly Claim Claim = new()
    {
        Id = "T-tones", Project = "T", Source = "a test", About = "Tones are told apart.", Corpus = "tones",
        Recordings = 2452, Protocol = "a small network", Recipe = Recipe,
        Numbers = [new("accuracy", 1.00m, ClaimUnit.Percent), new("loss", 0.5m, ClaimUnit.Nats)],
        Classes = ["happy", "neutral"], F1 = [99.5m, 98.25m], Differs = ["All of it is made up."],
    };

    [Fact]
    public void A_claim_is_run_as_published_and_on_unseen_speakers_and_judged()
    {
        var result = Execute(Claim, new(), "judged");
        Assert.Equal(Verdict.Reproduced, result.Verdict); // it claims 1 %
        Assert.StartsWith("Claimed 1.00 %: its protocol gives accuracy ", result.Sentence);
        Assert.Contains("on 24 of its 2,452 recordings", result.Sentence);
        Assert.Equal(("random split", "unseen speakers"), (result.Published!.SplitName, result.Honest!.SplitName));
        Assert.Contains("it chose the epoch whose score it gives", result.Published.Description);
        Assert.DoesNotContain("chose the epoch", result.Honest.Description);
        Assert.Equal(result.Published.Metrics.Accuracy - result.Honest.Metrics.Accuracy, result.Leak!.Value, 1e-12);
        Assert.Contains("validation=0.1", result.Honest.Split);
        Assert.True(result.Seconds > 0);
    }

    [Fact]
    public void What_is_finished_is_used_again_and_read_again()
    {
        var first = Execute(Claim, new(), "again");
        var heard = new List<ExperimentProgress>();
        var second = Execute(Claim, new(), "again", hear: heard.Add);
        Assert.Empty(heard);
        Assert.Equal(Json.ToText(first), Json.ToText(second));
    }

    [Fact]
    public void A_claim_that_was_stopped_goes_on_to_the_same_answers()
    {
        using var stop = new CancellationTokenSource();
        void Hear(ExperimentProgress step)
        {
            if (step.Epoch?.Number == 2)
            {
                stop.Cancel();
            }
        }
        Assert.ThrowsAny<OperationCanceledException>(
            () => Execute(Claim, new(), "stopped", hear: Hear, cancel: stop.Token));
        var resumed = Execute(Claim, new(), "stopped");
        var whole = Execute(Claim, new(), "whole");
        Assert.Equal(Json.ToText(whole.Published!.Metrics), Json.ToText(resumed.Published!.Metrics));
        Assert.Equal(Json.ToText(whole.Honest!.Metrics), Json.ToText(resumed.Honest!.Metrics));
    }

    [Fact]
    public void Fewer_epochs_than_published_judge_nothing()
    {
        var result = Execute(Claim, new() { Epochs = 1 }, "quick");
        Assert.Equal((Verdict.QuickLook, 1), (result.Verdict, result.Published!.Epochs));
        Assert.Contains("nothing is judged", result.Sentence);
        Assert.Equal("Training was cut short after 1 epoch.", result.Differs[0]);
    }

    [Fact]
    public void On_another_corpus_only_the_leak_is_told()
    {
        var result = Execute(Claim with { Corpus = "crema-d" }, new(), "other");
        Assert.Equal(Verdict.LeakAlone, result.Verdict);
        Assert.StartsWith("Its protocol on tones gives accuracy ", result.Sentence);
        Assert.Contains("The recordings are tones's.", result.Differs);
    }

    [Fact]
    public void Emotions_that_a_claim_leaves_out_are_left_out_of_both_runs()
    {
        var corpus = runs.Corpus with
        {
            Utterances = [.. runs.Corpus.Utterances.Select((u, i) => i % 3 == 0 ? u with { Emotion = "sad" } : u)],
        };
        var result = Execute(Claim with { Drops = ["sad", "calm"] }, new() { Epochs = 1 }, "dropped", corpus);
        Assert.Equal(["neutral", "happy"], result.Honest!.Labels);
        Assert.Equal(["neutral", "happy"], result.Published!.Labels);
    }

    [Fact]
    public void Folds_test_every_speaker_and_are_never_more_than_speakers()
    {
        var result = Execute(Claim, new() { Folds = 9, Epochs = 1 }, "folds");
        Assert.Equal((24, 4), (result.Honest!.Metrics.Clips, result.Honest.Metrics.Speakers));
        Assert.StartsWith("folds(k=4, by=speaker", result.Honest.Split);
    }

    [Fact]
    public void Models_are_compared_over_folds_and_an_order_holds_only_where_every_pair_does()
    {
        var claim = Claim with
        {
            Id = "T-order", Numbers = [], Classes = [], F1 = [],
            Models = [new Cnn2d { Channels = [2], Hidden = 4 }, new SoftmaxRegression()], Better = ["cnn2d"],
            Recipe = Recipe with { Split = SplitRule.Parse("folds(k=2, by=random)"), ValidatesOnTest = false },
        };
        var result = Execute(claim, new(), "models");
        Assert.Equal(["cnn2d", "linear"], result.Models.Select(model => model.Name));
        Assert.All(result.Models, model => Assert.Equal(24, model.Published.Metrics.Clips));
        Assert.Contains(result.Verdict, new[] { Verdict.Reproduced, Verdict.OnlyByLeak, Verdict.NotReproduced });
        Assert.Matches("^On tones (all 1 pairs hold|0 of 1 pairs hold)", result.Sentence);
        var report = new ClaimsReport([result]).ToMarkdown();
        Assert.Contains("| linear | happy | 12 |", report);
    }

    [Fact]
    public void The_folder_gives_all_claims_back_in_the_order_of_the_ledger()
    {
        var known = Ledger.Read().Named("P3-mean105")[0] with { Recipe = Recipe, Numbers = Claim.Numbers };
        Execute(known, new() { Epochs = 1 }, "ledger");
        var all = ClaimFolder.All(runs.Folder("ledger"), Ledger.Read());
        Assert.Equal("P3-mean105", Assert.Single(all).Id);
        Assert.Empty(ClaimFolder.All(runs.Folder("missing"), Ledger.Read()));
    }

    [Fact]
    public void Counts_below_one_are_refused()
    {
        Assert.Throws<BadOptionException>(() => Execute(Claim, new() { Epochs = 0 }, "none"));
        Assert.Throws<BadOptionException>(() => Execute(Claim, new() { Folds = 0 }, "none"));
    }

    private ClaimResult Execute(
        Claim claim, ClaimOptions options, string folder, Corpus? corpus = null,
        Action<ExperimentProgress>? hear = null, CancellationToken? cancel = null) =>
        new ClaimExperiment(claim, options, TimeProvider.System).Execute(
            corpus ?? (runs.Corpus with
            {
                Utterances = [.. runs.Corpus.Utterances.Where(u => !u.File.EndsWith("bad.wav"))],
            }),
            runs.Folder(folder), WhenFinished.Reuse, "a test", new Relay<ExperimentProgress>(hear ?? (_ => { })),
            cancel ?? TestContext.Current.CancellationToken);
}
