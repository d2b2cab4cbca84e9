using SerLab.Corpora;
using SerLab.Files;
using SerLab.Text;
using SerLab.Tests.Corpora;

namespace SerLab.Tests.Text;

[Trait("Kind", "law")]
public sealed class TranscriptsTests
{
    [Theory]
    [InlineData("OAF_back_angry.wav", "Say the word back")]
    [InlineData("03-01-05-01-02-01-01.wav", "Dogs are sitting by the door")]
    [InlineData("1001_DFA_ANG_XX.wav", "Don't forget a jacket")]
    [InlineData("03b03Fa.wav", "An den Wochenenden bin ich jetzt immer nach Hause gefahren und habe Agnes besucht")]
    public void Names_tell_what_is_said(string name, string said) =>
        Assert.Equal([said], Transcripts.Of(CorpusReader.Read(CorpusMaker.Folder(name))).Values);

    [Fact]
    public void Every_sentence_code_of_CREMA_D_and_EMO_DB_is_known()
    {
        string[] crema = ["IEO", "TIE", "IOM", "IWW", "TAI", "MTI", "IWL", "ITH", "DFA", "ITS", "TSI", "WSI"];
        string[] emo = ["a01", "a02", "a04", "a05", "a07", "b01", "b02", "b03", "b09", "b10"];
        Assert.Equal(12, Told(crema.Select(code => $"1001_{code}_ANG_XX.wav")));
        Assert.Equal(10, Told(emo.Select(code => $"03{code}Fa.wav")));

        int Told(IEnumerable<string> names) =>
            Transcripts.Of(CorpusReader.Read(CorpusMaker.Folder([.. names]))).Values.Distinct().Count();
    }

    [Fact]
    public void Where_names_do_not_tell_a_table_is_asked_for()
    {
        var savee = CorpusReader.Read(CorpusMaker.Folder("DC/a01.wav", "DC/n05.wav"));
        Assert.Contains("What 2 of 2 recordings say is not in their names",
            Assert.Throws<BadOptionException>(() => Transcripts.Of(savee)).Message);
    }

    [Fact]
    public void A_table_is_read_by_path_or_by_name_alone()
    {
        var folder = CorpusMaker.Folder("OAF_angry/OAF_back_angry.wav", "OAF_bar_sad.wav");
        var corpus = CorpusReader.Read(folder);
        var table = Path.Combine(folder, "t.csv");
        Csv.WriteRows(table, ["Path", "Speaker", "Transcript"],
        [
            ["/elsewhere/OAF_back_angry.wav", "OAF", "say the word back"], ["OAF_bar_sad.wav", "OAF", ""],
        ]);
        var read = Transcripts.Read(table, corpus);
        Assert.Equal("say the word back", read["OAF_angry/OAF_back_angry"]);
        Assert.Equal("", read["OAF_bar_sad"]);
    }

    [Fact]
    public void A_table_without_a_line_for_each_recording_is_refused()
    {
        var folder = CorpusMaker.Folder("OAF_back_angry.wav", "OAF_bar_sad.wav");
        var corpus = CorpusReader.Read(folder);
        var table = Path.Combine(folder, "t.csv");
        Csv.WriteRows(table, ["file", "transcript"],
        [
            ["OAF_bar_sad.wav", "x"], ["one/OAF_back_angry.wav", "a b"], ["two/OAF_back_angry.wav", "c d"],
        ]);
        Assert.Contains("1 of 2 recordings have no transcript (first: 'OAF_back_angry')",
            Assert.Throws<BadFileException>(() => Transcripts.Read(table, corpus)).Message);
        Csv.WriteRows(table, ["file", "words"], [["OAF_bar_sad.wav", "x"]]);
        Assert.Contains("no column transcript",
            Assert.Throws<BadFileException>(() => Transcripts.Read(table, corpus)).Message);
    }
}
