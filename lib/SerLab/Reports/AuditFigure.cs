using SerLab.Figures;
using SerLab.Splits.Auditing;

namespace SerLab.Reports;

/// <summary>How much of the test part a model has seen before, as bars.</summary>
public static class AuditFigure
{
    private static readonly (AuditCheck Check, string Name)[] Bars =
    [
        (AuditCheck.SameFile, "files"), (AuditCheck.SameRecording, "recordings"), (AuditCheck.Speaker, "speakers"),
        (AuditCheck.Phrase, "phrases"), (AuditCheck.SpeakerAndPhrase, "speaker's\nphrases"),
    ];

    /// <summary>A bar each for files, recordings, speakers and phrases; null where less than two are known.</summary>
    public static Figure? Of(AuditReport report)
    {
        var known = Bars.Select(bar => (bar.Name, Finding: report.Findings.FirstOrDefault(one => one.Check == bar.Check)))
            .Where(bar => bar.Finding is { Of: > 0 }).Select(bar => (bar.Name, Share: (double)bar.Finding!.Count / bar.Finding.Of))
            .ToArray();
        if (known.Length < 2)
        {
            return null;
        }
        string[] names = [.. known.Select(bar => bar.Name)];
        double[] shares = [.. known.Select(bar => bar.Share)];
        return new Figure("How much of the test part the model has seen", Finding(known))
        {
            Height = 360,
            Panels =
            [
                new(new Axis { IsCategory = true, HasGrid = false }, PercentAxis.Of("in training or validation", 1.1))
                {
                    Charts =
                    [
                        new BarChart("seen", names, shares, Palette.Vermilion) { Hover = "%{x}: %{y:.1%}<extra></extra>" },
                        new TextChart(names, shares, [.. shares.Select(share => Wording.Percent(share))]),
                    ],
                },
            ],
        };
    }

    private static string Finding((string Name, double Share)[] known) => "Of the test part, training or validation holds " +
        string.Join(", ", known.Select(bar => $"{Wording.Percent(bar.Share)} of the {bar.Name.Replace('\n', ' ')}")) + ".";
}
