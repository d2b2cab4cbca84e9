using SerLab.Corpora;

namespace SerLab.Splits.Auditing;

/// <summary>Speakers, phrases and emotions that the recordings' names carry.</summary>
internal static class NamedLabels
{
    private const double LeastShare = 0.5;

    /// <summary>Fills in what no column tells, by the one corpus that understands most names, at least half.</summary>
    public static IReadOnlyList<AuditedRow> Fill(IReadOnlyList<AuditedRow> rows, List<string> remarks)
    {
        if (rows.All(row => row is { Speaker: not null, Phrase: not null, Emotion: not null }))
        {
            return rows;
        }
        var best = CorpusReader.Understood.Select(names => (Names: names, Read: Parse(rows, names)))
            .MaxBy(one => one.Read.Count(utterance => utterance is not null));
        if (best.Read.Count(utterance => utterance is not null) < LeastShare * rows.Count)
        {
            return rows;
        }
        string[] filled =
        [
            .. rows.All(row => row.Speaker is not null) ? [] : new[] { "speakers" },
            .. rows.All(row => row.Phrase is not null) ? [] : new[] { "phrases" },
            .. rows.All(row => row.Emotion is not null) ? [] : new[] { "emotions" },
        ];
        remarks.Add($"The {string.Join(" and ", filled)} come from the files' names, which are those of " +
            $"{CorpusReader.Title(best.Names.Corpus)}.");
        return [.. rows.Zip(best.Read, (row, utterance) => row with
        {
            Speaker = row.Speaker ?? utterance?.Speaker,
            Phrase = row.Phrase ?? utterance?.Phrase,
            Emotion = row.Emotion ?? utterance?.Emotion,
        })];
    }

    private static Utterance?[] Parse(IReadOnlyList<AuditedRow> rows, ICorpusNames names) =>
    [
        .. rows.Select(row => CorpusFiles.Id(row.File))
            .Select(id => names.Parse(id, id) ?? names.Parse(CopyNames.Original(id), id)),
    ];
}
