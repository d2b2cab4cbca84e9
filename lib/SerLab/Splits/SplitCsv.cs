using SerLab.Corpora;
using SerLab.Files;

namespace SerLab.Splits;

/// <summary>
/// Plans as a table, a row an utterance and fold: <c>file, id, speaker, phrase, emotion, part, rule, fold</c>; part is
/// <c>train</c>, <c>validation</c>, <c>test</c> or <c>unused</c> (<see cref="SplitPlan.Unused"/>). Rows are in the
/// order of the folds, then of the ids.
/// </summary>
public static class SplitCsv
{
    private static readonly string[] Columns =
        ["file", "id", "speaker", "phrase", "emotion", "part", "rule", "fold"];

    /// <summary>Writes the table, atomically; the same plans give the same bytes.</summary>
    /// <param name="path">Replaced where it is there.</param>
    /// <param name="plans">One plan, or the folds of a rule.</param>
    public static void Write(string path, IReadOnlyList<SplitPlan> plans) =>
        Csv.WriteRows(path, Columns, plans.SelectMany(Rows));

    /// <summary>Reads plans and proves them again, against the rule in the table and against the corpus.</summary>
    /// <param name="path">A table that <see cref="Write"/> wrote.</param>
    /// <param name="corpus">Has to hold exactly the utterances of each fold, with their speakers and emotions.</param>
    /// <returns>In the order of the table, with the corpus's utterances.</returns>
    /// <exception cref="BadFileException">
    /// A column or a rule cannot be read, or utterances are missing, extra or different; the message names them.
    /// </exception>
    public static IReadOnlyList<SplitPlan> Read(string path, Corpus corpus)
    {
        var folds = Csv.ReadRows(path, Columns).GroupBy(row => row["fold"], StringComparer.Ordinal);
        var plans = folds.Select(fold => PlanOf(path, corpus, [.. fold])).ToList();
        return plans.Count > 0 ? plans : throw new BadFileException(path, "it has no rows.", "Make the split again.");
    }

    private static IEnumerable<object?[]> Rows(SplitPlan plan) =>
        PartOf(plan.Train.Utterances, "train")
            .Concat(PartOf(plan.Validation.Utterances, "validation"))
            .Concat(PartOf(plan.Test.Utterances, "test"))
            .Concat(PartOf(plan.Unused, "unused"))
            .OrderBy(row => row.Utterance.Id, StringComparer.Ordinal)
            .Select(row => Cells(plan, row.Part, row.Utterance));

    private static object?[] Cells(SplitPlan plan, string part, Utterance u) =>
        [u.File, u.Id, u.Speaker, u.Phrase, u.Emotion, part, plan.Rule, plan.Fold];

    private static IEnumerable<(Utterance Utterance, string Part)> PartOf(IReadOnlyList<Utterance> part, string name) =>
        part.Select(u => (u, name));

    private static SplitPlan PlanOf(string path, Corpus corpus, IReadOnlyList<CsvRow> rows)
    {
        var byId = corpus.Utterances.ToDictionary(u => u.Id, StringComparer.Ordinal);
        var rule = rows[0]["rule"];
        Refuse(path, "not in the corpus", rows.Where(r => !byId.ContainsKey(r["id"])));
        Refuse(path, "there with another speaker, phrase or emotion than in the corpus",
            rows.Where(r => !Fits(r, byId[r["id"]])));
        Refuse(path, "in a part that is none of train, validation, test, unused",
            rows.Where(r => r["part"] is not ("train" or "validation" or "test" or "unused")));
        Refuse(path, $"under another rule than {rule}", rows.Where(r => r["rule"] != rule));
        Refuse(path, "in the corpus but not in the table", byId.Keys.Except(rows.Select(r => r["id"])));
        var parts = rows.ToLookup(r => r["part"], r => byId[r["id"]], StringComparer.Ordinal);
        return new SplitPlan(
            SplitRule.Parse(rule), rows[0]["fold"], parts["train"], parts["validation"], parts["test"],
            parts["unused"]);
    }

    private static bool Fits(CsvRow row, Utterance u) =>
        (u.Speaker, u.Phrase ?? "", u.Emotion) == (row["speaker"], row["phrase"], row["emotion"]);

    private static void Refuse(string path, string problem, IEnumerable<CsvRow> rows) =>
        Refuse(path, problem, rows.Select(row => row["id"]));

    private static void Refuse(string path, string problem, IEnumerable<string> ids)
    {
        var named = ids.Order(StringComparer.Ordinal).ToList();
        if (named.Count > 0)
        {
            var few = string.Join(", ", named.Take(5)) + (named.Count > 5 ? ", …" : "");
            throw new BadFileException(
                path, $"{named.Count} utterances are {problem}: {few}.", "Make the split again.");
        }
    }
}
