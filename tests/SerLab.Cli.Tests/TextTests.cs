namespace SerLab.Cli.Tests;

[Trait("Kind", "end-to-end")]
public class TextTests(SmallCorpus small)
{
    [Fact]
    public void The_words_are_set_against_the_voice_of_a_run_on_its_folds()
    {
        var folder = Path.Combine(Folders.New(), "out");
        string[] line = ["text", small.Corpus, "--against", small.Speaker, "--out", folder, "--json"];
        var result = ProgramRun.Serlab(line).Ended(0).Json();
        Assert.Equal(1 / 7.0, result.GetProperty("text").GetProperty("value").GetDouble(), 1e-9);
        Assert.Equal(28, result.GetProperty("clips").GetInt32());
        Assert.Equal("unseen speakers", result.GetProperty("split").GetString());
        Assert.True(result.GetProperty("p").GetDouble() is > 0 and <= 1);
        Assert.True(File.Exists(Path.Combine(folder, "text-predictions.csv")));
        Assert.True(File.Exists(Path.Combine(folder, "builtin-text.html")));
    }

    [Fact]
    public void The_words_alone_need_no_voice()
    {
        var run = ProgramRun.Serlab("text", small.Corpus, "--alone").Ended(0);
        Assert.Contains("The words carry no emotion that shows: UAR 14.3 %", run.Output);
        var none = ProgramRun.Serlab("text", small.Corpus).Ended(2);
        Assert.Contains("There is no voice to hold the words against.", none.Error);
    }
}
