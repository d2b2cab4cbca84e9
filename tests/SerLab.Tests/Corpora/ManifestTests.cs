using SerLab.Corpora;
using SerLab.Files;

namespace SerLab.Tests.Corpora;

public class ManifestTests
{
    [Fact]
    [Trait("Kind", "law")]
    public void A_manifest_labels_any_files_with_columns_in_any_order()
    {
        var corpus = Read(
            "emotion,phrase,file,sex,speaker,mood,take\n"
            + "Anger,hello,b/two.wav,f,ann,x,2\n\"Schaden,freude\",,a/ö ne.FLAC,,bob,,\n", "a/ö ne.FLAC", "b/two.wav");
        Assert.Equal(["a/ö ne", "b/two"], corpus.Utterances.Select(u => u.Id));
        Assert.Equal(["schaden,freude", "angry"], corpus.Utterances.Select(u => u.Emotion));
        Assert.Equal(["Schaden,freude", "Anger"], corpus.Utterances.Select(u => u.Word));
        Assert.Equal(["angry", "schaden,freude"], corpus.Labels);
        Assert.Equal([null, Sex.Female], corpus.Utterances.Select(u => u.Sex));
        Assert.Equal([null, "hello"], corpus.Utterances.Select(u => u.Phrase));
        Assert.Equal([null, "2"], corpus.Utterances.Select(u => u.Take));
        Assert.All(corpus.Utterances, u => Assert.True(File.Exists(u.File)));
    }

    [Fact]
    [Trait("Kind", "law")]
    public void Missing_files_and_files_not_named_are_listed()
    {
        var corpus = Read("file,speaker,emotion\na.wav,s,sad\ngone.wav,s,sad\n", "a.wav", "other.wav");
        Assert.Equal(["a"], corpus.Utterances.Select(u => u.Id));
        Assert.Contains(corpus.LeftOut, left => left.File.EndsWith("gone.wav") && left.Reason.Contains("line 3"));
        Assert.Contains(corpus.LeftOut, left => left.File.EndsWith("other.wav"));
        Assert.Equal(2, corpus.LeftOut.Count);
    }

    [Theory]
    [Trait("Kind", "law")]
    [InlineData("file,speaker\na.wav,s\n", "emotion")]
    [InlineData("file,speaker,emotion\na.wav,,sad\n", "line 2, column speaker")]
    [InlineData("file,speaker,emotion\na.wav,s\n", "line 2")]
    [InlineData("file,speaker,emotion,sex\na.wav,s,sad,perhaps\n", "line 2, column sex: 'perhaps'")]
    [InlineData("file,speaker,emotion\na.wav,s,sad\nb.wav,s,sad\na.wav,s,happy\n",
        "line 4, column file: the same recording as in line 2")]
    [InlineData("", "empty")]
    public void Errors_name_the_line_and_the_column(string manifest, string problem)
    {
        Assert.Contains(problem, Assert.Throws<BadFileException>(() => Read(manifest, "a.wav", "b.wav")).Problem);
    }

    private static Corpus Read(string manifest, params string[] files)
    {
        var folder = CorpusMaker.Folder(files);
        CorpusMaker.Add(folder, "manifest.csv", manifest);
        return CorpusReader.Read(folder);
    }
}
