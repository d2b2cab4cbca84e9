using SerLab.Corpora;
using SerLab.Files;
using SerLab.Splits;
using SerLab.Tests.Corpora;
using SerLab.Tests.Files;

namespace SerLab.Tests.Splits;

[Trait("Kind", "law")]
public sealed class FileFoldsTests : IDisposable
{
    // u0000 … u0011: S1 has the first four, S2 the next, S3 the last; happy and sad in turn.
    private static readonly Corpus Corpus = Shapes.Full(3, 2, "happy", "sad");
    private readonly TemporaryFolder _folder = new();

    private string Table => _folder["folds.csv"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_fold_is_the_test_part_once_and_the_rest_is_training()
    {
        Write("id,fold", [.. Enumerable.Range(0, 12).Select(i => $"u{i:0000},{(i < 6 ? "first" : "second")}")]);
        var plans = SplitRule.Parse($"file={Table}").Folds(Corpus);
        Assert.Equal(["first", "second"], plans.Select(p => p.Fold));
        Assert.Equal(Enumerable.Range(0, 6).Select(i => $"u{i:0000}"), plans[0].Test.Utterances.Select(u => u.Id));
        Assert.Equal((6, 5, 1), (plans[0].Test.Count, plans[0].Train.Count, plans[0].Validation.Count));
        Assert.Equal(
            "file split, fold first: 1 of 2 test speakers is also in training; 2 of 2 test phrases are also in training.",
            plans[0].Describe());
    }

    [Fact]
    public void Clips_that_the_file_does_not_name_are_unused_and_counted()
    {
        Write("file,fold", "u0000.wav,1", "here/u0001.wav,1", "audio/u0004.flac,2", @"audio\u0005.wav,2");
        var plan = SplitRule.Parse($"file(path={Table}, validation=0)").Folds(Corpus)[0];
        Assert.Equal((2, 2, 8), (plan.Test.Count, plan.Train.Count, plan.Unused.Count));
        Assert.EndsWith("8 of 12 utterances are in no part of the file and are unused.", plan.Describe());
    }

    [Fact]
    public void Parts_may_be_given_and_are_kept()
    {
        Write("file,part", [.. Enumerable.Range(0, 12).Select(i =>
            $"u{i:0000}.wav,{(i < 4 ? "test" : i < 6 ? "validation" : i < 11 ? "train" : "unused")}")]);
        var plan = SplitRule.Parse($"file={Table}").Plan(Corpus);
        Assert.Equal((4, 2, 5, 1), (plan.Test.Count, plan.Validation.Count, plan.Train.Count, plan.Unused.Count));
        Assert.Equal("", plan.Fold);
    }

    [Theory]
    [InlineData("loso")]
    [InlineData("speaker+phrase(validation=0)")]
    public void A_split_that_SerLab_wrote_reads_back_with_the_same_parts(string rule)
    {
        var plans = SplitRule.Parse(rule).Folds(Corpus);
        SplitCsv.Write(Table, plans);
        var read = SplitRule.Parse($"file(path={Table}, validation=0)").Folds(Corpus);
        Assert.Equal(plans.Select(Text), read.Select(Text));

        static string Text(SplitPlan plan) => string.Join('/', new[]
        {
            plan.Train.Utterances, plan.Validation.Utterances, plan.Test.Utterances, plan.Unused,
        }.Select(part => string.Join(' ', part.Select(u => u.Id))));
    }

    [Fact]
    public void A_promise_is_proved_and_gives_the_validation_part_its_rule()
    {
        Write("id,fold", [.. Enumerable.Range(0, 12).Select(i => $"u{i:0000},{i / 4}")]);
        var rule = SplitRule.Parse($"file(path={Table}, keeps=speaker)");
        Assert.All(rule.Folds(Corpus), plan => Assert.True(plan.IsSpeakerDisjoint));
        Write("id,fold", [.. Enumerable.Range(0, 12).Select(i => $"u{i:0000},{i / 3}")]);
        var broken = SplitRule.Parse($"file(path={Table}, keeps=speaker)");
        Assert.Contains("promises no shared speaker, but test and training share S1",
            Assert.Throws<SerLabException>(() => broken.Folds(Corpus)).Message);
    }

    [Fact]
    public void A_file_that_changed_is_noticed_and_its_rule_reads_without_it()
    {
        Write("id,fold", "u0000,1", "u0001,1", "u0002,2", "u0003,2");
        var rule = SplitRule.Parse($"file({Table})");
        Assert.Equal(rule, SplitRule.Parse($"{rule}"));
        Write("id,fold", "u0000,2", "u0001,1", "u0002,2", "u0003,1");
        Assert.Contains("has changed since", Assert.Throws<BadFileException>(() => rule.Folds(Corpus)).Message);
        File.Delete(Table);
        Assert.Equal(rule, SplitRule.Parse($"{rule}"));
        Assert.Equal(Table, Assert.Throws<BadFileException>(() => rule.Folds(Corpus)).Path);
    }

    [Theory]
    [InlineData("line 3: the corpus has no clip 'u9999'. It has 'u0000'", "id,fold", "u0000,1", "u9999,2")]
    [InlineData("line 4: 'u0000.wav' is in 1 already, and now in 2", "file,fold", "u0000,1", "u0001,2", "u0000.wav,2")]
    [InlineData("line 3: 'u0001' is in test already, and now in train", "id,part", "u0001,test", "u0001,train")]
    [InlineData("line 2, column fold: '' is not a text", "id,fold", "u0000,")]
    [InlineData("no column fold", "id", "u0000")]
    [InlineData("no column file", "clip,fold", "u0000,1")]
    [InlineData("one fold only ('1')", "id,fold", "u0000,1", "u0001,1")]
    [InlineData("line 2, column part: 'exam' is none of train, validation, test, unused", "id,part", "u0000,exam")]
    [InlineData("fold 'b' has no test clips", "id,part,fold", "u0000,test,a", "u0001,train,a", "u0002,train,a",
        "u0001,train,b")]
    [InlineData("names no clip", "id,fold")]
    public void What_is_wrong_in_a_file_is_said_with_the_line(string problem, string header, params string[] rows)
    {
        Write(header, rows);
        Assert.Contains(problem, Assert.Throws<BadFileException>(
            () => SplitRule.Parse($"file(path={Table}, validation=0)").Folds(Corpus)).Message);
    }

    [Fact]
    public void A_file_name_that_two_clips_have_is_refused()
    {
        var twins = Corpus with { Utterances = [Named("a/x"), Named("b/x")] };
        Write("file,fold", "x.wav,1", "a/x.wav,2");
        Assert.Contains("line 2: 'x.wav' can be a/x or b/x",
            Assert.Throws<BadFileException>(() => SplitRule.Parse($"file={Table}").Folds(twins)).Message);

        static Utterance Named(string id) => new(id, $"data/{id}.wav", "c", "A", "sad", "sad");
    }

    [Theory]
    [InlineData("file", "file needs a path")]
    [InlineData("file(path=nowhere.csv, keeps=takes, sha=1)", "keeps=takes is none of speaker, phrase")]
    public void A_text_that_is_no_rule_is_refused(string text, string problem) =>
        Assert.Contains(problem, Assert.Throws<BadOptionException>(() => SplitRule.Parse(text)).Message);

    [Fact]
    public void A_file_that_is_not_there_is_named_at_once() =>
        Assert.Equal("nowhere.csv", Assert.Throws<BadFileException>(() => SplitRule.Parse("file=nowhere.csv")).Path);

    [Fact]
    public void The_folds_that_EmoBox_ships_are_read_from_its_folder()
    {
        EmoBox("fold_1/c_train_fold_1.jsonl", "u0004", "u0005", "u0006", "u0007");
        EmoBox("fold_1/c_test_fold_1.jsonl", "u0000", "u0001");
        EmoBox("fold_2/c_train_fold_2.jsonl", "u0000", "u0001");
        EmoBox("fold_2/c_valid_fold_2.jsonl", "u0002");
        EmoBox("fold_2/c_test_fold_2.jsonl", "u0004", "u0005");
        var plans = SplitRule.Parse($"file(path={_folder.Root}, validation=0)").Folds(Corpus);
        Assert.Equal(["1", "2"], plans.Select(p => p.Fold));
        Assert.Equal((2, 0, 4, 6), Counts(plans[0]));
        Assert.Equal((2, 1, 2, 7), Counts(plans[1]));

        static (int, int, int, int) Counts(SplitPlan p) =>
            (p.Test.Count, p.Validation.Count, p.Train.Count, p.Unused.Count);
    }

    [Theory]
    [InlineData("it has no fold_1/*_fold_1.jsonl", "notes.txt", "")]
    [InlineData("neither train nor valid nor test", "fold_1/c_dev_fold_1.jsonl", "{}")]
    [InlineData("line 2 is no JSON object with a text \"wav\"", "fold_1/c_test_fold_1.jsonl", "{\"wav\": \"u0000.wav\"}\n{}")]
    [InlineData("line 1 is no JSON object", "fold_1/c_test_fold_1.jsonl", "[]")]
    [InlineData("line 1 is no JSON object", "fold_1/c_test_fold_1.jsonl", "wav")]
    public void A_folder_that_is_not_EmoBoxs_is_refused(string problem, string file, string text)
    {
        CorpusMaker.Add(_folder.Root, file, text);
        Assert.Contains(problem, Assert.Throws<BadFileException>(
            () => SplitRule.Parse($"file={_folder.Root}").Folds(Corpus)).Message);
    }

    private void Write(string header, params string[] rows) => File.WriteAllLines(Table, [header, .. rows]);

    private void EmoBox(string file, params string[] clips) => CorpusMaker.Add(
        _folder.Root, file, string.Concat(clips.Select(clip =>
            $"{{\"key\": \"c-{clip}\", \"dataset\": \"c\", \"wav\": \"downloads/c/{clip}.wav\", \"emo\": \"Sad\"}}\n")));
}
