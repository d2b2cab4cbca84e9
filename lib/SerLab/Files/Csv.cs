using System.Globalization;
using System.Reflection;
using System.Text.Json;
using CsvHelper;

namespace SerLab.Files;

/// <summary>
/// CSV tables: comma, quotes where needed, header first, invariant culture, <c>\n</c> line ends, UTF-8 (a byte-order
/// mark is accepted when reading). Numbers are written so that they read back exactly; NaN is <c>NaN</c>.
/// </summary>
public static class Csv
{
    /// <summary>
    /// Writes one line a record, atomically. Columns are the record's properties in the order they are declared, named
    /// in snake_case (<c>TrainLoss</c> is <c>train_loss</c>).
    /// </summary>
    /// <exception cref="BadFileException">The place cannot be written.</exception>
    public static void Write<T>(string path, IEnumerable<T> records)
    {
        PropertyInfo[] columns = [.. typeof(T).GetProperties().OrderBy(property => property.MetadataToken)];
        string[] header = [.. columns.Select(column => JsonNamingPolicy.SnakeCaseLower.ConvertName(column.Name))];
        WriteRows(path, header, records.Select(record => columns.Select(column => column.GetValue(record)).ToArray()));
    }

    /// <summary>Writes a header and rows whose cells are text or numbers; null is an empty cell. Atomic.</summary>
    /// <exception cref="ArgumentException">A row has more or fewer cells than the header.</exception>
    /// <exception cref="BadFileException">The place cannot be written.</exception>
    public static void WriteRows(
        string path, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<object?>> rows) =>
        AtomicFile.Write(path, stream =>
        {
            using var writer = CsvWriter.Create(stream, WriterOptions, leaveOpen: true);
            writer.WriteRecord([.. header]);
            foreach (var row in rows)
            {
                if (row.Count != header.Count)
                    throw new ArgumentException($"A row has {row.Count} cells, the header {header.Count}.");
                writer.WriteRecord([.. row.Select(Text)]);
            }
        });

    /// <summary>Reads a table whole. Columns may come in any order, more than the required ones too.</summary>
    /// <exception cref="BadFileException">
    /// The file cannot be read, is empty, names a column twice, lacks a required column, or a line is broken.
    /// </exception>
    public static IReadOnlyList<CsvRow> ReadRows(string path, params IReadOnlyList<string> required) =>
        ReadRows(path, ReaderOptions, required);

    /// <summary>
    /// Reads somebody else's table, whose cells may be parted by semicolons or tabs: by whichever of the three is in
    /// the header most often.
    /// </summary>
    /// <exception cref="BadFileException">As for a table with commas.</exception>
    public static IReadOnlyList<CsvRow> ReadRowsOfAnySeparator(string path)
    {
        using var reader = new StreamReader(FileFaults.OpenRead(path));
        var header = reader.ReadLine() ?? "";
        var separator = ((char[])[',', ';', '\t']).MaxBy(sign => header.Count(letter => letter == sign));
        return ReadRows(path, ReaderOptions with { Separator = separator }, []);
    }

    private static IReadOnlyList<CsvRow> ReadRows(string path, CsvReaderOptions options, IReadOnlyList<string> required)
    {
        using var stream = FileFaults.OpenRead(path);
        try
        {
            using var reader = CsvReader.Create(stream, options, leaveOpen: true);
            if (!reader.Read())
                throw new BadFileException(path, "it is empty.", "A CSV file needs a header line.");
            var header = Cells(reader);
            CheckHeader(path, header, required);
            return ReadBody(path, reader, header);
        }
        catch (CsvFormatException fault)
        {
            throw new BadFileException(
                path, $"line {fault.LineNumber}: the quotes are broken.", "Mend that line.", fault);
        }
    }

    private static readonly CsvWriterOptions WriterOptions = new() { NewLine = "\n" };

    private static readonly CsvReaderOptions ReaderOptions = new()
    {
        HasHeader = false,
        Separator = ',',
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    private static string Text(object? cell) => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "";

    private static string[] Cells(CsvReader reader) =>
        [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];

    private static void CheckHeader(string path, string[] header, IReadOnlyList<string> required)
    {
        if (header.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new BadFileException(path, $"the column {twice.Key} comes twice.", "Rename or remove one of them.");
        string[] missing = [.. required.Except(header)];
        if (missing.Length > 0)
            throw new BadFileException(
                path, $"line 1 lacks the column {string.Join(", ", missing)}; it has {string.Join(", ", header)}.",
                $"Name the columns {string.Join(", ", required)} in the header.");
    }

    private static List<CsvRow> ReadBody(string path, CsvReader reader, string[] header)
    {
        var rows = new List<CsvRow>();
        while (reader.Read())
        {
            var cells = Cells(reader);
            if (cells.Length != header.Length)
                throw new BadFileException(
                    path, $"line {reader.LineNumber} has {cells.Length} cells where {header.Length} are due.",
                    "Mend that line; a comma inside a cell needs quotes around the cell.");
            var byColumn = header.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second);
            rows.Add(new(path, (int)reader.LineNumber, byColumn));
        }
        return rows;
    }
}
