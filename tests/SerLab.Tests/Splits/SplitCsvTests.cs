using SerLab.Corpora;
using SerLab.Files;
using SerLab.Splits;

namespace SerLab.Tests.Splits;

[Trait("Kind", "law")]
public sealed class SplitCsvTests : IDisposable
{
    private static readonly Corpus Corpus = Shapes.Full(3, 4, "happy", "sad");
    private readonly string _folder = Directory.CreateTempSubdirectory("serlab-split-").FullName;

    private string Table => Path.Combine(_folder, "split.csv");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("speaker(test=S1)")]
    [InlineData("loso")]
    [InlineData("speaker+phrase")]
    [InlineData("random(test=0.3, validation=0)")]
    public void What_is_written_reads_back_and_writes_the_same_bytes(string text)
    {
        var plans = SplitRule.Parse(text).Folds(Corpus);
        SplitCsv.Write(Table, plans);
        var bytes = File.ReadAllBytes(Table);
        var read = SplitCsv.Read(Table, Corpus.Reversed());
        Assert.Equal(plans.Select(p => p.Describe()), read.Select(p => p.Describe()));
        SplitCsv.Write(Table, read);
        Assert.Equal(bytes, File.ReadAllBytes(Table));
    }

    [Fact]
    public void A_row_says_file_id_speaker_phrase_emotion_part_rule_and_fold()
    {
        SplitCsv.Write(Table, [SplitRule.Parse("speaker(test=S1)").Plan(Corpus)]);
        var lines = File.ReadAllLines(Table);
        Assert.Equal("file,id,speaker,phrase,emotion,part,rule,fold", lines[0]);
        Assert.Equal(
            "here/u0000.wav,u0000,S1,word 1,happy,test,\"speaker(test=S1, validation=0.1, seed=1)\",", lines[1]);
    }

    [Theory]
    [InlineData("u0001,", "u9999,", "1 utterances are not in the corpus: u9999")]
    [InlineData("S1,word 1,sad", "S2,word 1,sad", "another speaker, phrase or emotion than in the corpus: u0001")]
    [InlineData(",sad,test,", ",sad,exam,", "none of train, validation, test, unused: u0001, u0003, u0005, u0007")]
    [InlineData("u0000,S1,word 1,happy,test", "u0000,S1,word 1,happy,train", "share S1")]
    public void A_table_that_does_not_fit_is_refused_by_name(string found, string put, string problem)
    {
        SplitCsv.Write(Table, [SplitRule.Parse("speaker(test=S1)").Plan(Corpus)]);
        File.WriteAllText(Table, File.ReadAllText(Table).Replace(found, put));
        Assert.Contains(problem, Assert.ThrowsAny<SerLabException>(() => SplitCsv.Read(Table, Corpus)).Message);
    }

    [Fact]
    public void Missing_utterances_other_rules_and_empty_tables_are_refused()
    {
        SplitCsv.Write(Table, [SplitRule.Parse("random").Plan(Corpus)]);
        var lines = File.ReadAllLines(Table);
        File.WriteAllLines(Table, lines[..^6]);
        Assert.Contains("6 utterances are in the corpus but not in the table: u0018", Refusal());
        File.WriteAllLines(Table, [.. lines[..^1], lines[^1].Replace("seed=1", "seed=2")]);
        Assert.Contains("under another rule than random(test=0.2", Refusal());
        File.WriteAllLines(Table, lines[..1]);
        Assert.Contains("no rows", Refusal());
    }

    private string Refusal() => Assert.Throws<BadFileException>(() => SplitCsv.Read(Table, Corpus)).Message;
}
