using System.Text;

namespace SerLab.Splits.Auditing;

/// <summary>An audit for a person at a terminal.</summary>
public static class AuditText
{
    private const int ShownExamples = 3;

    /// <summary>The verdict, then a paragraph a finding, then how the table was understood.</summary>
    public static string ToText(this AuditReport report)
    {
        var text = new StringBuilder($"{report.Source}\n\n{report.Summary}\n\n");
        foreach (var finding in report.Findings)
        {
            text.Append($"{Word(finding.Severity),-9} {finding.Sentence}\n");
            foreach (var example in finding.Severity is Severity.Fine ? [] : finding.Examples.Take(ShownExamples))
            {
                text.Append($"            {example}\n");
            }
            var more = finding.Severity == Severity.Fine ? 0 : finding.Count - ShownExamples;
            var isMore = more > 0 && finding.Examples.Count > ShownExamples;
            text.Append(isMore ? $"            … of {finding.Count}\n" : "");
        }
        return report.Remarks.Count == 0 ? text.ToString() : $"{text}\n{string.Join('\n', report.Remarks)}\n";
    }

    /// <summary>How grave a finding is, in a word: <c>LEAK</c>, <c>unknown</c>, <c>ask</c>, <c>warning</c>, …</summary>
    public static string Word(Severity severity) => severity switch
    {
        Severity.Fine => "fine",
        Severity.Note => "note",
        Severity.Warning => "warning",
        Severity.Question => "ask",
        Severity.Unknown => "unknown",
        _ => "LEAK",
    };
}
