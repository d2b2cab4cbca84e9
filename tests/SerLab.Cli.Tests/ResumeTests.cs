using System.Diagnostics;

namespace SerLab.Cli.Tests;

/// <summary>A training that is stopped in any way comes to the bytes of one that never was.</summary>
[Trait("Kind", "end-to-end")]
public class ResumeTests(SmallCorpus small, ResumeTests.Never never) : IClassFixture<ResumeTests.Never>
{
    private static readonly string[] Compared =
    [
        "model.safetensors", "last.safetensors", "bundle.json", "predictions.csv", "metrics.json", "report.txt",
        "confusion_matrix.csv", "split.csv", "config.json",
    ];

    private readonly string _run = Path.Combine(Folders.New(), "stopped");

    [Theory]
    [InlineData("KILL", 1, 5)]
    [InlineData("KILL", 4, 60)]
    [InlineData("TERM", 3, 20)]
    public void A_training_killed_and_resumed_gives_the_same_bytes(string signal, int epoch, int milliseconds)
    {
        Assert.NotEqual(0, ProgramRun.Of(Start(), At($"epoch {epoch,3}", milliseconds, signal)).Code);
        ProgramRun.Of(Start("--resume")).Ended(0);
        Same();
        Assert.False(File.Exists(Path.Combine(_run, "checkpoint.safetensors")));
        Assert.Empty(Directory.GetFiles(_run, "*.tmp"));
    }

    [Fact]
    public void Resume_takes_the_options_of_the_run_and_refuses_others()
    {
        ProgramRun.Of(Start(), At("epoch   2", 0, "INT")).Ended(130);
        var checkpoint = Path.Combine(_run, "checkpoint.safetensors");
        var before = File.ReadAllBytes(checkpoint);
        var other = ProgramRun.Serlab("train", small.Corpus, "--out", _run, "--epochs", "3").Ended(1);
        Assert.Contains("holds a training that was stopped with other options", other.Error);
        Assert.Equal(before, File.ReadAllBytes(checkpoint));
        ProgramRun.Serlab("train", small.Corpus, "--resume", "--out", _run).Ended(0);
        Same();
    }

    [Fact]
    public void A_disk_that_is_full_ends_the_training_with_a_sentence_and_the_training_goes_on_when_it_is_not()
    {
        ProgramRun.Of(Start(), At("epoch   2", 0, "INT")).Ended(130);
        // From here on no file may be larger than 8 kB: what a full disk does to a checkpoint.
        var full = Start("--resume");
        full.ArgumentList.Insert(0, full.FileName);
        string[] shell = ["-c", "trap '' XFSZ; ulimit -f 8; exec \"$@\"", "bash", .. full.ArgumentList];
        var limited = new ProcessStartInfo("bash", shell);
        foreach (var (name, value) in full.Environment)
        {
            limited.Environment[name] = value;
        }
        limited.Environment["DOTNET_EnableWriteXorExecute"] = "0"; // whose memory is a file
        var run = ProgramRun.Of(limited).Ended(1);
        Assert.Contains("grew larger than its disk or this user may have it", run.Error);
        Assert.DoesNotContain("   at ", run.Error);
        ProgramRun.Of(Start("--resume")).Ended(0);
        Same();
    }

    private ProcessStartInfo Start(params string[] more) => Start(small.Corpus, _run, more);

    private static ProcessStartInfo Start(string corpus, string run, params string[] more) => ProgramRun.SerlabStart(
    [
        "train", corpus, "--features", "mel128", "--model", "cnn2d", "--epochs", "6", "--batch", "8", "--lr", "0.003",
        "--set", "training.mixup=0.2", "--set", "training.schedule.kind=cosine", "--out", run, .. more,
    ]);

    private void Same()
    {
        Assert.All(Compared, name => Assert.Equal(
            File.ReadAllBytes(Path.Combine(never.Run, name)), File.ReadAllBytes(Path.Combine(_run, name))));
        Assert.Equal(History(never.Run), History(_run));
    }

    // Without the seconds.
    private static string[] History(string run) =>
        [.. File.ReadLines(Path.Combine(run, "history.csv")).Select(line => line[..line.LastIndexOf(',')])];

    private static Action<Process, string> At(string words, int milliseconds, string signal)
    {
        var sent = false;
        return (process, line) =>
        {
            if (!sent && line.StartsWith(words, StringComparison.Ordinal))
            {
                sent = true;
                Thread.Sleep(milliseconds);
                Process.Start("kill", [$"-{signal}", $"{process.Id}"]).WaitForExit();
            }
        };
    }

    /// <summary>The same training, never stopped.</summary>
    public sealed class Never
    {
        public Never(SmallCorpus small) => ProgramRun.Of(Start(small.Corpus, Run)).Ended(0);

        public string Run { get; } = Path.Combine(Folders.New(), "whole");
    }
}
