using SerLab.Evaluation.Tables;

namespace SerLab.Evaluation;

/// <summary>
/// Whether the cells of a published table can hold together, rounding taken into account. As GRIM asks whether a mean
/// of whole numbers can be what is printed (Brown and Heathers 2017), this asks whether whole numbers of clips can give
/// the printed scores: hits of a class out of its support, predictions that come to the total, averages of the classes.
/// A finding is a proof; a table without one may still be wrong.
/// </summary>
/// <param name="Title">What the table is called; empty where it has no title.</param>
/// <param name="Findings">The contradictions; none where the table holds.</param>
/// <param name="Checked">The relations that could be checked, each in a few words.</param>
public sealed record TableCheck(
    string Title, IReadOnlyList<TableFinding> Findings, IReadOnlyList<string> Checked)
{
    /// <summary>No two cells contradict each other; also where nothing could be checked.</summary>
    public bool Holds => Findings.Count == 0;

    /// <summary>The result in one sentence.</summary>
    public string Verdict => (Findings.Count, Checked.Count) switch
    {
        (0, 0) => "Nothing in this table can be checked: it needs supports, or several scores of a class.",
        (0, 1) => "No contradiction in the one relation that could be checked.",
        (0, var checks) => $"No contradiction in the {checks} relations that could be checked.",
        (1, _) => "The table contradicts itself in one place.",
        var (findings, _) => $"The table contradicts itself in {findings} places.",
    };

    /// <summary>Checks a table.</summary>
    /// <exception cref="Files.BadOptionException">
    /// A number in it cannot be what it is said to be: a share above 1, a count below 0, a matrix that is not square.
    /// </exception>
    public static TableCheck Of(PublishedTable table)
    {
        var facts = TableFacts.Of(table);
        var alone = facts.Classes.SelectMany(c => ClassRelation.Check(c, facts.TotalOrAny)).ToArray();
        var means = new MeanRelation(facts, [.. facts.Classes.Select(c => ScoresOf(c, facts))]);
        TableFinding[] findings = [.. facts.Findings, .. alone, .. means.Check()];
        var joint = new JointRelation(facts);
        var isAccuracyWrong = findings.Any(f => f.Cells.Any(cell => cell.Name == facts.Accuracy?.Name));
        if (joint.CanCheck)
        {
            findings = [.. findings, .. joint.Check(isAccuracyWrong ? null : facts.Accuracy)];
        }
        return new TableCheck(
            table.Title ?? "", findings,
            [
                .. CheckedIn(table, facts), .. means.Checked,
                .. joint.CanCheck ? ["all classes together"] : Array.Empty<string>(),
            ]);
    }

    // Of a class that contradicts itself, what is written.
    private static ClassScores ScoresOf(ClassFacts c, TableFacts facts) =>
        ClassScores.Of(c, facts.TotalOrAny) ?? new ClassScores(c.Recall?.Shares, c.Precision?.Shares, c.F1?.Shares);

    private static IEnumerable<string> CheckedIn(PublishedTable table, TableFacts facts)
    {
        if (table.Total is not null && (table.HasSupports || table.Confusion is not null))
        {
            yield return "supports against the total";
        }
        if (table.Confusion is not null)
        {
            yield return "the confusion matrix against the classes";
        }
        foreach (var c in facts.Classes.Where(c => c.Support is not null && c.Given.Count > 0 || c.Given.Count > 1))
        {
            yield return $"the scores of {c.Name}";
        }
    }
}
