using System.Text.Json;

namespace SerLab.Cli.Tests;

/// <summary>A feature set that a user defines in a JSON file.</summary>
[Trait("Kind", "end-to-end")]
public class OwnSetTests(SmallCorpus small)
{
    private const string Means = """
        { "name": "voice", "features": [ { "feature": "mfcc", "count": 5 }, { "feature": "rms" } ] }
        """;

    private const string Picture = """
        {
          "name": "small picture", "layout": "image", "frames": 40,
          "features": [ { "feature": "mel", "level": "decibelsBelowMax", "mel": { "bands": 32 } } ]
        }
        """;

    private readonly string _folder = Folders.New();

    [Fact]
    public void Features_of_a_file_and_of_a_corpus_are_those_of_the_set()
    {
        var (set, to) = (Save("voice.json", Means), Path.Combine(_folder, "x.npy"));
        var one = ProgramRun.Serlab("features", small.Clip, "--set", set, "--out", to).Ended(0);
        Assert.Equal($"{to}: [6] float32\n", one.Output);
        var alone = Files.Npy.Read(to).ToFloats();
        var all = ProgramRun.Serlab("features", small.Corpus, "--set", set, "--out", to, "--json").Ended(0);
        Assert.Contains("voice 84/84 recordings", all.Error);
        var table = Files.Npy.Read(to);
        Assert.Equal([84, 6], table.Shape);
        Assert.Contains(alone, table.ToFloats().Chunk(6));
    }

    [Fact]
    public void A_model_of_the_set_is_trained_and_predicts_without_the_file()
    {
        var (set, run) = (Save("picture.json", Picture), Path.Combine(_folder, "run"));
        ProgramRun.Serlab(
            "train", small.Corpus, "--features", set, "--epochs", "1", "--split", "random", "--out", run).Ended(0);
        File.Delete(set);
        using var bundle = JsonDocument.Parse(File.ReadAllText(Path.Combine(run, "bundle.json")));
        var shape = bundle.RootElement.GetProperty("inputShape").EnumerateArray().Select(n => n.GetInt32());
        Assert.Equal([1, 32, 40], shape);
        Assert.Equal("small picture", bundle.RootElement.GetProperty("features").GetProperty("set").GetString());
        Assert.StartsWith(small.Clip, ProgramRun.Serlab("predict", run, small.Clip).Ended(0).Output);
    }

    [Fact]
    public void A_set_that_the_model_cannot_read_is_told_before_any_recording_is_read()
    {
        var to = Path.Combine(_folder, "run");
        var run = ProgramRun.Serlab("train", small.Corpus, "--features", "fs1", "--out", to).Ended(2);
        Assert.Contains("cannot read a vector of features, [169]", run.Error);
        Assert.Contains("such as fs2, mel128 or frames187, or the 1-D network", run.Error);
        Assert.DoesNotContain("recordings", run.Error);
    }

    [Theory]
    [InlineData("mfcx", "\"count\": 5", "features.feature is 'mfcx', which is not known. Did you mean 'mfcc'?")]
    [InlineData("mfcc", "\"cuont\": 5", "the key 'features.cuont' is not known. Did you mean 'count'?")]
    [InlineData("mfcc", "\"count\": 500", "500 MFCCs of 128 mel bands")]
    public void A_set_that_cannot_be_is_refused_with_its_file(string feature, string option, string said)
    {
        var set = Save("bad.json", $$"""{ "name": "bad", "features": [ { "feature": "{{feature}}", {{option}} } ] }""");
        var to = Path.Combine(_folder, "x.npy");
        string[][] lines = [["features", small.Clip, "--set"], ["train", small.Corpus, "--features"]];
        foreach (var line in lines)
        {
            var run = ProgramRun.Serlab([.. line, set, "--out", to]).Ended(1);
            Assert.StartsWith($"serlab: {set}: ", run.Error);
            Assert.Contains(said, run.Error);
        }
    }

    [Fact]
    public void A_set_whose_file_is_not_there_is_told() => Assert.Contains(
        "nowhere.json: there is no such file",
        ProgramRun.Serlab("features", small.Clip, "--set", "nowhere.json", "--out", Path.Combine(_folder, "x.npy"))
            .Ended(1).Error);

    private string Save(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
