using System.Text;
using SerLab.Corpora;

namespace SerLab.Cli;

/// <summary>A corpus in numbers: recordings by speaker and emotion, and what was left out.</summary>
internal sealed record CorpusOverview(
    string Name, string Folder, int Utterances, IReadOnlyList<string> Labels,
    IReadOnlyDictionary<string, IReadOnlyList<int>> Speakers, IReadOnlyList<LeftOut> LeftOut)
{
    private const int Column = 9;

    public static CorpusOverview Of(string folder)
    {
        var corpus = CorpusReader.Read(folder);
        var labels = corpus.Labels;
        var clips = corpus.Utterances.CountBy(u => (u.Speaker, u.Emotion)).ToDictionary();
        var counts = corpus.Speakers.ToDictionary(
            speaker => speaker,
            speaker => (IReadOnlyList<int>)[.. labels.Select(label => clips.GetValueOrDefault((speaker, label)))]);
        return new CorpusOverview(corpus.Name, folder, corpus.Utterances.Count, labels, counts, corpus.LeftOut);
    }

    public string ToText()
    {
        var width = Math.Max("speaker".Length, Speakers.Keys.Select(name => name.Length).DefaultIfEmpty(0).Max());
        var text = new StringBuilder(
            $"{Name} in {Folder}: {Counted.Of(Utterances, "recording")}, {Counted.Of(Speakers.Count, "speaker")}, " +
            $"{Counted.Of(Labels.Count, "emotion")}\n");
        text.AppendLine(Row("speaker", Labels));
        foreach (var (speaker, counts) in Speakers)
        {
            text.AppendLine(Row(speaker, counts.Select(n => n.ToString())));
        }
        return text.Append(LeftOutText.Of(LeftOut)).ToString();

        string Row(string head, IEnumerable<string> cells) =>
            $"{head.PadRight(width)} {string.Join(' ', cells.Select(cell => cell.PadLeft(Column)))}";
    }
}
