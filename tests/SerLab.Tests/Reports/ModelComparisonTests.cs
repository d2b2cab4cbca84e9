using System.Text.Json.Nodes;
using SerLab.Evaluation;
using SerLab.Features;
using SerLab.Files;
using SerLab.Models;
using SerLab.Reports;
using SerLab.Splits;
using SerLab.Tests.Evaluation;
using SerLab.Tests.Files;

namespace SerLab.Tests.Reports;

public sealed class ModelComparisonTests
{
    private static readonly Run Cnn = Named("runs/cnn", Imagined(0.81, 6, new Cnn2d()));
    private static readonly Run LeNet = Named("runs/lenet", Imagined(0.79, 6, new LeNet2d()));
    private static readonly Run Weak = Named("runs/weak", Imagined(0.45, 6, new LeNet2d()));

    [Fact, Trait("Kind", "golden")]
    public void The_table_says_who_is_best_and_what_is_noise()
    {
        var text = ModelComparison.Of([Weak, LeNet, Cnn]).ToText();
        var file = Repository.Fixture("figures", "models.txt");
        if (Environment.GetEnvironmentVariable("SERLAB_UPDATE_GOLDEN") == "1")
            File.WriteAllText(file, text);

        Assert.Equal(File.ReadAllText(file), text);
    }

    [Fact, Trait("Kind", "law")]
    public void The_verdict_names_the_best_what_is_within_noise_and_what_is_lower()
    {
        Says("cnn is best; lenet is within noise, weak is lower.", Weak, LeNet, Cnn);
        Says("cnn is best; weak is lower.", Weak, Cnn);
        Says("cnn leads; lenet is within noise.", LeNet, Cnn);
        Says("cnn leads; all 3 others are within noise.", Cnn, Named("x", Cnn), Named("y", Cnn), Named("z", Cnn));
        Run[] weak = [Named("x", Weak), Named("y", Weak), Named("z", Weak)];
        Says("cnn is best; all 3 others are lower.", [Cnn, .. weak]);
        Says("cnn is best; lenet is within noise, 3 others are lower.", [Cnn, LeNet, .. weak]);
    }

    [Fact, Trait("Kind", "law")]
    public void Runs_of_one_name_are_told_apart()
    {
        string[] Names(params string[] folders) =>
            [.. ModelComparison.Of([.. folders.Select(folder => Named(folder, Cnn))]).Rows.Select(row => row.Run)];

        Assert.Equal(["a", "b"], Names("x/a", "x/b/"));
        Assert.Equal(["x/a", "y/a", "b"], Names("x/a", "y/a", "b"));
        Assert.Equal(["x/a", "x/a (2)", "x/a (3)"], Names("x/a", "x/a/", "x/a"));
    }

    [Fact, Trait("Kind", "law")]
    public void What_else_differs_is_said_and_what_does_not_is_not()
    {
        var options = Cnn.Manifest.Options;
        var seeded = With(Cnn, options with { Training = options.Training with { Seed = 7, LearningRate = 0.01 } });
        var rows = ModelComparison.Of([Cnn, seeded]).Rows;
        Assert.Equal(
            ["training.learningRate=0.001 training.seed=1", "training.learningRate=0.01 training.seed=7"],
            rows.Select(row => row.Settings));
        Assert.All(ModelComparison.Of([Cnn, LeNet]).Rows, row => Assert.Equal("", row.Settings));
        var features = With(Cnn, options with { Features = new FeatureOptions { Set = "mean180" } });
        Assert.Equal(["fs2", "mean180"], ModelComparison.Of([Cnn, features]).Rows.Select(row => row.Features));
    }

    [Fact, Trait("Kind", "law")]
    public void Several_seeds_are_said_with_their_spread()
    {
        var seeded = Weak with { Seeds = [new(1, 0.4, 0.4), new(2, 0.5, 0.5), new(3, 0.45, 0.45)], History = [] };
        var comparison = ModelComparison.Of([Cnn, seeded]);
        Assert.Contains(
            "weak: over its seeds UAR is 45.0 % with a standard deviation of 5.0; the table has the first seed.",
            comparison.Notes);
        Assert.Equal((null, 3), (comparison.Rows[1].BestEpoch, comparison.Rows[0].BestEpoch));
    }

