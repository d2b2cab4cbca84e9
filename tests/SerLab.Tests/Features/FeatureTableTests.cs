using SerLab.Features;
using SerLab.Files;
using SerLab.Tests.Files;

namespace SerLab.Tests.Features;

[Trait("Kind", "law")]
public sealed class FeatureTableTests
{
    [Fact]
    public void Rows_that_no_array_holds_are_refused_with_the_numbers()
    {
        var set = new FeatureSet(new FeatureOptions(), 22050, [1000, 1000], _ => []);
        var table = new FeatureTable(set, [], new float[set.Size], []);
        var refused = Assert.Throws<BadOptionException>(() => table.Rows(new int[3000]));
        Assert.Contains("3000 recordings with 1000000 features each", refused.Problem);
    }

    [Fact]
    public void Rows_of_a_table_that_was_disposed_are_refused()
    {
        using var folder = new TemporaryFolder();
        var set = FeatureSets.Create(new FeatureOptions { Set = "mel128" });
        var utterances = Recordings.Corpus(folder, speakers: 1, phrases: 1).Utterances;
        var table = CorpusFeatures.Compute(
            utterances, set, 1, null, TestContext.Current.CancellationToken, new FeatureStore(folder["store"]));
        Assert.Equal(set.Size, table.Row(1).Length);
        table.Dispose();
        Assert.Throws<ObjectDisposedException>(() => table.Row(1).Length);
    }
}
