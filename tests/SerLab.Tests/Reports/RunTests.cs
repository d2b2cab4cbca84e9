using SerLab.Evaluation;
using SerLab.Files;
using SerLab.Reports;
using SerLab.Splits;
using SerLab.Tests.Evaluation;
using SerLab.Tests.Files;
using SerLab.Training;

namespace SerLab.Tests.Reports;

[Trait("Kind", "law")]
public sealed class RunTests : IDisposable
{
    private static readonly Predictions Answers = BootstrapTests.Simulated(60, 0.7, 3, 1);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_best_epoch_has_the_highest_UAR_then_the_lowest_loss_then_came_first() =>
        Assert.Equal(3, SmallRuns.Imagined(Answers, new RandomSplit()).BestEpoch!.Number);

    [Theory]
    [InlineData("random", "random split")]
    [InlineData("speaker", "unseen speakers")]
    [InlineData("loso", "unseen speakers")]
    [InlineData("phrase", "unseen phrases")]
    [InlineData("speaker+phrase", "unseen speakers and phrases")]
    [InlineData("folds(by=speaker+phrase)", "unseen speakers and phrases")]
    [InlineData("corpus(test=emodb)", "unseen corpus")]
    [InlineData("loco", "unseen corpus")]
    [InlineData("file(path=x.csv, sha=1)", "split from a file")]
    [InlineData("file(path=x.csv, sha=1, keeps=speaker)", "unseen speakers")]
    public void A_split_is_called_by_what_it_promises(string rule, string name) =>
        Assert.Equal(name, SmallRuns.Imagined(Answers, SplitRule.Parse(rule)).SplitName);

    [Fact]
    public void A_broken_file_of_a_run_is_named()
    {
        var run = SmallRuns.Imagined(Answers, new RandomSplit());
        var folder = new RunFolder(_folder.Root);
        HistoryCsv.Write(folder.History, run.History);
        Answers.WriteCsv(folder.Predictions);
        Json.Write(folder.Metrics, run.Metrics);
        Json.Write(folder.Manifest, run.Manifest);
        Assert.Equal(run.History, Run.Load(_folder.Root).History);
        foreach (var file in new[] { folder.History, folder.Predictions, folder.Metrics, folder.Manifest })
        {
            var whole = File.ReadAllText(file);
            File.WriteAllText(file, whole[..40]);
            Assert.Equal(file, Assert.Throws<BadFileException>(() => Run.Load(_folder.Root)).Path);
            File.WriteAllText(file, whole);
        }
    }

    [Fact]
    public void A_history_comes_back_exactly()
    {
        Epoch[] history =
        [
            new(1, new Score(Math.PI, 1.0 / 3, 0), new Score(1e-300, 1, double.NaN), 1e-3, 0.1 + 0.2),
            new(2, new Score(1e9, 0, 1), new Score(0, 0.5, 2.0 / 3), 0.5, 1234.5),
        ];
        HistoryCsv.Write(_folder["history.csv"], history);
        Assert.Equal(history, HistoryCsv.Read(_folder["history.csv"]));
    }

    [Fact]
    public void The_figures_show_the_counts_the_best_epoch_and_the_split()
    {
        var run = SmallRuns.Imagined(Answers, new RandomSplit());
        var (confusion, curves) = (RunFigures.Confusion(run), RunFigures.Curves(run));
        Assert.Contains("random split", confusion.Title);
        Assert.Equal(run.Manifest.SplitDescription, confusion.Note);
        Assert.Equal(run.Manifest.SplitDescription, curves.Note);
        Assert.Contains("best: epoch 3", curves.ToJson());
        Assert.All(run.Metrics.Confusion.SelectMany(row => row), count => Assert.Contains($"{count}", confusion.ToJson()));
    }
}
