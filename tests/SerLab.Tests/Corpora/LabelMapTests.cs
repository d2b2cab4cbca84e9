using SerLab.Corpora;
using SerLab.Files;
using SerLab.Tests.Files;

namespace SerLab.Tests.Corpora;

[Trait("Kind", "law")]
public sealed class LabelMapTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_renames_drops_and_leaves_the_rest()
    {
        var map = LabelMap.Read(Written("{\"Calm\": \"normal\", \"boredom\": null}"));
        Assert.Equal(("neutral", null, "sad"), (map.Of("calm"), map.Of("boredom"), map.Of("sad")));
        Assert.Equal("calm", LabelMap.None.Of("calm"));
    }

    [Theory]
    [InlineData("{\"calm\": 1}", "'calm' is neither an emotion nor null")]
    [InlineData("{\"ps\": null, \"surprise\": \"happy\"}", "ps and surprise are one emotion")]
    [InlineData("[]", "")]
    public void A_file_that_is_no_map_is_refused(string json, string problem) =>
        Assert.Contains(problem, Assert.Throws<BadFileException>(() => LabelMap.Read(Written(json))).Message);

    [Fact]
    public void An_emotion_that_no_recording_has_is_refused_unless_it_is_a_common_one()
    {
        var corpus = new Corpus("c", "", [new Utterance("u", "u.wav", "c", "s", "sad", "sad")], []);
        Assert.Single(CorpusUnion.Of([corpus], new LabelMap([new("boredom", null)])).Utterances);
        var refusal = Assert.Throws<BadOptionException>(
            () => CorpusUnion.Of([corpus], new LabelMap([new("bordom", null)])));
        Assert.Contains("names 'bordom' (nearest: 'boredom'), which no recording has", refusal.Message);
    }

    private string Written(string json)
    {
        File.WriteAllText(_folder["labels.json"], json);
        return _folder["labels.json"];
    }
}
