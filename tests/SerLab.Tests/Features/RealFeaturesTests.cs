using SerLab.Features;
using SerLab.Tests.Corpora;
using SerLab.Tests.Files;

namespace SerLab.Tests.Features;

[Trait("Kind", "reference")]
public sealed class RealFeaturesTests
{
    [Theory]
    [InlineData("emodb.tar")]
    [InlineData("tess.tar")]
    public void Twenty_real_recordings_give_finite_decibels_that_differ_from_each_other(string tar)
    {
        using var folder = new TemporaryFolder();
        var files = new List<string>();
        foreach (var entry in CorpusMaker.Entries(tar).Where(e => e.Length > 5000).Take(20))
        {
            files.Add(folder[$"{files.Count}{Path.GetExtension(entry.Name)}"]);
            entry.ExtractToFile(files[^1], overwrite: false);
        }
        var set = FeatureSets.Create(new FeatureOptions { Padding = Padding.Floor });
        var table = CorpusFeatures.Compute(
            [.. files.Select(file => Recordings.At(file))], set, 2, null, TestContext.Current.CancellationToken);
        Assert.Empty(table.LeftOut);
        Assert.All(table.Values, value => Assert.InRange(value, -80, 0));
        var means = Enumerable.Range(0, 20).Select(row => table.Row(row).ToArray().Average()).ToArray();
        Assert.Equal(20, means.Distinct().Count());
        Assert.All(means, mean => Assert.InRange(mean, -79, -20));
    }
}
