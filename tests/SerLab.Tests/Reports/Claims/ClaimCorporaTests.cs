using SerLab.Files;
using SerLab.Reports.Claims;
using SerLab.Tests.Files;

namespace SerLab.Tests.Reports.Claims;

[Trait("Kind", "law")]
public sealed class ClaimCorporaTests
{
    [Fact]
    public void Speech_and_song_in_two_folders_are_one_corpus_of_the_same_speakers_without_copies()
    {
        using var folder = new TemporaryFolder();
        Touch(folder, "speech/Actor_01/03-01-05-01-02-01-01.wav", "speech/Actor_02/03-01-05-01-02-01-02.wav");
        Touch(folder, "song/Actor_01/03-02-05-01-02-01-01.wav", "song/Actor_01/03-01-05-01-02-01-01.wav");
        Touch(folder, "tess/OAF_back_angry.wav");
        var corpora = ClaimCorpora.In([folder.Root, Path.Combine(folder.Root, "missing")]);
        Assert.Equal(["ravdess", "ravdess", "tess"], corpora.Found.Select(one => one.Name).Order());
        Assert.True(corpora.Has("tess"));
        Assert.False(corpora.Has("crema-d"));
        var ravdess = corpora.Read("ravdess");
        Assert.Equal(["Actor_01", "Actor_02"], ravdess.Speakers);
        Assert.Equal(3, ravdess.Utterances.Count);
        Assert.Equal(3, ravdess.Utterances.Select(u => u.Id).Distinct().Count());
        Assert.Contains("second copy", Assert.Single(ravdess.LeftOut).Reason);
        Assert.Equal("OAF_back_angry", Assert.Single(corpora.Read("tess").Utterances).Id);
    }

    [Fact]
    public void A_corpus_that_is_not_here_is_told_with_the_mend() =>
        Assert.Contains("--data", Assert.Throws<BadFileException>(() => ClaimCorpora.In([]).Read("tess")).Message);

    private static void Touch(TemporaryFolder folder, params string[] files)
    {
        foreach (var file in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder[file])!);
            File.WriteAllText(folder[file], "never decoded here");
        }
    }
}
