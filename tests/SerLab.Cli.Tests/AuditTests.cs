namespace SerLab.Cli.Tests;

[Trait("Kind", "end-to-end")]
public class AuditTests(SmallCorpus small)
{
    [Fact]
    public void A_random_split_leaks_and_says_so_as_text_as_JSON_and_as_a_page()
    {
        var folder = Folders.New();
        var (table, page) = (Path.Combine(folder, "split.csv"), Path.Combine(folder, "audit.html"));
        ProgramRun.Serlab("split", small.Corpus, "--by", "random", "--out", table).Ended(0);
        var text = ProgramRun.Serlab("audit", table, "--out", page).Ended(0);
        Assert.StartsWith($"{table}\n\nLeaks: the speakers, the phrases, the same phrases of the same speakers.\n", text.Output);
        Assert.Contains("listening", text.Error);
        Assert.Contains("Leaks: the speakers", File.ReadAllText(page));

        var json = ProgramRun.Serlab("audit", table, "--json", "--quiet").Ended(0);
        Assert.Equal("", json.Error);
        Assert.Equal("leaks", json.Json().GetProperty("verdict").GetString());
        var speakers = json.Json().GetProperty("findings").EnumerateArray().Single(one => one.GetProperty("check").GetString() == "speaker");
        Assert.Equal(("leak", 3, 3), (
            speakers.GetProperty("severity").GetString(), speakers.GetProperty("count").GetInt32(), speakers.GetProperty("of").GetInt32()));
    }

    [Fact]
    public void Strict_fails_where_it_leaks_and_where_it_cannot_be_told()
    {
        var table = Path.Combine(Folders.New(), "split.csv");
        ProgramRun.Serlab("split", small.Corpus, "--by", "speaker+phrase", "--out", table).Ended(0);
        Assert.Contains("Clean", ProgramRun.Serlab("audit", table, "--strict").Ended(0).Output);
        var unheard = ProgramRun.Serlab("audit", table, "--no-audio", "--strict", "--quiet").Ended(1);
        Assert.Contains("Cannot tell", unheard.Output);
        Assert.StartsWith("serlab: Cannot tell", unheard.Error);
        ProgramRun.Serlab("split", small.Corpus, "--by", "speaker", "--out", table).Ended(0);
        ProgramRun.Serlab("audit", table, "--strict", "--quiet").Ended(1);
        ProgramRun.Serlab("audit", table, "--strict", "--allow", "phrases").Ended(0);
    }

    [Fact]
    public void A_run_is_audited_with_its_scaler_and_its_selection()
    {
        var output = ProgramRun.Serlab("audit", small.Random).Ended(0).Output;
        Assert.Contains("The scaler was fitted on the training part", output);
        Assert.Contains("The epoch was chosen by uar on", output);
    }

    [Theory]
    [InlineData(2, "no column 'nothing'", "--file", "nothing")]
    [InlineData(2, "--allow noses", "--allow", "noses")]
    [InlineData(2, "--part-words x", "--part-words", "x")]
    [InlineData(2, "must end in .html", "--out", "page.txt")]
    public void Wrong_usage_is_named(int code, string message, params string[] options)
    {
        var table = Path.Combine(Folders.New(), "split.csv");
        File.WriteAllText(table, "file,part\na.wav,train\nb.wav,test\n");
        Assert.Contains(message, ProgramRun.Serlab(["audit", table, .. options]).Ended(code).Error);
    }

    [Fact]
    public void A_table_that_is_not_there_or_holds_an_unknown_part_fails_by_name()
    {
        var table = Path.Combine(Folders.New(), "split.csv");
        Assert.Contains("there is no such file", ProgramRun.Serlab("audit", table).Ended(1).Error);
        File.WriteAllText(table, "file,part\na.wav,train\nb.wav,probe\n");
        Assert.Contains("'probe' is no part that is known", ProgramRun.Serlab("audit", table).Ended(1).Error);
        var explained = ProgramRun.Serlab("audit", table, "--part-words", "probe=test").Ended(0);
        Assert.Contains("Cannot tell", explained.Output);
    }
}
