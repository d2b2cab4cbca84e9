using SerLab.Evaluation;
using SerLab.Files;
using SerLab.Models;
using SerLab.Reports;
using SerLab.Splits;
using SerLab.Training;

namespace SerLab.Tests.Reports;

/// <summary>Several trainings in one experiment, and trainings that are stopped.</summary>
[Collection(nameof(Alone))]
[Trait("Kind", "end-to-end")]
public sealed class ExperimentSeriesTests(SmallRuns runs) : IClassFixture<SmallRuns>
{
    private static readonly ExperimentOptions Folds = SmallRuns.Options with
    {
        Split = SplitRule.Parse("folds=2"), Training = SmallRuns.Options.Training with { Epochs = 1 },
    };

    [Fact]
    public void Folds_are_a_run_each_and_their_test_predictions_come_together()
    {
        var run = runs.Execute(Folds, runs.Folder("folds"));
        Assert.Equal(["fold-1", "fold-2"], run.Parts.Select(part => part.Folder));
        Assert.Equal(["1", "2"], run.Parts.Select(part => part.Fold));
        Assert.Equal(24, run.Metrics.Clips);
        Assert.Contains("2 folds together: no fold has a test speaker in training", run.Manifest.SplitDescription);
        foreach (var part in run.Parts)
        {
            var one = Run.Load(Path.Combine(run.Folder.Path, part.Folder));
            Assert.Equal(part, RunPart.Of(one));
            Assert.Equal(part.Fold, one.Manifest.Fold);
            Assert.Equal(2, one.Predictions.Speakers.Count);
            Assert.Subset(Rows(run.Predictions), Rows(one.Predictions));
        }
        Assert.Null(run.BestEpoch);
        Assert.Contains("several trainings", Assert.Throws<BadFileException>(
            () => ModelBundle.Load(run.Folder.Path)).Message);
        var loaded = Run.Load(run.Folder.Path);
        Assert.Equal(run.Parts, loaded.Parts);
        Assert.Equal(run.Seeds, loaded.Seeds);
        Assert.Equal(Json.ToText(run.Metrics), Json.ToText(loaded.Metrics));
        Assert.Equal(2, SplitCsv.Read(run.Folder.Split, Read).Count);
    }

    [Fact]
    public void Folds_by_speaker_and_phrase_train_without_what_is_unused()
    {
        var corpus = runs.Corpus with { Utterances = [.. runs.Corpus.Utterances.SkipLast(1)] }; // which is no sound
        var options = Folds with { Split = SplitRule.Parse("folds(k=2, by=speaker+phrase)") };
        var run = runs.Execute(options, runs.Folder("both"), corpus: corpus);
        Assert.EndsWith(
            "no fold has a test speaker in training, and no fold a test phrase.", run.Manifest.SplitDescription);
        var plans = SplitCsv.Read(run.Folder.Split, corpus);
        Assert.All(plans, plan => Assert.NotEmpty(plan.Unused));
        Assert.Equal(plans.Sum(plan => plan.Test.Count), run.Predictions.Rows.Count);
        Assert.Equal("unseen speakers and phrases", run.SplitName);
    }

    [Fact]
    public void Seeds_share_the_split_and_give_mean_and_spread()
    {
        var options = SmallRuns.Options with
        {
            Seeds = 2, Training = SmallRuns.Options.Training with { Epochs = 1, Seed = 5 },
        };
        var run = runs.Execute(options, runs.Folder("seeds"));
        Assert.Equal(["seed-5", "seed-6"], run.Parts.Select(part => part.Folder));
        Assert.Equal([5, 6], run.Seeds.Select(seed => seed.Seed));
        Assert.Equal(run.Metrics.Accuracy, run.Seeds[0].Accuracy);
        Assert.Equal(2, run.Parts.Select(part => Weights(run, part.Folder)).Distinct().Count());
        var alone = runs.Execute(
            options with { Seeds = 1, Training = options.Training with { Seed = 6 } }, runs.Folder("seed-6-alone"));
        Assert.Equal(Weights(run, "seed-6"), Weights(alone, ""));
        Assert.Equal(new SeedSpread(2, 1), SeedSpread.Of([1, 2, 3]));
    }

