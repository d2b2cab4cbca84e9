using SerLab.Corpora;
using SerLab.Files;
using SerLab.Reports;
using SerLab.Splits;
using SerLab.Tests.Evaluation;
using SerLab.Tests.Features;
using SerLab.Tests.Files;

namespace SerLab.Tests.Reports;

[Trait("Kind", "law")]
public sealed class RunManifestTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_hash_of_the_data_changes_with_every_label_and_every_byte_and_with_nothing_else()
    {
        Utterance[] utterances = [.. "abc".Select(name => Recordings.At(Make($"{name}.wav", $"sound {name}")))];
        var hash = Hash(utterances);
        Assert.Equal(hash, Hash([.. utterances.Select(u => u with { Take = "2", Corpus = "other" })]));
        Utterance[] changed =
        [
            utterances[1] with { Speaker = "other" }, utterances[1] with { Emotion = "sad" },
            utterances[1] with { Phrase = "other" }, utterances[1] with { Id = "other" },
        ];
        Assert.All(changed, other => Assert.NotEqual(hash, Hash([utterances[0], other, utterances[2]])));
        Make("b.wav", "sound B");
        Assert.NotEqual(hash, Hash(utterances));
        Make("b.wav", "sound b");
        Assert.Equal(hash, Hash(utterances));
    }

    [Fact]
    public void A_recording_that_cannot_be_read_is_no_reason_to_stop()
    {
        Utterance[] utterances = [Recordings.At(Make("a.wav", "a")), Recordings.At(_folder["missing.wav"])];
        Assert.NotEqual(Hash(utterances), Hash([utterances[0]]));
        Directory.CreateDirectory(_folder["missing.wav"]);
        Assert.Equal(64, Hash(utterances).Length);
    }

    [Fact]
    public void A_manifest_says_what_made_it_and_comes_back_from_JSON()
    {
        var manifest = SmallRuns.Imagined(BootstrapTests.Simulated(20, 0.5, 2, 1), new SpeakerSplit()).Manifest;
        Assert.Equal(["dotnet", "libtorch", "serlab", "system"], manifest.Versions.Keys);
        Assert.All(manifest.Versions.Values, Assert.NotEmpty);
        var text = Json.ToText(manifest);
        Assert.Equal(text, Json.ToText(Json.Parse<RunManifest>(text, "memory")));
    }

    private static string Hash(IReadOnlyList<Utterance> utterances) =>
        DataSummary.HashOf(utterances, TestContext.Current.CancellationToken);

    private string Make(string name, string text)
    {
        File.WriteAllText(_folder[name], text);
        return _folder[name];
    }
}
