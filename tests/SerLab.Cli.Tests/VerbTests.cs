using System.Text.Json;

namespace SerLab.Cli.Tests;

/// <summary>Every verb as text and as JSON on the small corpus.</summary>
[Trait("Kind", "end-to-end")]
public class VerbTests(SmallCorpus small)
{
    [Fact]
    public void Corpus_synth_says_what_it_made_with_plurals_that_agree()
    {
        var folder = Path.Combine(Folders.New(), "one");
        string[] line = ["corpus", "synth", folder, "--speakers", "1", "--phrases", "1"];
        var text = ProgramRun.Serlab(line).Ended(0);
        Assert.StartsWith($"builtin in {folder}: 7 recordings, 1 speaker, 7 emotions\nspeaker   neutral", text.Output);
        Assert.Contains("7/7 clips", text.Error);
        var json = ProgramRun.Serlab([.. line, "--json", "--quiet"]).Ended(0);
        Assert.Equal("", json.Error);
        Assert.Equal(7, json.Json().GetProperty("utterances").GetInt32());
    }

    [Fact]
    public void Corpus_synth_plants_the_shortcuts_asked_for_and_refuses_others()
    {
        var folder = Path.Combine(Folders.New(), "planted");
        string[] line = ["corpus", "synth", folder, "--speakers", "2", "--phrases", "1"];
        ProgramRun.Serlab([.. line, "--shortcut", "tone:angry:F01", "--shortcut", "silence:sad"]).Ended(0);
        using var truth = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "truth.json")));
        var planted = truth.RootElement.GetProperty("clips").EnumerateArray()
            .Where(clip => clip.GetProperty("planted").GetArrayLength() > 0)
            .Select(clip => clip.GetProperty("file").GetString()!.Split('/')[0]);
        Assert.Equal(["F01_angry", "F01_sad", "M02_sad"], planted);
        Assert.Contains("no shortcut", ProgramRun.Serlab([.. line, "--shortcut", "smell:angry"]).Ended(2).Error);
    }

    [Fact]
    public void Corpus_list_counts_clips_by_speaker_and_emotion()
    {
        var text = ProgramRun.Serlab("corpus", "list", small.Corpus).Ended(0);
        Assert.Contains("84 recordings, 3 speakers, 7 emotions", text.Output);
        var corpus = ProgramRun.Serlab("corpus", "list", small.Corpus, "--json").Ended(0).Json()[0];
        Assert.Equal([4, 4, 4, 4, 4, 4, 4],
            corpus.GetProperty("speakers").GetProperty("F01").EnumerateArray().Select(n => n.GetInt32()));
        Assert.Equal(0, corpus.GetProperty("leftOut").GetArrayLength());
    }

    [Fact]
    public void Corpus_list_finds_the_corpora_of_a_folder_and_none_is_no_error()
    {
        var parent = Path.GetDirectoryName(small.Corpus)!;
        Assert.Equal($"{small.Corpus}\n", ProgramRun.Serlab("corpus", "list", parent, "--folders").Ended(0).Output);
        var json = ProgramRun.Serlab("corpus", "list", parent, "--folders", "--json").Ended(0).Json();
        Assert.Equal([small.Corpus], json.EnumerateArray().Select(folder => folder.GetString()));
        Assert.Equal("", ProgramRun.Serlab("corpus", "list", Folders.New(), "--folders").Ended(0).Output);
    }

    [Fact]
    public void Features_of_a_file_are_its_array()
    {
        var to = Path.Combine(Folders.New(), "x.npy");
        var text = ProgramRun.Serlab("features", small.Clip, "--set", "fs2", "--out", to).Ended(0);
        Assert.Equal($"{to}: [1, 128, 216] float32\n", text.Output);
        Assert.Equal("", text.Error);
        Assert.Equal([1, 128, 216], Files.Npy.Read(to).Shape);
        var json = ProgramRun.Serlab("features", small.Clip, "--set", "mel128", "--out", to, "--json").Ended(0).Json();
        Assert.Equal([1, 128, 128], json.GetProperty("shape").EnumerateArray().Select(n => n.GetInt32()));
    }

    [Fact]
    public void Features_of_a_corpus_are_a_row_a_file()
    {
        var to = Path.Combine(Folders.New(), "x.npy");
        var json = ProgramRun.Serlab("features", small.Corpus, "--set", "mel128", "--out", to, "--json").Ended(0);
        Assert.Contains("mel128 84/84 recordings", json.Error);
        Assert.DoesNotContain("\e", json.Error);
        Assert.Equal([84, 1, 128, 128], Files.Npy.Read(to).Shape);
        var rows = File.ReadAllLines(json.Json().GetProperty("rows").GetString()!);
        Assert.Equal("file,speaker,emotion", rows[0]);
        Assert.EndsWith("_angry.wav,F01,angry", rows[1]);
        Assert.Equal(85, rows.Length);
    }

    [Fact]
    public void Features_of_recordings_that_are_no_corpus_have_no_labels_and_it_says_so()
    {
        var folder = Folders.New();
        File.Copy(small.Clip, Path.Combine(folder, "my voice.wav"));
        var to = Path.Combine(Folders.New(), "x.npy");
        var run = ProgramRun.Serlab("features", folder, "--set", "mel128", "--out", to).Ended(0);
        Assert.Contains("is no corpus that is known, so the rows have no speaker and no emotion.", run.Error);
        Assert.Equal($"{folder}/my voice.wav,,", File.ReadAllLines(Path.ChangeExtension(to, ".csv"))[1]);
    }

    [Fact]
    public void Eda_writes_tables_and_figures_and_says_what_each_figure_shows()
    {
        var to = Path.Combine(Folders.New(), "overview");
        string[] line = ["eda", small.Corpus, "--out", to, "--iterations", "50"];
        var text = ProgramRun.Serlab(line).Ended(0);
        Assert.StartsWith("emotion_bar_plot: 84 clips in 7 emotions, 12 of each: the classes are balanced.", text.Output);
        Assert.Contains("map_tsne: Of a clip's nearest neighbours", text.Output);
        Assert.EndsWith($"15 files in {to}\n", text.Output);
        Assert.Contains("reading 84/84 recordings", text.Error);
        Assert.Contains("map 50/50 steps", text.Error);
        var files = Directory.GetFiles(to).Select(Path.GetFileName).ToArray();
        Assert.Contains("mean_features_mfcc.csv", files);
        Assert.Contains("correlation_heatmap.html", files);

        var json = ProgramRun.Serlab([.. line, "--features", "mel128", "--json", "--quiet"]).Ended(0);
        Assert.Equal("", json.Error);
        Assert.Equal(84, json.Json().GetProperty("summary").GetProperty("recordings").GetInt32());
        Assert.Equal(15, json.Json().GetProperty("files").GetArrayLength());
        Assert.Equal(7, json.Json().GetProperty("findings").GetArrayLength());
        Assert.Equal(0, json.Json().GetProperty("leftOut").GetArrayLength());
    }

    [Fact]
    public void A_training_takes_the_scaler_asked_for()
    {
        var run = Path.Combine(Folders.New(), "run");
        string[] how = ["--features", "mel128", "--epochs", "1", "--scaler", "speaker", "--out", run, "--quiet"];
        var text = ProgramRun.Serlab(["train", small.Corpus, .. how]).Ended(0);
        Assert.Contains("(transductive)", text.Output);
        Assert.Contains("\"kind\": \"speaker\"", File.ReadAllText(Path.Combine(run, "bundle.json")));
        ProgramRun.Serlab("predict", run, small.Clip).Ended(0);
        Assert.Contains("transductive", ProgramRun.Serlab("evaluate", run, "--on", small.Corpus).Ended(0).Output);
        var wrong = ProgramRun.Serlab("train", small.Corpus, "--scaler", "robust", "--out", run).Ended(2);
        Assert.Contains("'robust' not recognized", wrong.Error);
    }

    [Fact]
    public void A_split_says_what_it_shares()
    {
        var to = Path.Combine(Folders.New(), "split.csv");
        var text = ProgramRun.Serlab("split", small.Corpus, "--by", "random", "--out", to).Ended(0);
        Assert.Contains("3 of 3 test speakers are also in training", text.Output);
        Assert.EndsWith($"written to {to}\n", text.Output);
        var folds = ProgramRun.Serlab("split", small.Corpus, "--by", "loso", "--out", to, "--json").Ended(0).Json();
        Assert.Equal(3, folds.GetProperty("plans").GetArrayLength());
        Assert.Contains("the 1 test speaker is not in training", folds.GetProperty("plans")[0].ToString());
    }

    [Fact]
    public void A_split_by_speaker_and_phrase_counts_what_is_unused()
    {
        var to = Path.Combine(Folders.New(), "split.csv");
        string[] line = ["split", small.Corpus, "--by", "speaker+phrase", "--out", to];
        Assert.StartsWith("train 28, validation 14, test 7, unused 35: ", ProgramRun.Serlab(line).Ended(0).Output);
        Assert.Equal(35, File.ReadLines(to).Count(row => row.Contains(",unused,")));
        var plan = ProgramRun.Serlab([.. line, "--json"]).Ended(0).Json().GetProperty("plans")[0];
        Assert.Equal(35, plan.GetProperty("unused").GetInt32());
    }

    [Fact]
    public void Several_folders_are_one_corpus_and_what_the_map_drops_is_counted()
    {
        var folder = Folders.New();
        var (other, map, to) = (
            Path.Combine(folder, "other"), Path.Combine(folder, "labels.json"), Path.Combine(folder, "split.csv"));
        ProgramRun.Serlab("corpus", "synth", other, "--speakers", "2", "--phrases", "2", "--seed", "2").Ended(0);
        File.WriteAllText(map, """{ "disgust": null, "fear": "sad" }""");
        var text = ProgramRun.Serlab(
            "split", small.Corpus, other, "--map", map, "--by", "corpus(test=builtin-other)", "--out", to).Ended(0);
        Assert.StartsWith("train 48, validation 24, test 24: corpus split: the 1 test corpus is not in", text.Output);
        Assert.Contains("16 left out:\n", text.Output);
        Assert.Contains("builtin-other/F01_angry/", File.ReadAllText(to));
        File.WriteAllText(map, """{ "disgust": 1 }""");
        var wrong = ProgramRun.Serlab("split", small.Corpus, "--map", map, "--out", to).Ended(1);
        Assert.Contains("'disgust' is neither an emotion nor null", wrong.Error);
    }

    [Fact]
    public void Many_files_left_out_for_one_reason_are_one_line()
    {
        var map = Path.Combine(Folders.New(), "labels.json");
        File.WriteAllText(map, """{ "disgust": null, "fear": null }""");
        var to = Path.Combine(Folders.New(), "split.csv");
        var text = ProgramRun.Serlab("split", small.Corpus, "--map", map, "--out", to).Ended(0).Output;
        Assert.Contains("24 left out:\n  24 files, the first ", text);
        Assert.Contains(": The label map drops its emotion.\nwritten", text);
    }

    [Fact]
    public void The_seed_of_a_rule_holds_unless_seed_is_given()
    {
        string Split(params string[] more)
        {
            var to = Path.Combine(Folders.New(), "split.csv");
            ProgramRun.Serlab(["split", small.Corpus, "--out", to, .. more]).Ended(0);
            return File.ReadAllText(to);
        }
        Assert.Equal(Split("--by", "random(seed=7)"), Split("--by", "random", "--seed", "7"));
        Assert.NotEqual(Split("--by", "random(seed=7)"), Split("--by", "random"));
    }

    [Fact]
    public void A_finished_training_is_reused_and_prints_the_run()
    {
        string[] line = ["train", small.Corpus, "--features", "mel128", "--epochs", "2", "--split", "random"];
        var text = ProgramRun.Serlab([.. line, "--out", small.Random]).Ended(0);
        Assert.Matches(@"^random split: accuracy \d+\.\d%, UAR \d+\.\d% on 17 clips of 3 speakers\n", text.Output);
        Assert.EndsWith($"of 2, run folder {small.Random}\n", text.Output);
        Assert.Equal("", text.Error);
        var json = ProgramRun.Serlab([.. line, "--out", small.Random, "--json"]).Ended(0).Json();
        Assert.Equal(2, json.GetProperty("history").GetArrayLength());
        Assert.Equal("[]", json.GetProperty("manifest").GetProperty("data").GetProperty("leftOut").ToString());
    }

    [Fact]
    public void Training_the_same_again_gives_the_same_bytes_and_tells_each_epoch()
    {
        var again = Path.Combine(Folders.New(), "again");
        string[] line = ["train", small.Corpus, "--features", "mel128", "--epochs", "2", "--split", "random"];
        var run = ProgramRun.Serlab([.. line, "--out", again, "--json"]).Ended(0);
        Assert.Equal(JsonValueKind.Object, run.Json().ValueKind);
        Assert.Contains("\nepoch   2  train loss ", run.Error);
        string[] files = ["model.safetensors", "bundle.json", "predictions.csv", "metrics.json", "split.csv"];
        Assert.All(files, file => Assert.Equal(
            File.ReadAllBytes(Path.Combine(small.Random, file)), File.ReadAllBytes(Path.Combine(again, file))));
    }

    [Fact]
    public void Evaluate_scores_the_test_part_or_another_corpus()
    {
        var text = ProgramRun.Serlab("evaluate", small.Random).Ended(0);
        Assert.Contains("random split: 3 of 3 test speakers", text.Output);
        Assert.Contains("precision    recall  f1-score   support", text.Output);
        var json = ProgramRun.Serlab("evaluate", small.Random, "--on", small.Corpus, "--json").Ended(0).Json();
        Assert.Equal(84, json.GetProperty("metrics").GetProperty("clips").GetInt32());
    }

    [Fact]
    public void Predict_answers_for_the_good_files_and_lists_the_bad_ones()
    {
        var text = ProgramRun.Serlab("predict", small.Random, small.Clip, "/nowhere/x.wav").Ended(0);
        Assert.Matches($@"^{small.Clip}: \w+ \(\d+\.\d%\)\n", text.Output);
        Assert.EndsWith(
            "1 left out:\n  /nowhere/x.wav: there is no such file. Check the name and the folder.\n", text.Output);
        var json = ProgramRun.Serlab("predict", small.Random, small.Clip, "/nowhere/x.wav", "--json").Ended(0).Json();
        var scores = json.GetProperty("answers")[0].GetProperty("scores").EnumerateArray();
        Assert.Equal(1, scores.Sum(score => score.GetProperty("score").GetDouble()), 6);
        Assert.Equal("/nowhere/x.wav", json.GetProperty("leftOut")[0].GetProperty("file").GetString());
    }

    [Fact]
    public void Evaluate_calibrates_on_validation_and_says_how_much_is_not_sure()
    {
        var to = Folders.New();
        var text = ProgramRun.Serlab(
            "evaluate", small.Random, "--calibrate", "--not-sure-below", "0.3", "--out", to).Ended(0);
        Assert.Matches(@"\ntemperature \d+\.\d\d, fitted on \d+ validation clips\ncalibration error ", text.Output);
        Assert.Matches(@"\ncan show differences of \d+\.\d points and more to another model, on ", text.Output);
        Assert.Matches(@"\nsure at 0\.3 and above: \d+ of \d+ clips ", text.Output);
        Assert.True(File.Exists(Path.Combine(to, "reliability.html")));
        Assert.True(File.Exists(Path.Combine(to, "risk-coverage.html")));
        var raw = ProgramRun.Serlab("evaluate", small.Random, "--json").Ended(0).Json();
        var json = ProgramRun.Serlab("evaluate", small.Random, "--calibrate", "--json").Ended(0).Json();
        Assert.InRange(raw.GetProperty("smallestDifferenceShown").GetDouble(), 0.01, 1);
        Assert.Equal(Uar(raw), Uar(json));
        Assert.Equal(JsonValueKind.Null, raw.GetProperty("calibration").ValueKind);
        Assert.True(json.GetProperty("calibration").GetProperty("temperatures")[0].GetDouble() > 0);
        Assert.Contains("0 to 1", ProgramRun.Serlab("evaluate", small.Random, "--not-sure-below", "50").Ended(2).Error);

        static double Uar(JsonElement found) => found.GetProperty("metrics").GetProperty("uar").GetDouble();
    }

    [Fact]
    public void Evaluate_names_the_worst_group_of_each_kind_and_refuses_listeners_where_none_are_known()
    {
        var to = Folders.New();
        var text = ProgramRun.Serlab("evaluate", small.Random, "--on", small.Corpus, "--out", to).Ended(0);
        Assert.Matches(@"\nby speaker: (worst \w+, UAR |no two groups)", text.Output);
        Assert.Matches(@"\nby sex: ", text.Output);
        Assert.True(File.Exists(Path.Combine(to, "groups.html")));
        Assert.StartsWith("by,group,clips", File.ReadAllText(Path.Combine(small.Random, "groups.csv")));
        Assert.Contains("CREMA-D", ProgramRun.Serlab("evaluate", small.Random, "--listeners").Ended(2).Error);
    }

    [Fact]
    public void Predict_is_not_sure_below_the_threshold()
    {
        string[] line = ["predict", small.Random, small.Clip, "--calibrate", "--not-sure-below"];
        Assert.Contains(": not sure, perhaps ", ProgramRun.Serlab([.. line, "1"]).Ended(0).Output);
        Assert.DoesNotContain("not sure", ProgramRun.Serlab([.. line, "0"]).Ended(0).Output);
    }

    [Fact]
    public void Predict_fails_when_no_file_can_be_read_and_still_prints_the_document()
    {
        var json = ProgramRun.Serlab("predict", small.Random, "/nowhere/x.wav", "--json", "--quiet").Ended(1);
        Assert.Equal(0, json.Json().GetProperty("answers").GetArrayLength());
        Assert.Equal("serlab: not one of the recordings could be read.", json.Error);
    }

    [Fact]
    public void Compare_says_how_much_was_leak_and_draws_it()
    {
        var text = ProgramRun.Serlab("compare", small.Random, small.Speaker).Ended(0);
        Assert.Matches(@"random split says \d+ %, unseen speakers say \d+ %: ", text.Output);
        var figures = Folders.New();
        var json = ProgramRun.Serlab("compare", small.Random, small.Speaker, "--out", figures, "--json").Ended(0);
        Assert.Equal("builtin", json.Json().GetProperty("corpus").GetString());
        Assert.Equal(["builtin-leak.html"], Directory.GetFiles(figures).Select(Path.GetFileName));
    }

    [Fact]
    public void Compare_ranks_models_on_one_split_and_writes_table_and_figure()
    {
        var (other, to) = (Path.Combine(Folders.New(), "small net"), Folders.New());
        string[] how = ["--features", "mel128", "--model", "cnn2d", "--epochs", "1", "--out", other, "--quiet"];
        ProgramRun.Serlab(["train", small.Corpus, .. how]).Ended(0);

        var text = ProgramRun.Serlab("compare", small.Speaker, other).Ended(0).Output;
        Assert.StartsWith("builtin, unseen speakers\n\nrun ", text);
        Assert.Matches(@"(?m)^small net +cnn2d +mel128 .*training.epochs=1 +[\d,]+ ", text);
        Assert.Contains("Too few test speakers", text);
        const string Either = "(speaker|small net)";
        Assert.Matches($"\n{Either} (leads|is best); {Either} is (within noise|lower)\\.\n$", text);

        var json = ProgramRun.Serlab("compare", small.Speaker, other, "--out", to, "--json").Ended(0);
        Assert.Equal(json.Output, File.ReadAllText($"{to}/builtin-models.json"));
        Assert.All(json.Json().GetProperty("rows").EnumerateArray(), row =>
            Assert.True(row.GetProperty("scores").GetProperty("isPaired").GetBoolean()));
        Assert.Equal(
            ["builtin-models.csv", "builtin-models.html", "builtin-models.json"],
            Directory.GetFiles(to).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Compare_calls_a_run_against_itself_noise()
    {
        var rows = ProgramRun.Serlab("compare", small.Speaker, small.Speaker, "--json").Ended(0).Json()
            .GetProperty("rows");
        Assert.Equal($"{small.Speaker} (2)", rows[1].GetProperty("run").GetString());
        var scores = rows[1].GetProperty("scores");
        Assert.True(scores.GetProperty("isNoise").GetBoolean());
        Assert.Equal(0, scores.GetProperty("toBest").GetProperty("value").GetDouble());
    }

    [Fact]
    public void Notebooks_run_and_what_their_cells_print_stays_in_them()
    {
        var folder = Folders.New();
        var good = Notebook(folder, "good", "Console.WriteLine(\"hello\" + n); 1 + n");
        var json = ProgramRun.Serlab("notebook", "run", good, "-p", "n=2", "--out", $"{folder}/out", "--json").Ended(0);
        Assert.Equal($"{folder}/out/good.ipynb", json.Json()[0].GetProperty("notebook").GetString());
        Assert.Contains("hello2", File.ReadAllText($"{folder}/out/good.ipynb"));
        var bad = Notebook(folder, "bad", "int x = missing;");
        var text = ProgramRun.Serlab("notebook", "run", bad, good, "--out", $"{folder}/out").Ended(1);
        Assert.StartsWith($"{folder}/out/bad.ipynb: Cell 2 (int x = missing;): ", text.Output);
        Assert.EndsWith($"executed {folder}/out/good.ipynb\n", text.Output);
        Assert.EndsWith("serlab: 1 notebook failed.", text.Error);
    }

    [Fact]
    public void Kernel_install_writes_the_spec_that_starts_this_program()
    {
        var prefix = Folders.New();
        var json = ProgramRun.Serlab("kernel", "install", "--prefix", prefix, "--json").Ended(0).Json();
        var spec = json.GetProperty("kernelSpec").GetString()!;
        Assert.StartsWith(prefix, spec);
        Assert.Contains("SerLab.Cli", File.ReadAllText(spec));
        var text = ProgramRun.Serlab("kernel", "install", "--prefix", prefix).Ended(0);
        Assert.Equal($"installed {spec}\n", text.Output);
    }

    private static string Notebook(string folder, string name, string code)
    {
        var cells = new[] { ("c1", "parameters", "int n = 1;"), ("c2", "code", code) }.Select(cell => new
        {
            id = cell.Item1,
            cell_type = "code",
            metadata = new { tags = new[] { cell.Item2 } },
            source = cell.Item3,
            outputs = Array.Empty<object>(),
            execution_count = (int?)null,
        });
        var path = Path.Combine(folder, $"{name}.ipynb");
        File.WriteAllText(path, JsonSerializer.Serialize(new
        {
            cells,
            nbformat = 4,
            nbformat_minor = 5,
            metadata = new { kernelspec = new { name = ".net-csharp", display_name = ".NET (C#)", language = "C#" } },
        }));
        return path;
    }
}
