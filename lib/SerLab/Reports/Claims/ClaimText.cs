using SerLab.Corpora;
using SerLab.Evaluation;

namespace SerLab.Reports.Claims;

/// <summary>Verdicts in sentences, and results as a table.</summary>
internal static class ClaimText
{
    private static readonly string[] Header =
        ["claim", "on", "judged by", "claimed", "as published", "unseen speakers", "leak", "verdict", "seconds"];

    public static string Sentence(
        Claim claim, Verdict verdict, ClaimTrial trial, ClaimScore published, ClaimScore honest, Interval leak)
    {
        var (loose, strict) = (Percent(published.Value), Percent(honest.Value));
        var metric = ClaimMetric.Words(claim.Main?.Metric ?? ClaimMetric.Default);
        var here = Fewer(claim, trial) is { } fewer ? $" on {fewer}" : "";
        return verdict switch
        {
            Verdict.Reproduced =>
                $"Claimed {claim.Main}: its protocol gives {metric} {loose}{here}, unseen speakers {strict}, " +
                "which does not tell against it.",
            Verdict.OnlyByLeak =>
                $"Claimed {claim.Main}: its protocol gives {metric} {loose}{here}, unseen speakers only {strict}.",
            Verdict.NotReproduced =>
                $"Claimed {claim.Main}: its own protocol gives {metric} {loose}{(here == "" ? " here" : here)}, " +
                $"unseen speakers {strict}.",
            Verdict.QuickLook =>
                $"After {Wording.Number(trial.Epochs!.Value, "epoch")} its protocol gives {metric} {loose}, " +
                $"unseen speakers {strict}; nothing is judged.",
            _ => $"Its protocol on {CorpusReader.Title(trial.Corpus)} gives {metric} {loose}, " +
                $"unseen speakers {strict}: {Leak(leak)}.",
        };
    }

    /// <summary>"1,440 of its 2,452 recordings" where not as many were run as published; else null.</summary>
    public static string? Fewer(Claim claim, ClaimTrial trial) =>
        !trial.IsOtherCorpus && claim.Recordings is { } there && Math.Abs(there - trial.Recordings) > 0.01 * there
            ? $"{Wording.Count(trial.Recordings)} of its {Wording.Count(there)} recordings"
            : null;

    public static string Sentence(Verdict verdict, ClaimTrial trial, PairJudge published, PairJudge honest)
    {
        var said = $"On {CorpusReader.Title(trial.Corpus)} {Pairs(published)} with a random split, " +
            $"{Pairs(honest)} on unseen speakers";
        return verdict == Verdict.QuickLook
            ? $"{said}, after {Wording.Number(trial.Epochs!.Value, "epoch")}; nothing is judged."
            : $"{said}.";
    }

    /// <summary>The results as aligned plain text, with a sentence for each; ends in a line end.</summary>
    public static string Render(IReadOnlyList<ClaimResult> results)
    {
        var rows = results.SelectMany(Rows).ToArray();
        var sentences = results.SelectMany(result => Contradictions(result).Prepend($"{result.Id}: {result.Sentence}"));
        return $"{TextTable.Render(Header, 3, rows)}\n{string.Join('\n', sentences)}\n";
    }

    public static IReadOnlyList<string> Columns => Header;

    /// <summary>A line a claim; of a claim that compares models, a line a model below it.</summary>
    public static IEnumerable<string[]> Rows(ClaimResult result)
    {
        var on = result.Trial is { } trial
            ? trial.Corpus + (trial.Epochs is { } epochs ? $", {epochs} epochs" : "") : "-";
        yield return
        [
            result.Id, on, result.Claim.Recipe is null ? "-" : result.Metric, result.Claim.Main?.ToString() ?? "-",
            Cell(result.Published), Cell(result.Honest), result.Leak is { } leak ? TextTable.Percent(leak, "+") : "-",
            result.Verdict.Words(), result.Trial is null ? "-" : Wording.Text(result.Seconds, "0"),
        ];
        foreach (var model in result.Models)
        {
            yield return
            [
                $"  {model.Name}", on, result.Metric, "-", Cell(model.Published), Cell(model.Honest), "-", "",
                Wording.Text(model.Published.Seconds + model.Honest.Seconds, "0"),
            ];
        }
    }

    /// <summary><c>84.0 % [79.9, 88.2]</c>.</summary>
    public static string Percent(Interval interval)
    {
        var bounds = interval is { Low: { } low, High: { } high }
            ? $" [{Wording.Text(100 * low, "0.0")}, {Wording.Text(100 * high, "0.0")}]" : "";
        return $"{Wording.Percent(interval.Value, 1)}{bounds}";
    }

    private static IEnumerable<string> Contradictions(ClaimResult result) =>
        result.Arithmetic?.Findings.Select(finding => $"  its own table: {finding.Sentence}") ?? [];

    private static string Cell(ClaimScore? score) => score is null ? "-" : TextTable.Percent(score.Value);

    private static string Leak(Interval leak) => leak switch
    {
        { Low: > 0 } => $"{Wording.Text(100 * leak.Value, "0")} points are leak",
        { High: < 0 } => "unseen speakers score higher, no leak shows",
        _ => "the difference is within chance, no leak shows",
    };

    private static string Pairs(PairJudge judge) => judge.Holds
        ? $"all {judge.Pairs} pairs hold"
        : $"{judge.Pairs - judge.Failed.Count} of {judge.Pairs} pairs hold (not {string.Join(", ", judge.Failed)})";
}
