using SerLab.Features;
using SerLab.Files;
using SerLab.Models;
using SerLab.Reports;
using SerLab.Splits;

namespace SerLab.Tests.Reports;

[Collection(nameof(Alone))]
[Trait("Kind", "end-to-end")]
public sealed class ExperimentTests(SmallRuns runs) : IClassFixture<SmallRuns>
{
    private static readonly string[] Files =
    [
        "bundle.json", "config.json", "confusion_matrix.csv", "events.out.tfevents.0.serlab", "figures", "groups.csv",
        "history.csv",
        "last.safetensors", "manifest.json", "metrics.json", "model.safetensors", "predictions.csv", "report.txt",
        "split.csv", "validation_predictions.csv",
    ];

    [Fact]
    public void A_run_folder_holds_every_file_and_none_half_written()
    {
        var folder = runs.Finished.Folder.Path;
        Assert.Equal(Files, Names(folder));
        var figures = Names(runs.Finished.Folder.Figures);
        Assert.Superset(new HashSet<string> { "confusion.html", "curves.html" }, figures.ToHashSet());
        Assert.DoesNotContain(figures, name => name.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Fact]
    public void The_tables_have_the_columns_that_were_promised()
    {
        var folder = runs.Finished.Folder;
        Assert.Equal(
            "epoch,train_loss,train_accuracy,train_uar,val_loss,val_accuracy,val_uar,learning_rate,seconds",
            File.ReadLines(folder.History).First());
        Assert.Equal(
            "file,speaker,true_label,predicted_label,correct,p_neutral,p_happy",
            File.ReadLines(folder.Predictions).First());
        Assert.StartsWith(runs.Finished.Manifest.SplitDescription, File.ReadAllText(folder.Report));
        Assert.Contains("macro avg", File.ReadAllText(folder.Report));
    }

    [Fact]
    public void Loading_gives_back_what_was_written()
    {
        var loaded = Run.Load(runs.Finished.Folder.Path);
        Assert.Equal(runs.Finished.History, loaded.History);
        Assert.Equal(Json.ToText(runs.Finished.Manifest), Json.ToText(loaded.Manifest));
        Assert.Equal(Json.ToText(runs.Finished.Metrics), Json.ToText(loaded.Metrics));
        Assert.Equal(Json.ToText(runs.Finished.Predictions.Rows), Json.ToText(loaded.Predictions.Rows));
        Assert.Equal(SmallRuns.Options, loaded.Manifest.Options);
        Assert.Equal(runs.Finished.BestEpoch, loaded.BestEpoch);
    }

    [Fact]
    public void The_manifest_counts_the_recordings_and_lists_those_left_out_with_their_reasons()
    {
        var data = runs.Finished.Manifest.Data;
        Assert.Equal(24, data.Utterances);
        Assert.Equal(["odd.wav", "bad.wav"], data.LeftOut.Select(left => Path.GetFileName(left.File)));
        Assert.All(data.LeftOut, left => Assert.NotEmpty(left.Reason));
        Assert.Equal("a test", runs.Finished.Manifest.Command);
        Assert.True(runs.Finished.Manifest.Seconds > 0);
    }

    [Fact]
    public void The_split_on_disk_is_the_one_that_was_tested()
    {
        var read = runs.Corpus with { Utterances = [.. runs.Corpus.Utterances.SkipLast(1)] };
        var plan = Assert.Single(SplitCsv.Read(runs.Finished.Folder.Split, read));
        Assert.Equal(["S3"], plan.Test.Speakers);
        Assert.Equal(["S2"], plan.Validation.Speakers);
        Assert.Equal(plan.Test.Utterances.Select(u => u.File), runs.Finished.Predictions.Rows.Select(row => row.File));
    }

    [Fact]
    public void The_bundle_answers_as_the_predictions_say()
    {
        using var bundle = ModelBundle.Load(runs.Finished.Folder.Path);
        var set = FeatureSets.Create(bundle.Info.Features);
        var rows = runs.Finished.Predictions.Rows;
        var answers = bundle.Probabilities([.. rows.SelectMany(row => set.OfFile(row.File))]);
        Assert.Equal(rows.Select(row => row.Probabilities), answers);
    }

    [Fact]
    public void The_same_experiment_elsewhere_gives_the_same_bytes()
    {
        var other = runs.Execute(SmallRuns.Options, runs.Folder("again"));
        string[] equal = [.. Files.Except(["events.out.tfevents.0.serlab", "figures", "history.csv", "manifest.json"])];
        Assert.All(equal, name => Assert.Equal(
            File.ReadAllBytes(Path.Combine(runs.Finished.Folder.Path, name)),
            File.ReadAllBytes(Path.Combine(other.Folder.Path, name))));
        Assert.Equal(
            runs.Finished.History.Select(e => e with { Seconds = 0 }),
            other.History.Select(e => e with { Seconds = 0 }));
        Assert.Equal(runs.Finished.Manifest.Key, other.Manifest.Key);
    }

    [Theory]
    [InlineData(ScalerKind.MinMax)]
    [InlineData(ScalerKind.Utterance)]
    [InlineData(ScalerKind.Speaker)]
    [InlineData(ScalerKind.None)]
    public void Another_scaler_is_in_the_bundle_and_the_bundle_still_answers_as_the_predictions_say(ScalerKind kind)
    {
        var training = SmallRuns.Options.Training with { Epochs = 1 };
        var options = SmallRuns.Options with { Scaler = kind, Training = training };
        var run = runs.Execute(options, runs.Folder($"scaled-{kind}"));
        using var bundle = ModelBundle.Load(run.Folder.Path);
        var test = runs.Corpus.Utterances.Where(u => u.Speaker == "S3").ToDictionary(u => u.File);
        var rows = run.Predictions.Rows;
        var set = FeatureSets.Create(bundle.Info.Features);
        var answers = bundle.Probabilities(
            [.. rows.SelectMany(row => set.OfFile(row.File))], [.. rows.Select(row => test[row.File])]);
        Assert.Equal($"{kind}Scaler", bundle.Info.Scaler.GetType().Name.Replace("NoS", "NoneS"));
        Assert.Equal(rows.Select(row => row.Probabilities), answers);
        Assert.Equal(kind == ScalerKind.Speaker, run.Manifest.SplitDescription.Contains("transductive"));
        Assert.NotEqual(runs.Finished.Manifest.Key, run.Manifest.Key);
    }

    [Fact]
    public void The_truth_of_the_test_part_never_reaches_the_weights()
    {
        var swapped = runs.Corpus with
        {
            Utterances = [.. runs.Corpus.Utterances.Select(u =>
                u.Speaker == "S3" ? u with { Emotion = u.Emotion == "happy" ? "neutral" : "happy" } : u)],
        };
        var other = runs.Execute(SmallRuns.Options, runs.Folder("swapped"), corpus: swapped);
        foreach (var name in new[] { ModelBundle.WeightsFile, ModelBundle.InfoFile })
        {
            Assert.Equal(
                File.ReadAllBytes(Path.Combine(runs.Finished.Folder.Path, name)),
                File.ReadAllBytes(Path.Combine(other.Folder.Path, name)));
        }
        Assert.Equal(1, runs.Finished.Metrics.Accuracy + other.Metrics.Accuracy, 1e-12);
    }

    [Fact]
    public void The_same_options_load_the_finished_run_without_training()
    {
        var heard = 0;
        var before = Stamps(runs.Finished.Folder.Path);
        foreach (var when in new[] { WhenFinished.Reuse, WhenFinished.Update })
        {
            var again = runs.Execute(SmallRuns.Options, runs.Finished.Folder.Path, when, hear: _ => heard++);
            Assert.Equal(Json.ToText(runs.Finished.Manifest), Json.ToText(again.Manifest));
        }
        Assert.Equal(0, heard);
        Assert.Equal(before, Stamps(runs.Finished.Folder.Path));
    }

    [Fact]
    public void Other_options_or_other_labels_are_refused_and_the_run_stays()
    {
        var folder = runs.Finished.Folder.Path;
        var before = Stamps(folder);
        var seeded = SmallRuns.Options with { Training = SmallRuns.Options.Training with { Seed = 9 } };
        Assert.Equal(folder, Assert.Throws<BadFileException>(() => runs.Execute(seeded, folder)).Path);
        var relabelled = runs.Corpus with
        {
            Utterances = [.. runs.Corpus.Utterances.Select(u => u with { Speaker = u.Speaker + "x" })],
        };
        Assert.Throws<BadFileException>(() => runs.Execute(SmallRuns.Options, folder, corpus: relabelled));
        Assert.Equal(before, Stamps(folder));
    }

    [Fact]
    public void Update_replaces_a_run_with_other_options_and_a_killed_one_leaves_no_manifest()
    {
        var folder = runs.Folder("killed");
        using var source = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => runs.Execute(
            SmallRuns.Options, folder, hear: Kill, cancel: source.Token));
        Assert.False(new RunFolder(folder).IsFinished);
        Assert.Equal(folder, Assert.Throws<BadFileException>(() => Run.Load(folder)).Path);
        runs.Execute(SmallRuns.Options, folder);
        var shorter = SmallRuns.Options with { Training = SmallRuns.Options.Training with { Epochs = 1 } };
        Assert.Single(runs.Execute(shorter, folder, WhenFinished.Update).History);
        Assert.Single(Run.Load(folder).History);
        Assert.Equal(Files, Names(folder));

        void Kill(ExperimentProgress progress)
        {
            if (progress is { Stage: "training", Epoch: not null })
            {
                source.Cancel();
            }
        }
    }

