namespace SerLab.Cli.Tests;

[Trait("Kind", "end-to-end")]
public class UsageTests(SmallCorpus small)
{
    [Theory]
    [InlineData("", "Say which: corpus, eda, features, store, augment, split, ")]
    [InlineData("corpus", "Say which: synth, list.")]
    [InlineData("trian", "There is no verb 'trian'; did you mean 'train'?")]
    [InlineData("corpus lst", "There is no verb 'lst'; did you mean 'list'?")]
    [InlineData("xylophone", "There is no verb 'xylophone'.")]
    [InlineData("train CORPUS --epcohs 2 --out OUT", "There is no option '--epcohs'; did you mean '--epochs'?")]
    [InlineData("train CORPUS", "Option '--out' is required.")]
    [InlineData("train --out OUT", "<dir> is needed.")]
    [InlineData("train CORPUS --epochs two --out OUT", "'two' for option '--epochs' as a whole number.")]
    [InlineData("train CORPUS --lr fast --out OUT", "'fast' for option '--lr' as a number.")]
    [InlineData("train CORPUS --epochs 0 --lr -1 --out OUT", "epochs is 0, lr is -1")]
    [InlineData("train CORPUS --features fs3 --out OUT", "There is no feature set 'fs3'. Use one of: fs1, fs2, ")]
    [InlineData("train CORPUS --model lenet --out OUT",
        "model.name is 'lenet', which is not known. Did you mean 'lenet1d'? Known here: ")]
    [InlineData("train CORPUS --seeds 0 --out OUT", "seeds is 0. Give it at least 1.")]
    [InlineData("train CORPUS --device gpu --out OUT", "There is no device 'gpu'. Use cpu, cuda or cuda:1.")]
    [InlineData("train CORPUS --device cuda:-1 --out OUT", "There is no device 'cuda:-1'.")]
    [InlineData("train CORPUS --set training.bach=3 --out OUT", "'training.bach' is not known. Did you mean 'batch'?")]
    [InlineData("train CORPUS --set training.batch=many --out OUT", "training.batch: a whole number is due there.")]
    [InlineData("train CORPUS --set training --out OUT", "'training' is no setting. Write key=value")]
    [InlineData("train CORPUS --set augmentation.onTheFly=true --out OUT", "'augmentation.policy' is missing")]
    [InlineData("train CORPUS --augment p3 --out OUT", "There is no augmentation 'p3'. Did you mean 'p1'?")]
    [InlineData("split CORPUS -b random --out OUT.csv", "There is no option '-b'")]
    [InlineData("train CORPUS --split weather --out OUT", "'weather' is none of random, speaker")]
    [InlineData("train CORPUS --split speaker(test=NOBODY) --out OUT", "NOBODY")]
    [InlineData("features CORPUS --set fs2 --out OUT.csv", "the file must end in .npy")]
    [InlineData("features CORPUS --set fs2 --pad dots --out OUT.npy", "Must be one of: 'zero' 'floor'")]
    [InlineData("features CORPUS --set fs2 --jobs 0 --out OUT.npy", "--jobs is 0.")]
    [InlineData("models --classes 1", "--classes is 1. Give it at least 2.")]
    [InlineData("models --features fs9", "There is no feature set 'fs9'.")]
    [InlineData("split CORPUS --by random --out OUT.txt", "the file must end in .csv")]
    [InlineData("corpus list CORPUS more", "'more' is one argument too many.")]
    [InlineData("corpus synth OUT --speakers 0", "speakers")]
    [InlineData("compare RUN", "At least 2 times <run> is needed.")]
    [InlineData("predict RUN", "<audio> is needed.")]
    [InlineData("notebook run x.ipynb -p epochs --out OUT", "'epochs' is no parameter")]
    public void Wrong_usage_ends_with_2_and_says_what_is_wrong(string line, string said)
    {
        var folder = Folders.New();
        var run = ProgramRun.Serlab([.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word
            .Replace("CORPUS", small.Corpus).Replace("RUN", small.Random)
            .Replace("OUT", Path.Combine(folder, "out")))]);
        run.Ended(2);
        Assert.Contains(said, run.Error, StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("serlab: ", run.Error);
        Assert.DoesNotContain("   at ", run.Error);
        Assert.Equal("", run.Output);
        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }

    [Theory]
    [InlineData("train NONE --out OUT", "NONE: there is no such folder. Check the name.")]
    [InlineData("corpus list NONE", "NONE: there is no such folder. Check the name.")]
    [InlineData("split NONE --out OUT.csv", "NONE: there is no such folder. Check the name.")]
    [InlineData("features NONE --set fs2 --out OUT.npy", "NONE: there is no such file. Check the name and the folder.")]
    [InlineData("evaluate NONE", "NONE: holds no finished run.")]
    [InlineData("evaluate RUN --on NONE", "NONE: there is no such folder.")]
    [InlineData("predict NONE CLIP", "NONE/bundle.json: there is no such file.")]
    [InlineData("predict RUN NONE", "not one of the recordings could be read.")]
    [InlineData("compare RUN NONE", "NONE: holds no finished run.")]
    [InlineData("notebook run NONE --out OUT", "NONE: there is no such notebook.")]
    [InlineData("kernel run NONE", "NONE")]
    [InlineData("train CORPUS --config NONE --out OUT", "NONE: there is no such file.")]
    [InlineData("train CORPUS --augment NONE.json --out OUT", "NONE.json: there is no such file.")]
    [InlineData("train EMPTY --out OUT", "EMPTY: no WAV, FLAC, OGG or MP3 file in it.")]
    [InlineData("train CORPUS --out RUN", "RUN: holds a finished run with other options or other data.")]
    [InlineData("corpus synth CORPUS --speakers 2", "CORPUS: a corpus with other options is there")]
    public void A_failure_ends_with_1_and_names_the_file_and_the_mend(string line, string said)
    {
        var folder = Folders.New();
        var empty = Directory.CreateDirectory(Path.Combine(folder, "empty")).FullName;
        var run = ProgramRun.Serlab([.. line.Split(' ').Select(Filled)]).Ended(1);
        Assert.Contains(Filled(said), run.Error);
        Assert.DoesNotContain("   at ", run.Error);
        Assert.Equal([empty], Directory.GetFileSystemEntries(folder).Where(entry => !entry.EndsWith("/out")));

        string Filled(string word) => word
            .Replace("NONE", Path.Combine(folder, "nowhere")).Replace("OUT", Path.Combine(folder, "out"))
            .Replace("EMPTY", empty).Replace("CORPUS", small.Corpus).Replace("CLIP", small.Clip)
            .Replace("RUN", small.Random);
    }
}
