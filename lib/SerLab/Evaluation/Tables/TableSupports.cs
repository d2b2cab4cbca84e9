namespace SerLab.Evaluation.Tables;

/// <summary>How many clips of each class were tested, as told or as a stratified draw takes them.</summary>
/// <param name="Classes">One a class; null where nothing tells it.</param>
/// <param name="Total">Of all classes; null where nothing tells it.</param>
/// <param name="Findings">Supports that do not come to the total.</param>
internal sealed record TableSupports(
    IReadOnlyList<CountRange?> Classes, CountRange? Total, IReadOnlyList<TableFinding> Findings)
{
    public static TableSupports Of(PublishedTable table)
    {
        CountRange?[] classes = [.. table.Classes.Select(c => SupportOf(table, c))];
        CountRange? told = table.Total is { } total ? CountRange.At(total) : null;
        if (classes.Length == 0 || classes.Any(c => c is null))
        {
            return new TableSupports(classes, told, []);
        }
        var sum = CountRange.Sum(classes.Select(c => c!.Value));
        return told is { Least: var due } && (due < sum.Least || due > sum.Most)
            ? new TableSupports(classes, sum, [Finding(due, sum)])
            : new TableSupports(classes, told ?? sum, []);
    }

    private static CountRange? SupportOf(PublishedTable table, PublishedClass one)
    {
        if (one.Support is { } told)
        {
            return CountRange.At(told);
        }
        if (one.Count is not { } count)
        {
            return null;
        }
        var share = table.TestShare ?? 1;
        if (table.Total is { } total && table.Classes.All(c => c.Count > 0))
        {
            share = (decimal)total / table.Classes.Sum(c => c.Count!.Value);
        }
        return new CountRange((int)decimal.Floor(count * share), (int)decimal.Ceiling(count * share));
    }

    private static TableFinding Finding(int total, CountRange sum) => new(
        $"total {total} cannot be: the supports come to {sum}.",
        [new TableCell("total", total, sum.Least, sum.Most)]);
}
