using System.Diagnostics;

namespace SerLab.Cli.Tests;

[Trait("Kind", "end-to-end")]
public class InterruptTests(SmallCorpus small)
{
    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public void Interrupted_training_ends_with_130_and_leaves_no_run_that_looks_finished(string signal)
    {
        var run = Path.Combine(Folders.New(), "run");
        string[] line = ["train", small.Corpus, "--features", "mel128", "--split", "random", "--out", run];
        var start = ProgramRun.SerlabStart([.. line, "--epochs", "500"]);
        var killed = ProgramRun.Of(start, At("epoch   1", signal)).Ended(130);
        Assert.EndsWith("\nserlab: interrupted. Nothing half-done was left; the same command again completes the work.",
            killed.Error);
        Assert.DoesNotContain("   at ", killed.Error);
        Assert.Equal("", killed.Output);
        Assert.False(File.Exists(Path.Combine(run, "manifest.json")));
        ProgramRun.Serlab("evaluate", run).Ended(1);
        ProgramRun.Serlab([.. line, "--epochs", "1", "--update"]).Ended(0);
        ProgramRun.Serlab("evaluate", run).Ended(0);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public void An_interrupted_corpus_is_unfinished_until_the_same_command_completes_it(string signal)
    {
        var corpus = Path.Combine(Folders.New(), "corpus");
        string[] line = ["corpus", "synth", corpus, "--speakers", "2", "--phrases", "20"];
        ProgramRun.Of(ProgramRun.SerlabStart(line), At("clips", signal)).Ended(130);
        Assert.False(File.Exists(Path.Combine(corpus, "truth.json")));
        Assert.Empty(Directory.GetFiles(corpus, "*.tmp", SearchOption.AllDirectories));
        Assert.InRange(Clips(corpus), 1, 279);
        ProgramRun.Serlab(line).Ended(0);
        Assert.Equal(280, Clips(corpus));
        Assert.True(File.Exists(Path.Combine(corpus, "truth.json")));
    }

    [Fact]
    public void An_interrupted_update_keeps_the_earlier_run()
    {
        var run = Path.Combine(Folders.New(), "run");
        string[] line = ["train", small.Corpus, "--features", "mel128", "--split", "random", "--out", run];
        ProgramRun.Serlab([.. line, "--epochs", "1"]).Ended(0);
        var before = File.ReadAllText(Path.Combine(run, "manifest.json"));
        string[] update = [.. line, "--epochs", "500", "--update"];
        ProgramRun.Of(ProgramRun.SerlabStart(update), At("epoch   1", "INT")).Ended(130);
        Assert.Equal(before, File.ReadAllText(Path.Combine(run, "manifest.json")));
    }

    private static int Clips(string corpus) => Directory.GetFiles(corpus, "*.wav", SearchOption.AllDirectories).Length;

    // Sends the signal once, when standard error first says the words.
    private static Action<Process, string> At(string words, string signal)
    {
        var sent = false;
        return (process, line) =>
        {
            if (!sent && line.Contains(words))
            {
                sent = true;
                Process.Start("kill", [$"-{signal}", $"{process.Id}"]).WaitForExit();
            }
        };
    }
}
