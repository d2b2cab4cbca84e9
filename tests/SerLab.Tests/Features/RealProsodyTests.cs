using SerLab.Audio;
using SerLab.Features;
using SerLab.Tests.Corpora;
using SerLab.Tests.Files;

namespace SerLab.Tests.Features;

[Trait("Kind", "reference")]
public sealed class RealProsodyTests
{
    private static readonly Prosody88 Prosody = new();

    /// <summary>EMO-DB's names: speaker, text, emotion (W anger, T sadness), version.</summary>
    [Theory]
    [InlineData("03", 80, 200)] // a man
    [InlineData("08", 140, 350)] // a woman
    public void Anger_is_higher_and_more_strained_than_sadness_of_the_same_speaker(
        string speaker, double low, double high)
    {
        var anger = Mean(speaker, 'W', 5);
        var sadness = Mean(speaker, 'T', 5);
        Assert.InRange(27.5 * Math.Pow(2, sadness["f0_semitone_mean"] / 12), low, high);
        Assert.True(anger["f0_semitone_mean"] > sadness["f0_semitone_mean"] + 4);
        Assert.True(anger["alpha_ratio_voiced_mean"] > sadness["alpha_ratio_voiced_mean"] + 5);
        Assert.True(anger["loudness_range_20_80"] > sadness["loudness_range_20_80"]);
        Assert.True(anger["voiced_segments_per_second"] > sadness["voiced_segments_per_second"]);
        foreach (var mean in new[] { anger, sadness })
        {
            Assert.InRange(mean["jitter_local_mean"], 0.5, 6);
            Assert.InRange(mean["hnr_mean"], 5, 20);
            Assert.InRange(mean["f1_hz_mean"], 350, 800);
            Assert.InRange(mean["f2_hz_mean"], 1300, 2200);
            Assert.InRange(mean["f3_hz_mean"], 2300, 3300);
        }
    }

    private static Dictionary<string, double> Mean(string speaker, char emotion, int count)
    {
        using var folder = new TemporaryFolder();
        var values = new List<float[]>();
        foreach (var entry in CorpusMaker.Entries("emodb.tar").Where(entry =>
            Path.GetFileName(entry.Name) is { Length: > 6 } name && name.StartsWith(speaker, StringComparison.Ordinal)
            && name[5] == emotion).Take(count))
        {
            var file = folder[$"{values.Count}{Path.GetExtension(entry.Name)}"];
            entry.ExtractToFile(file, overwrite: false);
            values.Add(Prosody.Of(AudioFile.Load(file, FeatureSets.Rate)).Values);
        }
        Assert.Equal(count, values.Count);
        return Prosody.Rows.Index().ToDictionary(r => r.Item.Name, r => values.Average(v => (double)v[r.Index]));
    }
}
