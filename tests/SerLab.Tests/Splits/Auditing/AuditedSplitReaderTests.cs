using SerLab.Files;
using SerLab.Splits.Auditing;
using SerLab.Tests.Files;

namespace SerLab.Tests.Splits.Auditing;

[Trait("Kind", "law")]
public sealed class AuditedSplitReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("file,part,speaker,phrase,emotion")]
    [InlineData("Path;Split;Speaker_ID;Sentence;Label")]
    [InlineData("audio_path\tsubset\tspk\ttranscript\tclass")]
    [InlineData("WAV,Set,actor,text,EMO")]
    [InlineData("filename,partition,Subject,statement,emotion_label")]
    public void Columns_are_found_by_their_spelling_and_told(string header)
    {
        var sign = header.First(letter => letter is ',' or ';' or '\t');
        var split = Read(header, ((string[])["a.wav,train,S1,hello,Happiness", "b.wav,TEST,S2,bye,sad"])
            .Select(line => line.Replace(',', sign)));
        Assert.Equal(
            [("a.wav", AuditedPart.Train, "S1", "hello", "happy"), ("b.wav", AuditedPart.Test, "S2", "bye", "sad")],
            split.Rows.Select(row => (row.File, row.Part, row.Speaker, row.Phrase, row.Emotion)));
        Assert.Contains($"recordings from '{header.Split(sign)[0]}', part from '{header.Split(sign)[1]}'", split.Remarks[0]);
    }

    [Fact]
    public void Columns_can_be_named()
    {
        var columns = new SplitColumns { File = "x", Part = "y", Speaker = "z" };
        var split = AuditedSplitReader.Read([Write("t.csv", "file,x,y,z", "0,a.wav,train,S1", "0,b.wav,test,S2")], columns);
        Assert.Equal(["a.wav S1", "b.wav S2"], split.Rows.Select(row => $"{row.File} {row.Speaker}"));
        Assert.Contains("no column 'w'", Assert.Throws<BadOptionException>(
            () => AuditedSplitReader.Read([_folder["t.csv"]], new SplitColumns { File = "w" })).Message);
    }

    [Theory]
    [InlineData("train dev test", "Train Validation Test")]
    [InlineData("train eval test", "Train Validation Test")]
    [InlineData("training validation eval", "Train Validation Test")]
    [InlineData("TRAIN Unused Holdout", "Train Unused Test")]
    public void Words_for_parts_are_understood(string words, string parts)
    {
        var split = Read("file,part", words.Split(' ').Select((word, i) => $"{i}.wav,{word}"));
        Assert.Equal(parts, string.Join(' ', split.Rows.Select(row => row.Part)));
    }

    [Fact]
    public void An_unknown_word_for_a_part_is_refused_with_its_line_unless_it_is_explained()
    {
        var table = Write("t.csv", "file,part", "a.wav,train", "b.wav,probe");
        var failure = Assert.Throws<BadFileException>(() => AuditedSplitReader.Read([table]));
        Assert.Contains("line 3, column part: 'probe' is no part that is known", failure.Message);
        var words = new Dictionary<string, AuditedPart> { ["probe"] = AuditedPart.Test };
        Assert.Equal(AuditedPart.Test, AuditedSplitReader.Read([table], new() { PartWords = words }).Rows[1].Part);
    }

    [Fact]
    public void A_table_of_folds_alone_is_a_split_a_fold()
    {
        var split = Read("file,fold", "a.wav,1", "b.wav,2", "c.wav,2");
        Assert.Equal(["1", "2"], split.Folds.Select(fold => fold.Name));
        Assert.Equal(["a.wav", "b.wav c.wav"], split.Folds.Select(fold => string.Join(' ', fold.Test.Select(row => row.File))));
        Assert.Equal([2, 1], split.Folds.Select(fold => fold.Train.Count()));
        Assert.Contains("Each of the 2 folds is taken as the test part once", split.Remarks[1]);
    }

    [Fact]
    public void A_fold_beside_one_split_is_not_a_fold_of_it()
    {
        var split = Read("file,part,fold", "a.wav,train,1", "b.wav,test,2");
        Assert.Equal("", Assert.Single(split.Folds).Name);
        Assert.Contains("'fold' is not used", split.Remarks[1]);
    }

    [Fact]
    public void Several_tables_and_folders_are_named_after_their_parts()
    {
        string[] tables = [Write("my_train.csv", "file", "a.wav"), Write("my-test.csv", "file", "b.wav")];
        Assert.Equal([AuditedPart.Train, AuditedPart.Test], AuditedSplitReader.Read(tables).Rows.Select(row => row.Part));
        foreach (var name in (string[])["data/train/happy/a.wav", "data/test/happy/b.wav", "data/c.wav"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_folder[name])!);
            File.WriteAllText(_folder[name], "");
        }
        var split = AuditedSplitReader.Read([_folder["data"]]);
        Assert.Equal(
            ["test/happy/b.wav Test True", "train/happy/a.wav Train True"],
            split.Rows.Select(row => $"{row.File} {row.Part} {row.Path == _folder[$"data/{row.File}"]}"));
    }

    [Fact]
    public void What_no_column_tells_comes_from_the_names_of_a_known_corpus()
    {
        var split = Read(
            "file,part", "x/03-01-05-01-01-02-11.wav,train", "x/03-01-03-01-02-01-12_noise.wav,test", "x/other.wav,test");
        Assert.Equal(
            [("Actor_11", "Kids are talking by the door", "angry"), ("Actor_12", "Dogs are sitting by the door", "happy"), (null, null, null)],
            split.Rows.Select(row => (row.Speaker, row.Phrase, row.Emotion)));
        Assert.Contains("The speakers and phrases and emotions come from the files' names, which are those of RAVDESS.", split.Remarks);
    }

    [Fact]
    public void Speakers_of_two_corpora_with_one_name_are_two()
    {
        var split = Read("file,corpus,speaker,part", "a.wav,emodb,03,train", "b.wav,savee,03,test");
        Assert.Equal(["emodb/03", "savee/03"], split.Rows.Select(row => row.Speaker));
    }

    [Fact]
    public void Recordings_are_found_beside_the_table_below_the_root_with_another_ending_and_by_name_alone()
    {
        foreach (var name in (string[])["beside.wav", "root/deep/a.flac", "root/other/c.wav", "root/x/twice.wav", "root/y/twice.wav"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_folder[name])!);
            File.WriteAllText(_folder[name], "");
        }
        var table = Write(
            "t.csv", "file,part", "beside.wav,train", "deep/a.wav,train", "/their/disk/c.wav,test", "/their/disk/twice.wav,test");
        var rows = AuditedSplitReader.Read([table], root: _folder["root"]).Rows;
        Assert.Equal(
            [_folder["beside.wav"], _folder["root/deep/a.flac"], _folder["root/other/c.wav"], null], rows.Select(row => row.Path));
        Assert.All(AuditedSplitReader.Read([table]).Rows.Skip(1), row => Assert.Null(row.Path));
    }

    [Theory]
    [InlineData("no column names the recordings", "a,part", "1,train", "2,test")]
    [InlineData("no column says the part or the fold", "file,a", "1,train")]
    [InlineData("it has no rows", "file,part")]
    [InlineData("no recording is in training", "file,part", "a.wav,test")]
    [InlineData("no recording is in the test part", "file,part", "a.wav,train", "b.wav,dev")]
    public void A_table_that_is_no_split_is_refused_with_the_reason(string reason, string header, params string[] lines) =>
        Assert.Contains(reason, Assert.Throws<BadFileException>(() => Read(header, lines)).Message);

    [Fact]
    public void A_table_that_is_missing_or_empty_or_a_folder_without_parts_is_refused_by_name()
    {
        File.WriteAllText(_folder["empty.csv"], "");
        foreach (var path in (string[])[_folder["none.csv"], _folder["empty.csv"], _folder.Root])
        {
            Assert.Contains(path, Assert.Throws<BadFileException>(() => AuditedSplitReader.Read([path])).Message);
        }
    }

    private AuditedSplit Read(string header, params IEnumerable<string> lines) =>
        AuditedSplitReader.Read([Write("t.csv", header, [.. lines])]);

    private string Write(string name, string header, params string[] lines)
    {
        File.WriteAllText(_folder[name], string.Join('\n', lines.Prepend(header)) + "\n");
        return _folder[name];
    }
}
