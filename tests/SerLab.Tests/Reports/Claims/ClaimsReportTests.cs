using SerLab.Evaluation;
using SerLab.Reports.Claims;
using SerLab.Tests.Evaluation;
using SerLab.Tests.Files;

namespace SerLab.Tests.Reports.Claims;

/// <summary>Page, Markdown and figure on made-up results; SERLAB_UPDATE_GOLDEN=1 writes the fixture anew.</summary>
[Trait("Kind", "golden")]
public sealed class ClaimsReportTests
{
    [Fact]
    public void The_report_in_Markdown_is_the_text_that_was_looked_at()
    {
        var path = Repository.Fixture("claims", "report.md");
        var text = new ClaimsReport(Results()).ToMarkdown();
        if (Environment.GetEnvironmentVariable("SERLAB_UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
        Assert.Equal(File.ReadAllText(path), text);
    }

    [Fact]
    public void The_page_needs_no_network_and_says_every_verdict()
    {
        using var folder = new TemporaryFolder();
        new ClaimsReport(Results()).Save(folder.Root);
        var html = File.ReadAllText(folder[ClaimsReport.PageName]);
        Assert.DoesNotContain("src=\"http", html);
        Assert.Contains("P1-ravdess-8 on RAVDESS: only by leak", html);
        Assert.Contains("\"cannotBeRun\"", File.ReadAllText(folder["claims.json"]));
        Assert.Equal(2, html.Split("<h2>P1-").Length + html.Split("<h2>P3-").Length - 2);
    }

    [Fact]
    public void Where_nothing_was_run_there_is_no_figure_and_the_reasons_are_told()
    {
        var report = new ClaimsReport([ClaimResult.NotRun(Ledger.Read().Named("P0-tess-text")[0], "No time.")]);
        Assert.Null(report.Figure());
        Assert.Contains("| P0-tess-text | Transcripts carry", report.ToMarkdown());
        Assert.Contains("No time.", report.ToMarkdown());
    }

    [Fact]
    public void The_terminal_gets_a_table_and_a_sentence_each()
    {
        var lines = ClaimsReport.ToText(Results()).Split('\n');
        Assert.StartsWith("claim ", lines[0]);
        Assert.Contains(
            lines, line => line.StartsWith("P1-ravdess-8", StringComparison.Ordinal) && line.Contains("only by leak"));
        Assert.Contains(lines, line => line.StartsWith("P0-tess-text: ", StringComparison.Ordinal));
    }

    /// <summary>A claim judged, one on another corpus, and one that was not run.</summary>
    internal static ClaimResult[] Results()
    {
        var ledger = Ledger.Read();
        return
        [
            Made(ledger.Named("P1-ravdess-8")[0], Verdict.OnlyByLeak,
                new("P1-ravdess-8", "ravdess", 2452, false, null)),
            Made(ledger.Named("P3-mean180")[0], Verdict.LeakAlone, new("P3-mean180", "emo-db", 535, true, null)),
            ClaimResult.NotRun(ledger.Named("P0-tess-text")[0], "It is about transcripts."),
        ];
    }

    private static ClaimResult Made(Claim claim, Verdict verdict, ClaimTrial trial) => new(claim, verdict, "Made up.")
    {
        Trial = trial,
        Published = Score("random split", 0.86, 4),
        Honest = Score("unseen speakers", 0.45, 6),
        Leak = new Interval(0.41, 0.33, 0.48, "made up", 6),
        Differs = ["Nothing of it was run."],
    };

    private static ClaimScore Score(string split, double chance, int speakers)
    {
        var metrics = MetricsReport.Of(BootstrapTests.Simulated(210, chance, speakers, 3), $"{split}.");
        return new ClaimScore("nowhere", "a rule", split, $"{split}.", metrics.AccuracyOverClips, metrics, 7, 9, 12.5);
    }
}