    [Fact]
    public void An_experiment_stopped_in_its_second_fold_keeps_the_first_and_comes_to_the_same_bytes()
    {
        var folder = runs.Folder("stopped");
        var whole = runs.Execute(Folds, runs.Folder("whole"));
        using var source = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => runs.Execute(Folds, folder, cancel: source.Token, hear: step =>
        {
            if (step is { Part: "training 2 of 2", Epoch: null })
            {
                source.Cancel();
            }
        }));
        Assert.False(new RunFolder(folder).IsFinished);
        var first = File.GetLastWriteTimeUtc(Path.Combine(folder, "fold-1", ModelBundle.WeightsFile));
        var resumed = runs.Execute(Folds, folder);
        Assert.Equal(first, File.GetLastWriteTimeUtc(Path.Combine(folder, "fold-1", ModelBundle.WeightsFile)));
        Assert.All(whole.Parts, part => Assert.Equal(Weights(whole, part.Folder), Weights(resumed, part.Folder)));
        Assert.Equal(File.ReadAllText(whole.Folder.Predictions), File.ReadAllText(resumed.Folder.Predictions));
        Assert.Empty(Directory.GetFiles(folder, Checkpoint.FileName, SearchOption.AllDirectories));
    }

    [Fact]
    public void A_stopped_training_goes_on_only_with_its_own_options()
    {
        var folder = runs.Folder("other");
        using var source = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => runs.Execute(
            SmallRuns.Options, folder, cancel: source.Token, hear: step =>
            {
                if (step is { Stage: "training", Epoch: null })
                {
                    source.Cancel();
                }
            }));
        var other = SmallRuns.Options with { Training = SmallRuns.Options.Training with { Batch = 7 } };
        var refused = Assert.Throws<BadFileException>(() => runs.Execute(other, folder));
        Assert.Contains("training that was stopped with other options", refused.Message);
        Assert.Equal(SmallRuns.Options, Json.Read<ExperimentOptions>(new RunFolder(folder).Config));
        var run = runs.Execute(SmallRuns.Options, folder);
        Assert.Equal(Weights(runs.Finished, ""), Weights(run, ""));
        Assert.Equal(
            runs.Finished.History.Select(e => e with { Seconds = 0 }), run.History.Select(e => e with { Seconds = 0 }));
        runs.Execute(other, folder, WhenFinished.Update);
    }

    [Fact]
    public void A_training_that_diverges_says_so_and_leaves_the_last_good_weights()
    {
        var folder = runs.Folder("diverged");
        var options = SmallRuns.Options with
        {
            Model = new LeNet2d(),
            Training = SmallRuns.Options.Training with
            {
                Epochs = 60, LearningRate = 0.1, // each step multiplies all weights by −9
                Optimizer = new OptimizerOptions { Kind = OptimizerKind.Sgd, Momentum = 0, WeightDecay = 100 },
            },
        };
        var failure = Assert.ThrowsAny<SerLabException>(() => runs.Execute(options, folder));
        Assert.Contains("diverged", failure.Message);
        Assert.Contains($"are in {folder}", failure.Message);
        using var bundle = ModelBundle.Load(folder);
        Assert.All(bundle.Probabilities(new float[128 * 128])[0], p => Assert.True(double.IsFinite(p)));
        Assert.False(new RunFolder(folder).IsFinished);
        var finished = runs.Execute(SmallRuns.Options, folder); // nothing stands in the way of another try
        var kept = Weights(finished, "");
        var again = Assert.ThrowsAny<SerLabException>(() => runs.Execute(options, folder, WhenFinished.Update));
        Assert.Contains(Path.Combine(folder, "diverged"), again.Message);
        Assert.Equal(kept, Weights(Run.Load(folder), "")); // the run that was to be replaced is whole
    }

    [Fact]
    public void Twice_doubles_an_emotion_in_training_alone()
    {
        var run = runs.Execute(SmallRuns.Options with { Twice = "neutral" }, runs.Folder("twice"));
        Assert.NotEqual(Weights(runs.Finished, ""), Weights(run, ""));
        Assert.Equal(runs.Finished.Metrics.Clips, run.Metrics.Clips);
        var failure = Assert.Throws<BadOptionException>(
            () => runs.Execute(SmallRuns.Options with { Twice = "calm" }, runs.Folder("calm")));
        Assert.Contains("no recording is 'calm'", failure.Message);
    }

    private SerLab.Corpora.Corpus Read => runs.Corpus with { Utterances = [.. runs.Corpus.Utterances.SkipLast(1)] };

    private static HashSet<string> Rows(Predictions predictions) => [.. predictions.Rows.Select(row => Json.ToText(row))];

    private static string Weights(Run run, string part) =>
        ContentHash.OfFile(Path.Combine(run.Folder.Path, part, ModelBundle.WeightsFile));
}
