using SerLab.Audio;
using SerLab.Audio.Fingerprints;
using SerLab.Figures;
using SerLab.Splits.Auditing;

namespace SerLab.Reports;

/// <summary>An audit as a page.</summary>
public static class AuditPage
{
    private const int MostPairs = 100, HeardPairs = 5, MostFolds = 30, HeardRate = 16_000;
    private const double HeardSeconds = 15;

    /// <summary>The verdict, what was looked at, each finding with examples, and the pairs with players.</summary>
    /// <param name="report">The audit.</param>
    /// <param name="renderer">Draws the static picture; without it, the figure needs scripts.</param>
    public static HtmlPage Of(AuditReport report, StaticRenderer? renderer = null)
    {
        var page = new HtmlPage("Does the test part leak?")
            .Paragraph(report.Source).Note(report.Summary, Tone(report.Verdict));
        if (AuditFigure.Of(report) is { } figure)
        {
            page.Figure(figure, renderer);
        }
        page.Heading("What was looked at").Table(
            ["", "finding"],
            report.Findings.Select(finding => (string[])[AuditText.Word(finding.Severity), finding.Sentence]));
        foreach (var finding in report.Findings.Where(HasMore))
        {
            Details(page, finding);
        }
        Pairs(page, report.Pairs);
        page.Heading("How the table was understood");
        return report.Remarks.Count == 0
            ? page.Paragraph("All from its own columns.")
            : page.Paragraph(string.Join('\n', report.Remarks));
    }

    private static bool HasMore(AuditFinding finding) =>
        finding.Severity is not (Severity.Fine or Severity.Question)
        && finding.Examples.Count + finding.Folds.Count > 0
        && (finding.Check != AuditCheck.SameRecording || finding.Folds.Count > 0);

    private static void Details(HtmlPage page, AuditFinding finding)
    {
        page.Heading(finding.Sentence, isMinor: true);
        if (finding.Examples.Count > 0)
        {
            page.Paragraph(string.Join('\n', finding.Examples));
        }
        if (finding.Folds.Count > 0)
        {
            page.Table(["fold", "count", "of"], finding.Folds.Take(MostFolds).Select(fold => (string[])
                [fold.Fold, Wording.Count(fold.Count), Wording.Count(fold.Of)]));
        }
    }

    private static void Pairs(HtmlPage page, IReadOnlyList<RecordingPair> pairs)
    {
        if (pairs.Count == 0)
        {
            return;
        }
        page.Heading("The same recording on both sides").Table(
            ["seen by the model", "part", "in the test part", "fold", "how", "correlation", "what differs"],
            pairs.Take(MostPairs).Select(pair => (string[])
            [
                pair.First, pair.FirstPart.ToString().ToLowerInvariant(), pair.Second, pair.Fold,
                How(pair.Likeness.Grade),
                double.IsNaN(pair.Likeness.Correlation) ? "" : Wording.Text(pair.Likeness.Correlation, "0.000"),
                pair.Likeness.Difference,
            ]));
        foreach (var pair in pairs.OrderByDescending(pair => pair.Likeness.Grade).Take(HeardPairs))
        {
            page.Sound(pair.First, "audio/mpeg", Sound(pair.FirstPath));
            page.Sound(pair.Second, "audio/mpeg", Sound(pair.SecondPath));
        }
    }

    private static byte[] Sound(string path)
    {
        var clip = AudioFile.Load(path, HeardRate);
        var most = (int)(HeardSeconds * clip.Rate);
        return AudioFile.Encode(
            clip.Samples.Length > most ? clip with { Samples = clip.Samples[..most] } : clip, AudioFormat.Mp3);
    }

    private static PageTone Tone(AuditVerdict verdict) => verdict switch
    {
        AuditVerdict.Leaks => PageTone.Bad,
        AuditVerdict.Clean => PageTone.Good,
        _ => PageTone.Doubt,
    };

    private static string How(LikenessGrade grade) => grade switch
    {
        LikenessGrade.SameFile => "the same bytes",
        LikenessGrade.SameSamples => "the same samples",
        _ => "the same sound",
    };
}
