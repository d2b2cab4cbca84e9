using System.Text.Json;

namespace SerLab.Cli.Tests;

/// <summary>What <c>serlab train</c> may be told beside its plain options.</summary>
[Trait("Kind", "end-to-end")]
public class TrainTests(SmallCorpus small)
{
    private static readonly string[] Quick =
        ["--features", "mel128", "--model", "cnn2d", "--set", "model.channels=[4]", "--set", "model.hidden=8"];

    private readonly string _folder = Folders.New();

    private string Out => Path.Combine(_folder, "run");

    [Fact]
    public void Settings_go_over_options_and_options_over_the_configuration_file()
    {
        var config = Save("mine.json", """
            {
              "features": { "set": "mel128" },
              "model": { "name": "cnn2d", "channels": [4], "hidden": 8 },
              "training": { "epochs": 1, "batch": 4, "learningRate": 0.002 }
            }
            """);
        Train("--config", config, "--epochs", "2", "--batch", "8", "--set", "training.batch=16");
        var options = Config();
        Assert.Equal([4], options.GetProperty("model").GetProperty("channels").EnumerateArray().Select(n => n.GetInt32()));
        var training = options.GetProperty("training");
        Assert.Equal((2, 16, 0.002), (
            training.GetProperty("epochs").GetInt32(), training.GetProperty("batch").GetInt32(),
            training.GetProperty("learningRate").GetDouble()));
        Assert.Equal(1 + 2, File.ReadLines(Path.Combine(Out, "history.csv")).Count());

        // What a run folder says of itself makes the same run again.
        var again = Path.Combine(_folder, "again");
        ProgramRun.Serlab("train", small.Corpus, "--config", Path.Combine(Out, "config.json"), "--out", again).Ended(0);
        Assert.Equal(Bytes(Out, "model.safetensors"), Bytes(again, "model.safetensors"));
    }

    [Fact]
    public void A_configuration_with_an_unknown_key_ends_with_1_and_names_the_file_and_the_nearest_key()
    {
        var config = Save("odd.json", """{ "training": { "epoch": 7 } }""");
        var run = ProgramRun.Serlab("train", small.Corpus, "--config", config, "--out", Out).Ended(1);
        Assert.StartsWith($"serlab: {config}: ", run.Error);
        Assert.Contains("Did you mean 'epochs'?", run.Error);
        Assert.False(Directory.Exists(Out));
    }

    [Fact]
    public void Several_corpora_are_trained_on_together_and_one_is_tested()
    {
        var other = Path.Combine(_folder, "other");
        ProgramRun.Serlab("corpus", "synth", other, "--speakers", "2", "--phrases", "2", "--seed", "2").Ended(0);
        var name = Path.GetFileName(small.Corpus);
        var split = $"corpus(test=builtin-{name})";
        var run = ProgramRun.Serlab(
            ["train", small.Corpus, other, .. Quick, "--epochs", "1", "--split", split, "--out", Out]).Ended(0);
        Assert.Contains("unseen corpus: accuracy ", run.Output);
        Assert.Contains("on 84 clips of 3 speakers\n", run.Output);
        Assert.Contains($"builtin-{name}+builtin-other", File.ReadAllText(Path.Combine(Out, "manifest.json")));
    }

    [Fact]
    public void Seeds_are_a_training_each_on_one_split_with_mean_and_spread()
    {
        var run = Train([.. Quick, "--epochs", "1", "--seed", "3", "--seeds", "2"]);
        Assert.Matches(@"(?m)^seed-3 +accuracy +\d+\.\d%", run.Output);
        Assert.Matches(@"over 2 seeds: accuracy \d+\.\d% ± \d+\.\d points, UAR \d+\.\d% ± ", run.Output);
        Assert.Contains("training 2 of 2, epoch   1", run.Error);
        Assert.Equal(["seed-3", "seed-4"], Parts());
        Assert.Equal(Bytes($"{Out}/seed-3", "split.csv"), Bytes($"{Out}/seed-4", "split.csv"));
        Assert.NotEqual(Bytes($"{Out}/seed-3", "model.safetensors"), Bytes($"{Out}/seed-4", "model.safetensors"));
        var json = Train([.. Quick, "--epochs", "1", "--seed", "3", "--seeds", "2", "--json"]).Json();
        var seeds = json.GetProperty("seeds").EnumerateArray().Select(one => one.GetProperty("seed").GetInt32());
        Assert.Equal([3, 4], seeds);
    }

