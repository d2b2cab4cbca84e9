using SerLab.Audio;
using SerLab.Augmentation;
using SerLab.Features;
using SerLab.Files;
using SerLab.Models;
using SerLab.Reports;
using SerLab.Splits;
using SerLab.Tests.Features;
using SerLab.Tests.Files;
using SerLab.Training;

namespace SerLab.Tests.Reports;

/// <summary>Trainings with augmented copies: of the training part alone, and to the same bytes.</summary>
[Collection(nameof(Alone))]
[Trait("Kind", "end-to-end")]
public sealed class AugmentedTrainingTests(SmallRuns runs) : IClassFixture<SmallRuns>, IDisposable
{
    private const int Epochs = 2;

    private static readonly ExperimentOptions Plain = SmallRuns.Options with
    {
        Training = SmallRuns.Options.Training with { Epochs = Epochs },
    };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("none")]
    [InlineData("p1")]
    [InlineData("p1x2")]
    public void Copies_are_of_the_training_part_alone_and_each_epoch_learns_from_all_of_them(string policy)
    {
        var options = With(policy);
        var copies = options.Augmentation!.Policy.Copies;
        var store = new FeatureStore(_folder["store"]);
        var heard = new List<ExperimentProgress>();
        var run = runs.Execute(options, runs.Folder($"copies-{policy}"), hear: Hear, store: store);
        var plan = Plan(run);
        Assert.Equal(
            [.. Enumerable.Repeat(plan.Train.Count, copies), run.Manifest.Data.Utterances],
            store.List().Select(content => content.Clips).Order());
        for (var copy = 1; copy <= copies; copy++)
        {
            Assert.Equal(plan.Train.Count, Stored(plan.Train, copy));
            Assert.Equal(0, Stored(plan.Validation, copy));
            Assert.Equal(0, Stored(plan.Test, copy));
        }
        var last = heard.Last(step => step is { Stage: "training", Epoch: null });
        Assert.Equal(Epochs * (1 + copies) * plan.Train.Count, last.Total);
        Assert.Equal(last.Total, last.Done);
        Assert.Equal(
            Enumerable.Range(1, copies).Select(copy => $"augmented copy {copy} of {copies}"),
            heard.Select(step => step.Stage).Where(stage => stage.StartsWith("augmented")).Distinct());

        void Hear(ExperimentProgress step)
        {
            lock (heard)
            {
                heard.Add(step);
            }
        }

        // Asking adds what was not there, to a store that this test alone has.
        int Stored(Part part, int copy)
        {
            var set = new AugmentedCopy(options.Augmentation.Policy, 1, copy).Of(FeatureSets.Create(options.Features));
            return CorpusFeatures.Write(_folder["x.npy"], part.Utterances, set, 1, store: store).Stored;
        }
    }

    [Fact]
    public void Copies_from_the_store_give_the_bytes_of_copies_made_now_and_no_store()
    {
        var store = new FeatureStore(_folder["store"]);
        var without = runs.Execute(With("p1"), runs.Folder("p1-without"));
        var cold = runs.Execute(With("p1"), runs.Folder("p1-cold"), store: store);
        var warm = runs.Execute(With("p1"), runs.Folder("p1-warm"), store: store);
        Assert.Equal(Bytes(without), Bytes(cold));
        Assert.Equal(Bytes(cold), Bytes(warm));
        Assert.NotEqual(Bytes(cold), Bytes(runs.Execute(Plain, runs.Folder("plain"))));
        Assert.NotEqual(Bytes(cold), Bytes(runs.Execute(With("p1", seed: 2), runs.Folder("p1-seed-2"))));
    }

    [Fact]
    public void Made_anew_in_each_epoch_they_give_the_same_bytes_again_also_when_stopped_and_fill_no_store()
    {
        var options = With("p1", onTheFly: true);
        var store = new FeatureStore(_folder["store"]);
        var whole = runs.Execute(options, runs.Folder("fly"), store: store);
        Assert.Equal(whole.Manifest.Data.Utterances, Assert.Single(store.List()).Clips);
        Assert.Equal(Bytes(whole), Bytes(runs.Execute(options, runs.Folder("fly-again"))));
        Assert.NotEqual(Bytes(whole), Bytes(runs.Execute(With("p1"), runs.Folder("stored"))));

        var stopped = runs.Folder("fly-stopped");
        using var source = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(
            () => runs.Execute(options, stopped, hear: Stop, cancel: source.Token));
        Assert.False(new RunFolder(stopped).IsFinished);
        Assert.Equal(Bytes(whole), Bytes(runs.Execute(options, stopped)));

        void Stop(ExperimentProgress step)
        {
            if (step is { Stage: "training", Epoch.Number: 1 })
            {
                source.Cancel();
            }
        }
    }

    [Fact]
    public void The_manifest_holds_the_policy_and_the_run_is_another_one_without_it()
    {
        var run = runs.Execute(With("p2"), runs.Folder("manifest"));
        var loaded = Run.Load(run.Folder.Path).Manifest.Options.Augmentation!;
        Assert.Equal(Json.ToText(AugmentationPolicy.Named("p2")), Json.ToText(loaded.Policy));
        Assert.False(loaded.OnTheFly);
        Assert.Throws<BadFileException>(() => runs.Execute(Plain, run.Folder.Path));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_clip_whose_copy_has_no_sample_is_learnt_from_without_it(bool onTheFly)
    {
        AudioFile.WriteFloat(_folder["one.wav"], new Clip([0.5f], Recordings.Rate, "one"));
        var one = Recordings.At(_folder["one.wav"]); // of S0, who trains
        var corpus = runs.Corpus with { Utterances = [.. runs.Corpus.Utterances.SkipLast(1), one] };
        var fast = new AugmentationPolicy { Name = "fast", Steps = [new TimeStretch { Rate = 2 }] };
        var options = Plain with { Augmentation = new AugmentationOptions { Policy = fast, OnTheFly = onTheFly } };
        var total = 0L;
        var run = runs.Execute(
            options, runs.Folder($"fast-{onTheFly}"), corpus: corpus, store: new FeatureStore(_folder["store"]),
            hear: step => total = step.Stage == "training" ? step.Total : 0);
        Assert.Equal(25, run.Manifest.Data.Utterances);
        Assert.Equal(Epochs * (13 + 12), total);
    }

    [Fact]
    public void A_policy_that_cannot_hold_is_refused_before_anything_is_read()
    {
        var bad = new AugmentationPolicy { Name = "bad", Copies = 101, Steps = [new WhiteNoise()] };
        var options = Plain with { Augmentation = new AugmentationOptions { Policy = bad } };
        Assert.Contains("101 copies", Assert.Throws<BadOptionException>(
            () => runs.Execute(options, runs.Folder("bad"))).Message);
        Assert.False(Directory.Exists(runs.Folder("bad")));
    }

    private static ExperimentOptions With(string policy, bool onTheFly = false, int seed = 1) => Plain with
    {
        Augmentation = new AugmentationOptions { Policy = AugmentationPolicy.Named(policy), OnTheFly = onTheFly },
        Training = Plain.Training with { Seed = seed },
    };

    private SplitPlan Plan(Run run) => Assert.Single(
        SplitCsv.Read(run.Folder.Split, runs.Corpus with { Utterances = [.. runs.Corpus.Utterances.SkipLast(1)] }));

    private static string Bytes(Run run) => string.Join(' ', ((string[])
        [ModelBundle.WeightsFile, Checkpoint.LastFile, "predictions.csv"])
        .Select(name => ContentHash.OfFile(Path.Combine(run.Folder.Path, name))));
}
