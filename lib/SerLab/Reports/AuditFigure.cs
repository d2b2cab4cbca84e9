using SerLab.Figures;
using SerLab.Splits.Auditing;

namespace SerLab.Reports;

/// <summary>How much of the test part a model has seen before, as bars.</summary>
public static class AuditFigure
{
    private static readonly (AuditCheck Check, string Name)[] Bars =
    [
        (AuditCheck.SameFile, "files"), (AuditCheck.SameRecording, "recordings"), (AuditCheck.Speaker, "speakers"),
        (AuditCheck.Phrase, "phrases"), (AuditCheck.SpeakerAndPhrase, "speakers' phrases"),
    ];

    /// <summary>A bar each for files, recordings, speakers and phrases; null where less than two are known.</summary>
    public static Figure? Of(AuditReport report)
    {
        (string Name, double Share)[] known =
        [
            .. from bar in Bars
               let finding = report.Findings.FirstOrDefault(one => one.Check == bar.Check)
               where finding is { Of: > 0, Severity: not Severity.Unknown }
               select (bar.Name, (double)finding.Count / finding.Of),
        ];
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
                        new BarChart("seen", names, shares, Palette.Vermilion)
                        {
                            Hover = "%{x}: %{y:.1%}<extra></extra>",
                        },
                        new TextChart(names, shares, [.. shares.Select(share => Wording.Percent(share))]),
                    ],
                },
            ],
        };
    }

    private static string Finding((string Name, double Share)[] known)
    {
        var shares = known.Select(bar => $"{Wording.Percent(bar.Share)} of the {bar.Name}");
        return $"Of the test part, training or validation holds {string.Join(", ", shares)}.";
    }
}