    [Fact]
    public void Progress_tells_of_every_recording_then_of_every_epoch()
    {
        var heard = new List<ExperimentProgress>();
        var options = SmallRuns.Options with { Training = SmallRuns.Options.Training with { Epochs = 2 } };
        runs.Execute(options, runs.Folder("heard"), hear: step => { lock (heard) { heard.Add(step); } });
        Assert.Equal(25, heard.TakeWhile(step => step.Stage == "features").Count());
        Assert.All(heard.Skip(25), step => Assert.Equal("training", step.Stage));
        Assert.Equal([1, 2], heard.Select(step => step.Epoch?.Number).OfType<int>());
    }

    [Theory]
    [InlineData("speaker(test=S3, validation=0.0)", "no validation")]
    [InlineData("speaker(test=S9)", "S9")]
    public void A_split_that_cannot_be_trained_on_is_refused_and_no_folder_is_made(string rule, string says)
    {
        var options = SmallRuns.Options with { Split = SplitRule.Parse(rule) };
        var folder = runs.Folder("refused");
        Assert.Contains(says, Assert.Throws<BadOptionException>(() => runs.Execute(options, folder)).Message);
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public void A_corpus_without_one_good_recording_is_an_error_that_names_it()
    {
        var gone = runs.Corpus with
        {
            Utterances = [.. runs.Corpus.Utterances.Select(u => u with { File = $"{u.File}.gone" })],
        };
        var failure = Assert.Throws<BadFileException>(
            () => runs.Execute(SmallRuns.Options, runs.Folder("bad"), corpus: gone));
        Assert.Equal(gone.Utterances[0].File, failure.Path);
    }

    private static string[] Names(string folder) =>
        [.. Directory.GetFileSystemEntries(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal)!];

    private static string[] Stamps(string folder) =>
        [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => $"{file} {File.GetLastWriteTimeUtc(file).Ticks}")];
}