    [Fact, Trait("Kind", "law")]
    public void Other_test_clips_are_marked_and_said()
    {
        var half = Named("half", SmallRuns.Imagined(
            new Predictions(Weak.Predictions.Labels, [.. Weak.Predictions.Rows.Take(200)]), new SpeakerSplit()));
        var comparison = ModelComparison.Of([Cnn, half]);
        Assert.Matches(@"(?m)^half .*\] \*  ", comparison.ToText());
        Assert.Contains(comparison.Notes, note => note.StartsWith("* tested on other clips"));
        Assert.DoesNotContain(ModelComparison.Of([Cnn, Weak]).Notes, note => note.StartsWith('*'));
    }

    [Fact, Trait("Kind", "law")]
    public void A_copy_of_the_corpus_in_another_place_has_the_same_clips()
    {
        var moved = Weak with
        {
            Manifest = Weak.Manifest with { Data = Weak.Manifest.Data with { Folder = "/there" } },
            Predictions = new Predictions(
                Weak.Predictions.Labels,
                [.. Weak.Predictions.Rows.Select(row => row with { File = $"/there/{row.File}" })]),
        };
        var here = Cnn with
        {
            Predictions = new Predictions(
                Cnn.Predictions.Labels,
                [.. Cnn.Predictions.Rows.Select(row => row with { File = $"here/{row.File}" })]),
        };
        Assert.All(ModelComparison.Of([here, moved]).Rows, row => Assert.True(row.Scores.IsPaired));
    }

    [Fact, Trait("Kind", "law")]
    public void Runs_that_cannot_be_compared_are_refused_with_the_reason()
    {
        Refuses("no other run", Cnn);
        Refuses("other recordings", Cnn, SmallRuns.Imagined(Answers(0.5, 6), new SpeakerSplit(), hash: "two"));
        Refuses("another kind of split", Cnn, SmallRuns.Imagined(Answers(0.5, 6), new RandomSplit()));
        var renamed = new Predictions(["x", "y", "z"], Cnn.Predictions.Rows);
        Refuses("other emotions", Cnn, SmallRuns.Imagined(renamed, new SpeakerSplit()));
    }

    [Fact, Trait("Kind", "law")]
    public void The_figure_has_the_verdict_as_title_and_every_run_in_its_finding()
    {
        var figure = ModelComparison.Of([Weak, LeNet, Cnn]).Figure();
        Assert.Equal("TESS: cnn is best; lenet is within noise, weak is lower", figure.Title);
        Assert.Contains("cnn 82.9 %, lenet 80.0 % (−2.9, noise), weak 47.1 % (−35.7); cnn is best, ", figure.Finding);
        Assert.StartsWith("unseen speakers, 95 % intervals over speakers", figure.Note);
        var series = JsonNode.Parse(figure.ToJson())!["data"]!.AsArray();
        Assert.Equal(["best", "within noise of it", "lower"], series.Select(one => $"{one!["name"]}"));
    }

    [Fact, Trait("Kind", "law")]
    public void The_table_can_be_read_by_a_program()
    {
        using var folder = new TemporaryFolder();
        ModelComparison.Of([Weak, LeNet, Cnn]).WriteCsv(folder["t.csv"]);
        var rows = Csv.ReadRows(folder["t.csv"], "run", "uar", "uar_low", "to_best", "is_noise", "is_paired");
        Assert.Equal(["cnn", "lenet", "weak"], rows.Select(row => row["run"]));
        Assert.Equal(["false", "true", "false"], rows.Select(row => row["is_noise"]));
        Assert.Equal("", rows[0]["to_best"]);
        Assert.Equal(rows[2].Number("uar") - rows[0].Number("uar"), rows[2].Number("to_best"), 1e-12);
        Assert.Equal(("3", "1.5", ""), (rows[0]["best_epoch"], rows[0]["seconds"], rows[0]["parameters"]));
    }

    private static void Says(string verdict, params Run[] runs) =>
        Assert.Equal(verdict, ModelComparison.Of(runs).Verdict);

    private static void Refuses(string says, params Run[] runs) =>
        Assert.Contains(says, Assert.Throws<BadOptionException>(() => ModelComparison.Of(runs)).Message);

    private static Run Named(string folder, Run run) => run with { Folder = new RunFolder(folder) };

    private static Run With(Run run, ExperimentOptions options) =>
        run with { Manifest = run.Manifest with { Options = options } };

    private static Run Imagined(double chance, int speakers, Architecture model) =>
        SmallRuns.Imagined(Answers(chance, speakers), new SpeakerSplit(), model: model);

    private static Predictions Answers(double chance, int speakers) =>
        BootstrapTests.Simulated(420, chance, speakers, (int)(100 * chance));
}
