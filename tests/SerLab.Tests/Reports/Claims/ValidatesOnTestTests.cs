using SerLab.Files;
using SerLab.Reports;
using SerLab.Splits;
using SerLab.Splits.Auditing;
using SerLab.Training;

namespace SerLab.Tests.Reports.Claims;

[Collection(nameof(Alone))]
[Trait("Kind", "end-to-end")]
public sealed class ValidatesOnTestTests(SmallRuns runs) : IClassFixture<SmallRuns>
{
    private static readonly ExperimentOptions Options = SmallRuns.Options with
    {
        Split = SplitRule.Parse("random(test=0.25, validation=0)"), ValidatesOnTest = true,
    };

    [Fact]
    public void The_epoch_that_is_kept_scores_on_the_test_part_what_the_history_says()
    {
        var run = runs.Execute(Options, runs.Folder("on test"));
        Assert.Equal(run.BestEpoch!.Validation.Accuracy, run.Metrics.Accuracy, 1e-9);
        Assert.EndsWith("it chose the epoch whose score it gives.", run.Manifest.SplitDescription);
        Assert.Equal(Options, Run.Load(run.Folder.Path).Manifest.Options);
    }

    [Fact]
    public void The_audit_of_such_a_run_finds_it()
    {
        var run = runs.Execute(Options, runs.Folder("audited"));
        var report = new RunAudit(run.Folder.Path).Execute(cancel: TestContext.Current.CancellationToken);
        var finding = Assert.Single(report.Findings, finding => finding.Check == AuditCheck.Selection);
        Assert.Equal(Severity.Leak, finding.Severity);
        Assert.Contains("validation part too", finding.Sentence);
    }

    [Fact]
    public void Where_the_last_epoch_is_kept_nothing_was_chosen_and_it_says_so()
    {
        var run = runs.Execute(
            Options with { Training = Options.Training with { Watch = Watched.Last } }, runs.Folder("last"));
        Assert.EndsWith("the last epoch was kept.", run.Manifest.SplitDescription);
        var report = new RunAudit(run.Folder.Path).Execute(cancel: TestContext.Current.CancellationToken);
        Assert.Contains(report.Findings,
            finding => finding is { Check: AuditCheck.Selection, Severity: Severity.Fine });
    }

    [Fact]
    public void It_excludes_a_validation_part_and_is_not_written_where_it_is_not_used()
    {
        var both = Options with { Split = SplitRule.Parse("random(test=0.25, validation=0.1)") };
        Assert.Contains(
            "validatesOnTest",
            Assert.Throws<BadOptionException>(() => runs.Execute(both, runs.Folder("both"))).Message);
        var neither = Options with { ValidatesOnTest = false };
        Assert.Throws<BadOptionException>(() => runs.Execute(neither, runs.Folder("neither")));
        Assert.DoesNotContain("validatesOnTest", Json.ToText(new ExperimentOptions()));
        Assert.Contains("\"validatesOnTest\": true", Json.ToText(Options));
    }
}
