using SerLab.Corpora;
using SerLab.Files;

namespace SerLab.Splits.Auditing;

/// <summary>One table of recordings and parts.</summary>
/// <param name="path">The CSV; commas, semicolons or tabs.</param>
/// <param name="columns">What it calls its columns.</param>
/// <param name="named">The part that the file's name tells, for a table without such a column.</param>
internal sealed class TableReader(string path, SplitColumns columns, AuditedPart? named)
{
    public IReadOnlyList<AuditedRow> Read(List<string> remarks)
    {
        var lines = Csv.ReadRowsOfAnySeparator(path);
        if (lines.Count == 0)
        {
            return [];
        }
        var finder = new ColumnFinder(path, [.. lines[0].Cells.Keys]);
        var (part, fold) = (finder.Part(columns.Part), finder.Fold(columns.Fold));
        var (speaker, phrase) = (finder.Speaker(columns.Speaker), finder.Phrase(columns.Phrase));
        var (file, emotion, corpus) = (finder.File(columns.File), finder.Emotion(columns.Emotion), finder.Corpus());
        remarks.Add($"{Path.GetFileName(path)}: " + string.Join(", ", new (string What, string? Column)[]
        {
            ("recordings", file), ("part", part), ("fold", fold), ("speaker", speaker), ("phrase", phrase),
            ("emotion", emotion), ("corpus", corpus),
        }.Where(one => one.Column is not null).Select(one => $"{one.What} from '{one.Column}'")) + ".");
        var rows = lines.Select(line => (Line: line, Row: new AuditedRow(FileIn(line, file), default, "")
        {
            Speaker = Join(Cell(line, corpus), Cell(line, speaker)),
            Phrase = Cell(line, phrase),
            Emotion = Cell(line, emotion) is { } word ? EmotionWords.ToLabel(word) : null,
        })).ToArray();
        return part is not null ? WithParts(rows, part, fold, remarks)
            : named is { } one ? [.. rows.Select(row => row.Row with { Part = one })]
            : fold is not null ? OfFolds(rows, fold, remarks)
            : throw new BadFileException(
                path, $"no column says the part or the fold; it has {string.Join(", ", lines[0].Cells.Keys)}.",
                ColumnFinder.Mend);
    }

    private IReadOnlyList<AuditedRow> WithParts(
        (CsvRow Line, AuditedRow Row)[] rows, string part, string? fold, List<string> remarks)
    {
        var meanings = PartWords.Understand(rows.Select(row => row.Line[part]), columns.PartWords);
        string[] unknown = [.. meanings.Where(one => one.Value is null).Select(one => $"'{one.Key}'")];
        if (unknown.Length > 0)
        {
            var first = rows.First(row => meanings[row.Line[part]] is null).Line.Line;
            throw new BadFileException(
                path, $"line {first}, column {part}: {string.Join(", ", unknown.Take(5))} is no part that is known.",
                "Say what it means, as in --part-words probe=test.");
        }
        AuditedRow[] read =
        [
            .. rows.Select(row => row.Row with
            {
                Part = meanings[row.Line[part]]!.Value, Fold = fold is null ? "" : row.Line[fold].Trim(),
            }),
        ];
        return IsByFold(read) ? read : WithoutFolds(read, fold!, remarks);
    }

    // Some tables keep a fold beside the part of one split, such as the fold of a recording in another experiment.
    private static bool IsByFold(AuditedRow[] rows) => rows.GroupBy(row => row.Fold).All(fold =>
        fold.Any(row => row.Part == AuditedPart.Train) && fold.Any(row => row.Part == AuditedPart.Test))
        || rows.All(row => row.Fold == "");

    private static AuditedRow[] WithoutFolds(AuditedRow[] rows, string fold, List<string> remarks)
    {
        remarks.Add($"The column '{fold}' is not used: there is no training and test part in each of its folds.");
        return [.. rows.Select(row => row with { Fold = "" })];
    }

    private static AuditedRow[] OfFolds((CsvRow Line, AuditedRow Row)[] rows, string fold, List<string> remarks)
    {
        string[] folds = [.. rows.Select(row => row.Line[fold].Trim()).Distinct(StringComparer.Ordinal)];
        remarks.Add($"Each of the {folds.Length} folds is taken as the test part once, and the others as training.");
        return
        [
            .. folds.SelectMany(one => rows.Select(row => row.Row with
            {
                Fold = one, Part = row.Line[fold].Trim() == one ? AuditedPart.Test : AuditedPart.Train,
            })),
        ];
    }

    private static string FileIn(CsvRow line, string column) => line.Required(column).Trim().Replace('\\', '/');

    // Two corpora may each have a speaker 03.
    private static string? Join(string? corpus, string? speaker) =>
        corpus is not null && speaker is not null ? $"{corpus}/{speaker}" : speaker;

    private static string? Cell(CsvRow line, string? column) =>
        column is null ? null : line.Optional(column)?.Trim() is { Length: > 0 } text ? text : null;
}
