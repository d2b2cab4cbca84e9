using System.Text.Json;

namespace SerLab.Cli.Tests;

/// <summary>A batch of bad files: each gets a named error or a sound answer, and a corpus uses the rest.</summary>
[Trait("Kind", "end-to-end")]
public class BadFilesTests(SmallCorpus small, ITestOutputHelper output)
{
    private const int Speakers = 3;

    [Fact]
    public void Each_bad_file_alone_gets_a_named_error_or_a_sound_answer()
    {
        var folder = Folders.New();
        foreach (var (what, make, answer) in BadSound.All(small.Clip))
        {
            var path = Path.Combine(folder, $"{what}.wav");
            make(path);
            var run = ProgramRun.Serlab("features", path, "--set", "mel128", "--out", $"{path}.npy");
            output.WriteLine($"| {what} | {run.Code} | {(run.Output + run.Error).Trim().Replace(folder + "/", "")} |");
            Check(run, path, answer);
        }
    }

    private static void Check(ProgramRun run, string path, string answer)
    {
        run.Ended(answer == "" ? 0 : 1);
        if (answer == "")
        {
            Assert.All(Files.Npy.Read($"{path}.npy").ToFloats(), value => Assert.InRange(value, -80.01f, 0));
            return;
        }
        Assert.False(File.Exists($"{path}.npy"));
        Assert.StartsWith($"serlab: {path}: {answer}", run.Error);
        Assert.DoesNotContain("   at ", run.Error);
    }

    [Fact]
    public void A_corpus_with_bad_files_trains_on_the_rest_and_says_what_it_left_out_and_why()
    {
        var (corpus, run) = (Path.Combine(Folders.New(), "tess"), Path.Combine(Folders.New(), "run"));
        var bad = Copy(corpus);
        var used = 84 + bad.Count(one => one.Answer == "");
        var left = bad.Where(one => one.Answer != "").ToArray();
        string[] line = ["train", corpus, "--features", "mel128", "--epochs", "2", "--split", "speaker", "--out", run];
        var trained = ProgramRun.Serlab(line).Ended(0);
        output.WriteLine(trained.Output.Replace(corpus + "/", ""));
        Assert.StartsWith($"{left.Length} left out:\n", trained.Output);
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(run, "manifest.json")));
        var data = manifest.RootElement.GetProperty("data");
        Assert.Equal(used, data.GetProperty("utterances").GetInt32());
        var reasons = data.GetProperty("leftOut").EnumerateArray()
            .ToDictionary(l => l.GetProperty("file").GetString()!, l => l.GetProperty("reason").GetString()!);
        Assert.Equal(left.Select(one => one.Path).Order(), reasons.Keys.Order());
        Assert.All(left.Where(one => File.ResolveLinkTarget(one.Path, false) is null && File.Exists(one.Path)),
            one => Assert.Contains(one.Answer, reasons[one.Path]));
        Assert.DoesNotContain(reasons.Values, reason => reason.Contains("No Error"));
        Assert.All(reasons, reason => Assert.Contains(reason.Value.TrimEnd(), trained.Output));
        ProgramRun.Serlab("evaluate", run, "--on", corpus).Ended(0);
    }

    [Fact]
    public void The_features_of_a_corpus_with_bad_files_have_a_row_for_each_of_the_rest()
    {
        var corpus = Path.Combine(Folders.New(), "tess");
        var bad = Copy(corpus);
        var to = Path.Combine(Folders.New(), "x.npy");
        var json = ProgramRun.Serlab("features", corpus, "--set", "mel128", "--out", to, "--json").Ended(0).Json();
        var left = bad.Count(one => one.Answer != "");
        Assert.Equal(left, json.GetProperty("leftOut").GetArrayLength());
        Assert.Equal(84 + bad.Length - left, Files.Npy.Read(to).Shape[0]);
    }

    // The small corpus without its truth, as if it were TESS, and the bad files spread over its speakers.
    private (string Path, string Answer)[] Copy(string corpus)
    {
        foreach (var file in Directory.GetFiles(small.Corpus, "*.wav", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(corpus, Path.GetRelativePath(small.Corpus, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        string[] folders = [.. Directory.GetDirectories(corpus).Where(f => f.EndsWith("_angry")).Order()];
        Assert.Equal(Speakers, folders.Length);
        return [.. BadSound.All(small.Clip).Index().Select(one =>
        {
            var folder = folders[one.Index % Speakers];
            var path = Path.Combine(folder, $"{Path.GetFileName(folder).Split('_')[0]}_bad{one.Index}_angry.wav");
            one.Item.Make(path);
            return (path, one.Item.Answer);
        })];
    }
}
