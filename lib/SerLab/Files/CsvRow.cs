using System.Globalization;

namespace SerLab.Files;

/// <summary>One line of a CSV table; cells are asked for by column name; errors name file, line, column.</summary>
/// <param name="Path">The file the row comes from.</param>
/// <param name="Line">The line in the file, counted from 1, the header being line 1.</param>
/// <param name="Cells">Text by column name.</param>
public sealed record CsvRow(string Path, int Line, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>The text of a cell, which may be empty.</summary>
    /// <exception cref="BadFileException">The table has no such column.</exception>
    public string this[string column] => Cells.TryGetValue(column, out var text)
        ? text
        : throw new BadFileException(Path, $"there is no column {column}.", $"It has {string.Join(", ", Cells.Keys)}.");

    /// <summary>The text of a cell, or null when the table lacks the column or the cell is empty.</summary>
    public string? Optional(string column) => Cells.GetValueOrDefault(column) is { Length: > 0 } text ? text : null;

    /// <summary>A cell that must not be empty.</summary>
    /// <exception cref="BadFileException">The cell is empty or its column missing.</exception>
    public string Required(string column) => this[column] is { Length: > 0 } text ? text : throw Bad(column, "a text");

    /// <summary>A cell as a number; NaN and Infinity are numbers too.</summary>
    /// <exception cref="BadFileException">The cell is no number.</exception>
    public double Number(string column) =>
        double.TryParse(this[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Bad(column, "a number");

    /// <summary>A cell as a whole number.</summary>
    /// <exception cref="BadFileException">The cell is no whole number, or does not fit 32 bits.</exception>
    public int Whole(string column) =>
        int.TryParse(this[column], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Bad(column, "a whole number");

    /// <summary>A cell as true or false.</summary>
    /// <exception cref="BadFileException">The cell is neither.</exception>
    public bool Truth(string column) =>
        bool.TryParse(this[column], out var truth) ? truth : throw Bad(column, "true or false");

    private BadFileException Bad(string column, string due) =>
        new(Path, $"line {Line}, column {column}: '{this[column]}' is not {due}.", "Mend that cell.");
}
