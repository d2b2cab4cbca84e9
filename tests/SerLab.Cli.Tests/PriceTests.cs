namespace SerLab.Cli.Tests;

[Trait("Kind", "end-to-end")]
public class PriceTests(SmallCorpus small)
{
    private readonly string _folder = Folders.New();

    [Fact]
    public void The_ladder_has_a_row_for_each_way_a_verdict_and_files()
    {
        string[] line = ["price", small.Corpus, "--folds", "2", "--seeds", "1", "--epochs", "2", "--out", _folder];
        var run = ProgramRun.Serlab(line).Ended(0);
        Assert.Equal(
            ["heard speakers and phrases", "not heard the phrases", "not heard the speakers", "heard neither"],
            run.Output.Split('\n').Skip(4).Take(4).Select(row => row[..26].TrimEnd()));
        Assert.Matches("random split .* %, unseen speakers and phrases .* %: ", run.Output);
        Assert.Contains("1 of 4, training 1 of 2", run.Error);
        Assert.True(File.Exists(Path.Combine(_folder, "price.html")));
        Assert.Equal(1 + 4, File.ReadLines(Path.Combine(_folder, "price.csv")).Count());

        // Given again, nothing is trained again.
        var again = ProgramRun.Serlab([.. line, "--json"]).Ended(0);
        Assert.DoesNotContain("epoch", again.Error);
        Assert.Equal(4, again.Json().GetProperty("rungs").GetArrayLength());
    }

    [Fact]
    public void Other_options_in_the_same_folder_are_refused_without_update()
    {
        string[] line = ["price", small.Corpus, "--folds", "2", "--seeds", "1", "--out", _folder, "--epochs"];
        ProgramRun.Serlab([.. line, "1"]).Ended(0);
        Assert.Contains("say --update to replace it", ProgramRun.Serlab([.. line, "2"]).Ended(1).Error);
        ProgramRun.Serlab([.. line, "2", "--update"]).Ended(0);
    }
}
