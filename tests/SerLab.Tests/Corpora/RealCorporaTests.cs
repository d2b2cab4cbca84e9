using SerLab.Audio;
using SerLab.Corpora;

namespace SerLab.Tests.Corpora;

public class RealCorporaTests
{
    [Theory]
    [Trait("Kind", "reference")]
    [InlineData("tess.tar", "tess", 2100, 2,
        "neutral happy sad angry fear disgust surprise", "300 300 300 300 300 300 300")]
    [InlineData("ravdess-speech.tar", "ravdess", 1440, 24,
        "neutral calm happy sad angry fear disgust surprise", "96 192 192 192 192 192 192 192")]
    [InlineData("emodb.tar", "emo-db", 535, 10,
        "neutral happy sad angry fear disgust boredom", "79 71 62 127 69 46 81")]
    [InlineData("crema-d-sample.tar", "crema-d", 17, 9, "neutral happy sad angry fear disgust", "2 2 2 4 2 5")]
    public void Every_recording_is_understood_and_the_counts_are_those_of_the_corpus(
        string tar, string name, int recordings, int speakers, string labels, string counts)
    {
        var corpus = CorpusReader.Read(CorpusMaker.FromTar(tar));
        Assert.Equal(name, corpus.Name);
        Assert.Equal(recordings, corpus.Utterances.Count);
        Assert.Empty(corpus.LeftOut);
        Assert.Equal(speakers, corpus.Speakers.Count);
        Assert.Equal(labels, string.Join(' ', corpus.Labels));
        Assert.Equal(counts, string.Join(' ', corpus.Labels.Select(l => corpus.Utterances.Count(u => u.Emotion == l))));
    }

    [Fact]
    [Trait("Kind", "reference")]
    public void Ids_are_unique_sorted_and_do_not_depend_on_the_place()
    {
        var first = CorpusReader.Read(CorpusMaker.FromTar("tess.tar")).Utterances;
        var second = CorpusReader.Read(CorpusMaker.FromTar("tess.tar")).Utterances;
        Assert.Equal(first.Select(u => u.Id), second.Select(u => u.Id));
        Assert.Equal(first.Select(u => u.Id).Distinct().Order(StringComparer.Ordinal), first.Select(u => u.Id));
        Assert.All(first, u => Assert.True(File.Exists(u.File)));
        Assert.Contains(first, u => u is { Id: "OAF_neutral/OA_bite_neutral", Speaker: "OAF", Phrase: "bite" });
        Assert.Equal(150, first.Select(u => u.Phrase).Distinct().Count());
    }

    [Theory]
    [Trait("Kind", "reference")]
    [InlineData("emodb.tar", 5, 233, 302)]
    [InlineData("ravdess-speech.tar", 12, 720, 720)]
    public void Men_and_women_are_counted_where_the_corpus_tells(string tar, int women, int byMen, int byWomen)
    {
        var utterances = CorpusReader.Read(CorpusMaker.FromTar(tar)).Utterances;
        var bySex = utterances.ToLookup(u => u.Sex);
        Assert.Equal(women, bySex[Sex.Female].Select(u => u.Speaker).Distinct().Count());
        Assert.Equal((byMen, byWomen), (bySex[Sex.Male].Count(), bySex[Sex.Female].Count()));
    }

    [Theory]
    [Trait("Kind", "reference")]
    [InlineData("tess.tar", 22050, 1.3, 3.0)]
    [InlineData("ravdess-speech.tar", 22050, 2.9, 5.3)]
    [InlineData("emodb.tar", 16000, 1.2, 9.0)]
    [InlineData("crema-d-sample.tar", 16000, 1.8, 3.1)]
    public void Real_recordings_decode_at_their_rate_and_length(string tar, int rate, double shortest, double longest)
    {
        foreach (var entry in CorpusMaker.Entries(tar).Take(10))
        {
            using var bytes = new MemoryStream();
            entry.DataStream!.CopyTo(bytes);
            var clip = AudioFile.Decode(bytes, entry.Name).ToMono();
            Assert.Equal(rate, clip.Rate);
            Assert.InRange(clip.Duration, shortest, longest);
            Assert.InRange(clip.PeakDb, -60, 0);
        }
    }
}
