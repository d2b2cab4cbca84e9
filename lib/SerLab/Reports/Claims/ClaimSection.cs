using SerLab.Corpora;
using SerLab.Evaluation;
using SerLab.Figures;

namespace SerLab.Reports.Claims;

/// <summary>What a report says of one claim.</summary>
internal static class ClaimSection
{
    public static IEnumerable<ReportBlock> Of(ClaimResult result)
    {
        var trial = result.Trial!;
        yield return new ReportBlock.Heading(
            $"{result.Id} on {CorpusReader.Title(trial.Corpus)}: {result.Verdict.Words()}");
        yield return new ReportBlock.Note(result.Sentence, Tone(result.Verdict));
        yield return new ReportBlock.Paragraph(
            $"Claimed: {result.Claim.About}\nSource: {result.Claim.Project}, {result.Claim.Source}.\n" +
            $"Protocol: {result.Claim.Protocol}.");
        foreach (var block in result.Models.Count > 0 ? Compared(result) : Scores(result))
        {
            yield return block;
        }
        foreach (var block in OfArithmetic(result))
        {
            yield return block;
        }
        if (result.Differs.Count > 0)
        {
            yield return new ReportBlock.Heading("What differs from what was published", IsMinor: true);
            yield return new ReportBlock.Paragraph(string.Join('\n', result.Differs));
        }
        if (result.Claim.Audit.Count > 0)
        {
            yield return new ReportBlock.Heading("What an audit of the text says", IsMinor: true);
            yield return new ReportBlock.Paragraph(string.Join('\n', result.Claim.Audit));
        }
    }

    /// <summary>Whether the published numbers can hold together; nothing where they are no table.</summary>
    public static IEnumerable<ReportBlock> OfArithmetic(ClaimResult result)
    {
        if (result.Arithmetic is not { Checked.Count: > 0 } check)
        {
            yield break;
        }
        yield return new ReportBlock.Heading($"{result.Id}: the published table", IsMinor: true);
        yield return new ReportBlock.Note(check.Verdict, check.Holds ? PageTone.Good : PageTone.Bad);
        if (!check.Holds)
        {
            yield return new ReportBlock.Paragraph(
                string.Join('\n', check.Findings.Select(finding => finding.Sentence)));
        }
    }

    private static IEnumerable<ReportBlock> Scores(ClaimResult result)
    {
        var (published, honest) = (result.Published!, result.Honest!);
        yield return new ReportBlock.Table(
            ["", "claimed", "as published", "unseen speakers"],
            [
                [result.Metric, $"{result.Claim.Main}", ClaimText.Percent(published.Value),
                    ClaimText.Percent(honest.Value)],
                .. OtherNumbers(result.Claim, published.Metrics, honest.Metrics),
                ["test clips", "-", Wording.Count(published.Metrics.Clips), Wording.Count(honest.Metrics.Clips)],
                ["test speakers", "-", Wording.Count(published.Metrics.Speakers),
                    Wording.Count(honest.Metrics.Speakers)],
                ["epochs", "-", Epochs(published), Epochs(honest)],
                ["seconds", "-", Wording.Text(published.Seconds, "0"), Wording.Text(honest.Seconds, "0")],
            ]);
        yield return new ReportBlock.Paragraph(
            $"As published: {published.Split}. {published.Description}\n" +
            $"Unseen speakers: {honest.Split}. {honest.Description}");
        yield return new ReportBlock.Table(
            ["class", "claimed F1", "F1 as published", "F1 unseen speakers", "claimed recall", "recall as published",
                "recall unseen speakers"],
            [.. published.Labels.Select(label => Class(label, result.Claim, published.Metrics, honest.Metrics))]);
        foreach (var score in new[] { published, honest })
        {
            yield return new ReportBlock.Picture(Confusion($"{result.Id}, {score.SplitName}", score));
        }
    }

    private static IEnumerable<string[]> OtherNumbers(Claim claim, MetricsReport published, MetricsReport honest) =>
        from metric in claim.Numbers.Skip(1).Select(number => number.Metric).Append("uar").Distinct()
        let claimed = claim.Numbers.FirstOrDefault(number => number.Metric == metric)
        select (string[])
            [ClaimMetric.Words(metric), claimed?.ToString() ?? "-", Number(published, metric), Number(honest, metric)];

    private static string Number(MetricsReport metrics, string metric) =>
        ClaimMetric.In(metrics, metric) is not { } value
        ? "-"
        : metric == "loss" ? $"{Wording.Text(value, "0.0000")} nats" : Wording.Percent(value, 2);

    private static string[] Class(string label, Claim claim, MetricsReport published, MetricsReport honest)
    {
        var at = claim.Classes.Index().Where(one => one.Item == label).Select(one => one.Index).FirstOrDefault(-1);
        return
        [
            label,
            Claimed(claim.F1), In(published, score => score.F1), In(honest, score => score.F1),
            Claimed(claim.Recall), In(published, score => score.Recall), In(honest, score => score.Recall),
        ];

        string Claimed(IReadOnlyList<decimal> list) => at >= 0 && at < list.Count ? $"{list[at]} %" : "-";

        string In(MetricsReport metrics, Func<ClassScore, double> what) =>
            metrics.PerClass.FirstOrDefault(score => score.Label == label) is { } own
                ? Wording.Percent(what(own), 2) : "-";
    }

    private static IEnumerable<ReportBlock> Compared(ClaimResult result)
    {
        yield return new ReportBlock.Table(
            ["model", "class", "clips", "precision", "recall", "F1", "precision, unseen", "recall, unseen",
                "F1, unseen"],
            [.. result.Models.SelectMany(model => model.Published.Metrics.PerClass.Select((score, i) =>
                PerClass(model.Name, score, model.Honest.Metrics.PerClass[i])))]);
        foreach (var model in result.Models)
        {
            yield return new ReportBlock.Picture(Confusion($"{model.Name}, {model.Honest.SplitName}", model.Honest));
        }
        var first = result.Models[0];
        yield return new ReportBlock.Paragraph(
            $"Not marked: {first.Published.Split}. {first.Published.Description}\n" +
            $"Unseen: {first.Honest.Split}. {first.Honest.Description}");
    }

    private static string[] PerClass(string model, ClassScore loose, ClassScore strict) =>
    [
        model, loose.Label, Wording.Count(loose.Support), Percent(loose.Precision), Percent(loose.Recall),
        Percent(loose.F1),
        Percent(strict.Precision), Percent(strict.Recall), Percent(strict.F1),
    ];

    private static string Percent(double share) => Wording.Percent(share, 1);

    private static string Epochs(ClaimScore score) =>
        score.BestEpoch is { } best ? $"{best} of {score.Epochs}" : Wording.Count(score.Epochs);

    private static Figure Confusion(string title, ClaimScore score)
    {
        var counts = new int[score.Labels.Count, score.Labels.Count];
        foreach (var (row, cells) in score.Metrics.Confusion.Index())
        {
            foreach (var (column, count) in cells.Index())
            {
                counts[row, column] = count;
            }
        }
        return ConfusionFigure.Of(score.Labels, counts, title, score.Description);
    }

    private static PageTone Tone(Verdict verdict) => verdict switch
    {
        Verdict.Reproduced => PageTone.Good,
        Verdict.OnlyByLeak or Verdict.NotReproduced => PageTone.Bad,
        _ => PageTone.Doubt,
    };
}