    [Fact]
    public void Folds_are_a_training_each_and_every_clip_is_tested_once()
    {
        var run = Train([.. Quick, "--epochs", "1", "--split", "loso"]);
        Assert.Matches(@"on 84 clips of 3 speakers\n", run.Output);
        Assert.Contains("3 trainings, run folder ", run.Output);
        Assert.Equal(["fold-1", "fold-2", "fold-3"], Parts());
        var rows = File.ReadLines(Path.Combine(Out, "predictions.csv")).Skip(1);
        Assert.Equal((84, 84), (rows.Count(), rows.Select(row => row.Split(',')[0]).Distinct().Count()));
        Assert.Contains("84", ProgramRun.Serlab("evaluate", Out).Ended(0).Output);
    }

    [Fact]
    public void A_named_augmentation_is_learnt_from_kept_in_the_store_and_written_down()
    {
        var store = Path.Combine(_folder, "store");
        var run = Train([.. Quick, "--epochs", "1", "--augment", "p1", "--store", store]);
        Assert.Contains("augmented copy 1 of 1", run.Error);
        var policy = Config().GetProperty("augmentation").GetProperty("policy");
        Assert.Equal("p1", policy.GetProperty("name").GetString());
        Assert.Equal("one_of", policy.GetProperty("steps")[0].GetProperty("augmentation").GetString());
        var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(Out, "manifest.json"))).RootElement;
        Assert.Equal(policy.GetRawText().Replace(" ", ""), manifest.GetProperty("options").GetProperty("augmentation")
            .GetProperty("policy").GetRawText().Replace(" ", ""));
        var lists = ProgramRun.Serlab("store", "list", "--store", store, "--json").Ended(0).Json();
        var clips = lists.EnumerateArray().Select(set => set.GetProperty("clips").GetInt32());
        Assert.Equal([TrainClips(), 84], clips.Order());
    }

    [Fact]
    public void An_augmentation_of_ones_own_made_anew_in_each_epoch_gives_the_same_bytes_again()
    {
        var mine = Save("mine.json", """
            { "name": "mine", "copies": 2, "steps": [ { "augmentation": "white_noise" } ] }
            """);
        var store = Path.Combine(_folder, "store");
        string[] how =
            [.. Quick, "--epochs", "2", "--augment", mine, "--set", "augmentation.onTheFly=true", "--store", store];
        var run = Train(how);
        Assert.DoesNotContain("augmented copy", run.Error);
        Assert.True(Config().GetProperty("augmentation").GetProperty("onTheFly").GetBoolean());
        var first = Bytes(Out, "model.safetensors");
        File.Delete(mine);
        string[] again = ["train", small.Corpus, "--config", Path.Combine(Out, "config.json"), "--out", Out, "--force"];
        ProgramRun.Serlab(again).Ended(0);
        Assert.Equal(first, Bytes(Out, "model.safetensors"));
    }

    [Fact]
    public void The_recipe_of_the_small_network_trains_and_its_run_predicts()
    {
        var recipe = Path.Combine(Folders.Root, "recipes", "tdnn.json");
        Train("--config", recipe, "--epochs", "1", "--set", "model.channels=8");
        Assert.Equal("last", Config().GetProperty("training").GetProperty("watch").GetString());
        Assert.Equal(Bytes(Out, "last.safetensors").Length, Bytes(Out, "model.safetensors").Length);
        Assert.StartsWith(small.Clip, ProgramRun.Serlab("predict", Out, small.Clip).Ended(0).Output);
    }

    [Fact]
    public void A_GPU_that_is_not_there_ends_with_2_and_the_mend()
    {
        Assert.SkipWhen(TorchSharp.torch.cuda.is_available(), "there is a GPU");
        var run = ProgramRun.Serlab("train", small.Corpus, "--device", "cuda", "--out", Out).Ended(2);
        Assert.Equal(
            "serlab: --device cuda: libtorch sees 0 NVIDIA GPUs. Use cpu, or set LIBTORCH to a libtorch built for " +
            "CUDA (a Python torch folder is one) and check the driver.", run.Error);
        Assert.False(Directory.Exists(Out));
    }

    private ProgramRun Train(params string[] how) =>
        ProgramRun.Serlab(["train", small.Corpus, "--out", Out, .. how]).Ended(0);

    private JsonElement Config() => JsonDocument.Parse(File.ReadAllText(Path.Combine(Out, "config.json"))).RootElement;

    private string[] Parts() => [.. Directory.GetDirectories(Out).Select(Path.GetFileName)
        .Where(name => name != "figures").Order(StringComparer.Ordinal)!];

    private int TrainClips() => File.ReadLines(Path.Combine(Out, "split.csv")).Count(line => line.Contains(",train"));

    private string Save(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static byte[] Bytes(string folder, string name) => File.ReadAllBytes(Path.Combine(folder, name));
}
