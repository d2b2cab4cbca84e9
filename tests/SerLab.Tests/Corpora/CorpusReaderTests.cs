using SerLab.Corpora;
using SerLab.Files;

namespace SerLab.Tests.Corpora;

public class CorpusReaderTests
{
    private static readonly string[] Tess = ["OAF_sad/OAF_dog_sad.wav", "YAF_sad/YAF_dog_sad.wav"];
    private static readonly string[] Ravdess =
        ["Actor_01/03-01-05-01-02-01-01.wav", "Actor_02/03-01-05-01-02-01-02.wav"];

    [Fact]
    [Trait("Kind", "law")]
    public void Unknown_names_are_listed_with_the_reason_and_the_rest_is_read()
    {
        var folder = CorpusMaker.Folder([.. Tess, "OAF_sad/OAF_dog_sadly.wav"]);
        var corpus = CorpusReader.Read(folder);
        Assert.Equal(2, corpus.Utterances.Count);
        var left = Assert.Single(corpus.LeftOut);
        Assert.EndsWith("OAF_dog_sadly.wav", left.File);
        Assert.Contains("OAF_back_angry", left.Reason);
    }

    [Fact]
    [Trait("Kind", "law")]
    public void A_copy_in_another_folder_or_format_is_left_out_because_it_would_leak()
    {
        var folder = CorpusMaker.Folder([.. Tess, "TESS/OAF_sad/OAF_dog_sad.wav", "OAF_sad/OAF_dog_sad.flac"]);
        var corpus = CorpusReader.Read(folder);
        Assert.Equal(2, corpus.Utterances.Count);
        Assert.Equal(2, corpus.LeftOut.Count(left => left.Reason.StartsWith("A second copy of OAF_sad/OAF_dog_sad.")));
    }

    [Fact]
    [Trait("Kind", "law")]
    public void Hidden_files_and_files_that_are_not_audio_are_no_recordings()
    {
        var corpus = CorpusReader.Read(CorpusMaker.Folder(
            [.. Tess, "OAF_sad/._OAF_dog_sad.wav", "__MACOSX/x.wav", ".git/y.wav", "readme.txt", "OAF_sad/Thumbs.db"]));
        Assert.Equal(2, corpus.Utterances.Count);
        Assert.Empty(corpus.LeftOut);
    }

    [Fact]
    [Trait("Kind", "law")]
    public void A_folder_with_two_corpora_is_refused_and_both_are_named()
    {
        var folder = CorpusMaker.Folder([.. Tess, .. Ravdess]);
        var error = Assert.Throws<BadFileException>(() => CorpusReader.Read(folder));
        Assert.Contains("50 % tess and 50 % ravdess", error.Problem);
        Assert.Equal(2, CorpusReader.Read(folder, "tess").Utterances.Count);
    }

    [Theory]
    [Trait("Kind", "law")]
    [InlineData("understood are none; found a.wav, b.wav", "a.wav", "b.wav")]
    [InlineData("no WAV, FLAC, OGG or MP3 file", "notes.txt")]
    public void A_folder_with_no_corpus_says_what_was_found_and_what_is_understood(string problem, params string[] files)
    {
        var error = Assert.Throws<BadFileException>(() => CorpusReader.Detect(CorpusMaker.Folder(files)));
        Assert.Contains(problem, error.Problem);
        Assert.All(CorpusReader.Understood, names => Assert.Contains(names.Example, error.Mend));
    }

    [Fact]
    [Trait("Kind", "law")]
    public void Missing_folders_and_unknown_corpora_are_named()
    {
        Assert.Throws<BadFileException>(() => CorpusReader.Read("no/such/folder"));
        Assert.Throws<BadFileException>(() => CorpusReader.Find("no/such/folder"));
        Assert.Throws<BadOptionException>(() => CorpusReader.Read(CorpusMaker.Folder(Tess), "iemocap"));
    }

    [Fact]
    [Trait("Kind", "law")]
    public void A_folder_of_corpora_lists_them_and_a_corpus_lists_itself()
    {
        var data = CorpusMaker.Folder(
            [.. Tess.Select(f => "tess/" + f), .. Ravdess.Select(f => "ravdess/" + f), "emodb/wav/03a01Fa.wav",
                "misc/x.wav"]);
        CorpusMaker.Add(data, "mine/manifest.csv", "file,speaker,emotion\n");
        Assert.Equal(["emo-db", "mine", "ravdess", "tess"], CorpusReader.Find(data).Select(c => c.Name));
        foreach (var found in CorpusReader.Find(data))
        {
            Assert.Equal([found], CorpusReader.Find(found.Folder));
        }
    }

    [Fact]
    [Trait("Kind", "law")]
    public void One_corpus_alone_below_a_folder_is_found_below()
    {
        var data = CorpusMaker.Folder([.. Tess.Select(f => "tess/" + f)]);
        Assert.Equal([new FoundCorpus("tess", Path.Combine(data, "tess"))], CorpusReader.Find(data));
    }

    [Fact]
    [Trait("Kind", "law")]
    public void Recordings_that_are_no_corpus_are_named_by_their_paths_below_the_folder()
    {
        var folder = CorpusMaker.Folder(["b/one.wav", "a.flac"]);
        var corpus = CorpusReader.ReadAny(folder);
        Assert.Equal((CorpusReader.Unlabelled, 2), (corpus.Name, corpus.Utterances.Count));
        Assert.Equal(["a", "b/one"], corpus.Utterances.Select(u => u.Id));
        Assert.All(corpus.Utterances, u => Assert.True(File.Exists(u.File)));
    }
}
