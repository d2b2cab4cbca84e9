namespace SerLab.Evaluation.Tables;

/// <summary>A confusion matrix whose rows are shares of the true class, in percent or 0..1.</summary>
internal static class RowShares
{
    public static ConfusionFacts Of(
        PublishedTable table, IReadOnlyList<IReadOnlyList<decimal>> rows, IReadOnlyList<CountRange?> supports)
    {
        var unit = rows.Any(row => row.Any(cell => cell > 1)) ? 100 : 1;
        TableNumber[][] cells =
        [
            .. rows.Select((row, t) => row.Select((cell, p) => TableNumber.Of(
                $"confusion of {table.Classes[t].Name} with {table.Classes[p].Name}", cell, unit, table.Rounding))
                .ToArray()),
        ];
        CountRange?[][] counts =
            [.. cells.Select((row, t) => row.Select(cell => CountOf(cell, supports[t])).ToArray())];
        return new ConfusionFacts(
            [.. table.Classes.Select((c, i) => ClassOf(c, i, cells[i][i], counts, supports[i]))],
            null,
            [.. cells.SelectMany((row, t) => Check(table.Classes[t].Name, row, counts[t], supports[t]))]);
    }

    /// <summary>Recalls that are not on the diagonal, where no supports are told to compare counts.</summary>
    public static IEnumerable<TableFinding> Against(IEnumerable<ClassFacts> table, IEnumerable<ClassFacts> confusion) =>
        table.Zip(confusion)
            .Where(c => c.First.Support is null && c.First.Recall is { } recall && c.Second.Recall is { } diagonal
                && !recall.Shares.Meets(diagonal.Shares))
            .Select(c => (Recall: c.First.Recall!, Due: Bounds.At(c.Second.Recall!.Written / c.Second.Recall.Unit)))
            .Select(c => new TableFinding(
                $"{c.Recall} cannot be: the confusion matrix gives {c.Recall.Text(c.Due)}.", [c.Recall.Cell(c.Due)]));

    private static CountRange? CountOf(TableNumber cell, CountRange? support)
    {
        if (support is not { } clips)
        {
            return null;
        }
        var possible = Enumerable.Range(clips.Least, clips.Most - clips.Least + 1)
            .Select(whole => cell.Shares.Counts(whole)).Where(count => count.Least <= count.Most).ToArray();
        return possible.Length == 0 ? null
            : new CountRange(possible.Min(count => count.Least), possible.Max(count => count.Most));
    }

    // A cell that no count gives says nothing of the counts.
    private static ClassFacts ClassOf(
        PublishedClass one, int index, TableNumber diagonal, CountRange?[][] counts, CountRange? support)
    {
        var column = counts.Select(row => row[index]).ToArray();
        return new ClassFacts(
            one.Name, support, counts[index][index] ?? CountRange.Any,
            column.All(count => count is not null) ? CountRange.Sum(column.Select(c => c!.Value)) : CountRange.Any)
        {
            Recall = counts[index][index] is null && support is not null ? null : diagonal,
        };
    }

    private static IEnumerable<TableFinding> Check(
        string name, TableNumber[] row, CountRange?[] counts, CountRange? support)
    {
        foreach (var (cell, _) in row.Zip(counts).Where(pair => support is not null && pair.Second is null))
        {
            yield return new TableFinding(
                $"{cell} cannot be: no whole number of the {support} clips gives it.", [cell.Cell(null)]);
        }
        var shares = row.Select(cell => cell.Shares).Aggregate((a, b) => a + b);
        var isWhole = counts.Any(c => c is null) || support is not { } clips
            || (CountRange.Sum(counts.Select(c => c!.Value)) is var sum
                && sum.Least <= clips.Most && sum.Most >= clips.Least);
        if (!shares.Meets(Bounds.At(1)) || !isWhole)
        {
            yield return new TableFinding(
                $"The confusion row of {name} comes to {row.Sum(cell => cell.Written)}, which rounding does not "
                    + $"explain: its shares have to come to {row[0].OnScale(1)}.",
                [.. row.Select(cell => cell.Cell(null))]);
        }
    }
}
