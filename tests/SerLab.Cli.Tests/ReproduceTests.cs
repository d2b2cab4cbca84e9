namespace SerLab.Cli.Tests;

/// <summary><c>serlab reproduce</c> on the small corpus.</summary>
[Trait("Kind", "end-to-end")]
public class ReproduceTests(SmallCorpus small)
{
    [Fact]
    public void The_list_says_what_can_be_run_on_what_is_here()
    {
        var data = Path.Combine(Folders.New(), "OAF_angry");
        Directory.CreateDirectory(data);
        File.Copy(small.Clip, Path.Combine(data, "OAF_back_angry.wav"));
        var json = ProgramRun.Serlab("reproduce", "--list", "--data", Path.GetDirectoryName(data)!, "--json").Ended(0).Json();
        var claims = json.EnumerateArray().ToDictionary(claim => claim.GetProperty("id").GetString()!);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, claims["P0-tess-random"].GetProperty("whyNotHere").ValueKind);
        Assert.Contains("crema-d is not here", claims["P2-lenet2d"].GetProperty("whyNotHere").GetString());
        Assert.Contains("pretrained", claims["EmoBox-tess"].GetProperty("whyNotHere").GetString());
        var text = ProgramRun.Serlab("reproduce", "P2", "--list", "--data", Folders.New()).Ended(0).Output;
        Assert.Contains("94.41 % / 0.4010 nats", text);
        Assert.Equal(8, text.TrimEnd().Split('\n').Length);
    }

    [Fact]
    public void A_protocol_runs_on_another_corpus_and_the_report_gathers_what_was_run()
    {
        var folder = Path.Combine(Folders.New(), "claims");
        string[] line = ["reproduce", "P3-mean105", "P0-tess-text", "--on", small.Corpus, "--epochs", "1", "--out", folder];
        var first = ProgramRun.Serlab(line).Ended(0);
        Assert.Contains("quick look", first.Output);
        Assert.Contains("P0-tess-text: It is about transcripts", first.Output);
        Assert.Contains("epoch   1", first.Error);
        var again = ProgramRun.Serlab([.. line, "--json"]).Ended(0);
        Assert.DoesNotContain("epoch", again.Error); // finished runs are used again
        Assert.Equal("quickLook", again.Json()[0].GetProperty("verdict").GetString());
        ProgramRun.Serlab("reproduce", "P3-mean180", "--on", small.Corpus, "--epochs", "1", "--out", folder, "-q").Ended(0);
        var report = File.ReadAllText(Path.Combine(folder, "claims.md"));
        Assert.Contains("P3-mean105 on Built-in corpus: quick look", report);
        Assert.Contains("P3-mean180 on Built-in corpus: quick look", report);
        Assert.Contains("<h1>Published claims, run again</h1>", File.ReadAllText(Path.Combine(folder, "claims.html")));
    }

    [Fact]
    public void Wrong_calls_say_what_to_type()
    {
        Assert.Contains("--list", ProgramRun.Serlab("reproduce").Ended(2).Error);
        Assert.Contains("P2-lenet2d", ProgramRun.Serlab("reproduce", "P2-lenet2").Ended(2).Error);
        Assert.Contains("exclude each other", ProgramRun.Serlab("reproduce", "P2", "--all").Ended(2).Error);
        Assert.Contains("at least 1", ProgramRun.Serlab("reproduce", "P2", "--epochs", "0").Ended(2).Error);
    }

    [Fact]
    public void A_claim_whose_corpus_is_not_here_is_answered_not_refused()
    {
        var folder = Folders.New();
        var run = ProgramRun.Serlab("reproduce", "P2-lenet2d", "--data", Folders.New(), "--out", folder).Ended(0);
        Assert.Contains("cannot be run", run.Output);
        Assert.Contains("The corpus crema-d is not here", run.Output);
    }
}
