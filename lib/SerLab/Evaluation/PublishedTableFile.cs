using System.Globalization;
using SerLab.Files;

namespace SerLab.Evaluation;

/// <summary>
/// A published table as a file. JSON holds a <see cref="PublishedTable"/> as it is. CSV has a line a class with the
/// columns <c>class</c>, and any of <c>support, count, recall (or accuracy), precision, f1 (or f1-score)</c> and
/// <c>predicted_CLASS</c> for a confusion matrix; the lines <c>accuracy, uar, macro avg, weighted avg, total</c> hold
/// what is said of all classes, in the column that it belongs to. An empty cell is a number that was not published.
/// </summary>
public static class PublishedTableFile
{
    private const string Confused = "predicted_";

    /// <summary>Reads a table.</summary>
    /// <param name="path">Ends in <c>.json</c> or <c>.csv</c>.</param>
    /// <exception cref="BadFileException">It cannot be read, or a column, line, key or number is wrong.</exception>
    public static PublishedTable Read(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".json" => Json.Read<PublishedTable>(path),
        ".csv" => OfRows(path, Csv.ReadRows(path, "class")),
        _ => throw new BadFileException(path, "it is neither .json nor .csv.", "Write the table in one of these."),
    };

    private static PublishedTable OfRows(string path, IReadOnlyList<CsvRow> rows)
    {
        CheckColumns(path, rows);
        CsvRow[] classes = [.. rows.Where(row => Summary(row) is null)];
        var confused = rows.Count > 0 && rows[0].Cells.Keys.Any(column => column.StartsWith(Confused));
        var table = new PublishedTable
        {
            Title = Path.GetFileNameWithoutExtension(path),
            Classes = [.. classes.Select(ClassOf)],
            Confusion = confused ? [.. classes.Select(row => ConfusionOf(row, classes))] : null,
        };
        return rows.Where(row => Summary(row) is not null).Aggregate(table, WithSummary);
    }

    private static PublishedClass ClassOf(CsvRow row) => new(row.Required("class").Trim())
    {
        Support = Whole(row, "support"),
        Count = Whole(row, "count"),
        Recall = Number(row, "recall", "accuracy"),
        Precision = Number(row, "precision"),
        F1 = Number(row, "f1", "f1-score"),
    };

    private static decimal[] ConfusionOf(CsvRow row, CsvRow[] classes) =>
        [.. classes.Select(c => Number(row, Confused + c["class"].Trim()) ?? 0)];

    private static PublishedTable WithSummary(PublishedTable table, CsvRow row)
    {
        var (recall, precision, f1) = (
            Number(row, "recall", "accuracy"), Number(row, "precision"), Number(row, "f1", "f1-score"));
        return Summary(row) switch
        {
            "accuracy" => table with { Accuracy = recall ?? precision ?? f1 },
            "uar" => table with { Uar = recall ?? precision ?? f1 },
            "total" => table with { Total = Whole(row, "support") },
            "macro" => WithTotal(table with { MacroRecall = recall, MacroPrecision = precision, MacroF1 = f1 }, row),
            _ => WithTotal(
                table with { WeightedRecall = recall, WeightedPrecision = precision, WeightedF1 = f1 }, row),
        };
    }

    private static PublishedTable WithTotal(PublishedTable table, CsvRow row) =>
        table with { Total = Whole(row, "support") ?? table.Total };

    private static string? Summary(CsvRow row) => row["class"].Trim().ToLowerInvariant() switch
    {
        "accuracy" => "accuracy",
        "uar" or "balanced accuracy" => "uar",
        "macro avg" or "macro" => "macro",
        "weighted avg" or "weighted" => "weighted",
        "total" => "total",
        _ => null,
    };

    private static int? Whole(CsvRow row, string column)
    {
        var number = Number(row, column);
        return number is { } there && there != decimal.Truncate(there)
            ? throw Bad(row, column, "a whole number") : (int?)number;
    }

    private static decimal? Number(CsvRow row, params IEnumerable<string> columns)
    {
        if (columns.FirstOrDefault(column => row.Optional(column) is not null) is not { } column)
        {
            return null;
        }
        var text = row[column].Trim().TrimEnd('%').TrimEnd();
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && Math.Abs(number) < int.MaxValue
            ? number : throw Bad(row, column, "a number");
    }

    private static BadFileException Bad(CsvRow row, string column, string due) => new(
        row.Path, $"line {row.Line}, column {column}: '{row[column]}' is not {due}.",
        "Write the number with a dot, or leave the cell empty.");

    private static void CheckColumns(string path, IReadOnlyList<CsvRow> rows)
    {
        string[] known = ["class", "support", "count", "recall", "accuracy", "precision", "f1", "f1-score"];
        if (rows.Count == 0)
        {
            throw new BadFileException(path, "it has no lines.", "Write a line a class.");
        }
        var allowed = known.Concat(rows.Select(row => Confused + row["class"].Trim())).ToArray();
        if (rows[0].Cells.Keys.FirstOrDefault(column => !allowed.Contains(column)) is { } unknown)
        {
            throw new BadFileException(
                path, $"there is no score called {unknown}.",
                $"Columns are {string.Join(", ", known)}, and {Confused}CLASS for each class.");
        }
    }
}
