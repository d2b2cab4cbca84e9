using SerLab.Features;
using SerLab.Files;
using SerLab.Models;
using SerLab.Reports;
using SerLab.Splits;
using SerLab.Splits.Auditing;
using SerLab.Tests.Files;
using SerLab.Training;

namespace SerLab.Tests.Reports;

[Collection(nameof(Alone))]
[Trait("Kind", "end-to-end")]
public sealed class RunAuditTests(SmallRuns runs) : IClassFixture<SmallRuns>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(ScalerKind.Standard)]
    [InlineData(ScalerKind.Speaker)]
    public void A_scaler_of_the_training_part_is_fine_and_one_of_all_recordings_leaks(ScalerKind kind)
    {
        var run = runs.Execute(SmallRuns.Options with { Scaler = kind }, runs.Folder($"{kind}"));
        var finding = Finding(Audit(run.Folder.Path), AuditCheck.Scaler);
        Assert.Equal(Severity.Fine, finding.Severity);
        Assert.Contains("one that had seen the test part would differ by", finding.Sentence);

        Assert.Equal(Severity.Leak, Finding(Audit(Rescaled(run, kind, _ => true)), AuditCheck.Scaler).Severity);
        var odd = Finding(Audit(Rescaled(run, kind, i => i < 3)), AuditCheck.Scaler);
        Assert.Equal(Severity.Unknown, odd.Severity);
        Assert.Contains("neither the training part nor all recordings", odd.Sentence);
    }

    [Fact]
    public void Clips_that_are_scaled_one_by_one_fit_nothing()
    {
        var run = runs.Execute(SmallRuns.Options with { Scaler = ScalerKind.Utterance }, runs.Folder("utterance"));
        Assert.Contains("nothing was fitted", Finding(Audit(run.Folder.Path), AuditCheck.Scaler).Sentence);
    }

    [Fact]
    public void Without_its_recordings_the_scaler_of_a_run_cannot_be_told()
    {
        var folder = Copy(runs.Finished);
        File.WriteAllText(
            Path.Combine(folder, "split.csv"),
            File.ReadAllText(Path.Combine(folder, "split.csv")).Replace(runs.Corpus.Root, "/nowhere"));
        var report = Audit(folder);
        Assert.Equal(Severity.Unknown, Finding(report, AuditCheck.Scaler).Severity);
        var found = new RunAudit(folder, runs.Corpus.Root).Execute(cancel: TestContext.Current.CancellationToken);
        Assert.Equal(Severity.Fine, Finding(found, AuditCheck.Scaler).Severity);
    }

    [Fact]
    public void Validation_recordings_that_are_test_recordings_chose_the_epoch()
    {
        Assert.Contains("none of which is a test recording", Finding(Audit(runs.Finished.Folder.Path), AuditCheck.Selection).Sentence);
        var folder = Copy(runs.Finished);
        var split = Path.Combine(folder, "split.csv");
        var validation = File.ReadAllLines(split).Where(line => line.Contains(",test,")).Take(4)
            .Select(line => line.Replace(",test,", ",validation,"));
        File.AppendAllText(split, string.Join('\n', validation) + "\n");
        var finding = Finding(Audit(folder), AuditCheck.Selection);
        Assert.Equal((Severity.Leak, 4), (finding.Severity, finding.Count));
    }

    [Fact]
    public void A_last_epoch_that_is_kept_needs_no_validation()
    {
        var options = SmallRuns.Options with { Training = SmallRuns.Options.Training with { Watch = Watched.Last } };
        var run = runs.Execute(options, runs.Folder("last"));
        Assert.Contains("The last epoch was kept", Finding(Audit(run.Folder.Path), AuditCheck.Selection).Sentence);
    }

    [Fact]
    public void Each_fold_of_a_run_is_audited_with_its_own_scaler()
    {
        var run = runs.Execute(SmallRuns.Options with { Split = new KFolds { K = 2 } }, runs.Folder("folds"));
        var finding = Finding(Audit(run.Folder.Path), AuditCheck.Scaler);
        Assert.Equal((Severity.Fine, 2), (finding.Severity, finding.Of));
        Assert.StartsWith("All 2 scalers were fitted on the training part", finding.Sentence);
    }

    [Fact]
    public void The_page_of_a_run_says_the_verdict_and_needs_no_network()
    {
        var report = Audit(runs.Finished.Folder.Path);
        var html = AuditPage.Of(report).ToHtml();
        Assert.Contains($"<p class=\"note {(report.Verdict == AuditVerdict.Leaks ? "bad" : "good")}\">{report.Summary}</p>", html);
        Assert.DoesNotContain("http://", html.Replace("http://www.w3.org/", ""));
        Assert.Contains("How much of the test part the model has seen", AuditFigure.Of(report)!.Title);
    }

    private static AuditReport Audit(string folder) =>
        new RunAudit(folder).Execute(cancel: TestContext.Current.CancellationToken);

    private static AuditFinding Finding(AuditReport report, AuditCheck check) => report.Findings.Single(one => one.Check == check);

    // The run with a scaler that was fitted on other recordings.
    private string Rescaled(Run run, ScalerKind kind, Func<int, bool> isUsed)
    {
        var folder = Copy(run);
        var set = FeatureSets.Create(run.Manifest.Options.Features);
        using var table = CorpusFeatures.Compute(
            [.. runs.Corpus.Utterances.Where(one => !one.File.EndsWith("bad.wav", StringComparison.Ordinal))], set, 1, null,
            TestContext.Current.CancellationToken);
        var scaler = Scaler.Fit(kind, table, [.. Enumerable.Range(0, table.Count).Where(isUsed)]);
        var path = Path.Combine(folder, ModelBundle.InfoFile);
        Json.Write(path, Json.Read<BundleInfo>(path) with { Scaler = scaler });
        return folder;
    }

    private string Copy(Run run)
    {
        var folder = Directory.CreateDirectory(_folder[Guid.NewGuid().ToString("N")]).FullName;
        foreach (var file in Directory.GetFiles(run.Folder.Path))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }
        return folder;
    }
}
