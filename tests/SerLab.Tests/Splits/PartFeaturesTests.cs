using SerLab.Corpora;
using SerLab.Features;
using SerLab.Splits;

namespace SerLab.Tests.Splits;

[Trait("Kind", "law")]
public sealed class PartFeaturesTests
{
    private static readonly Corpus Corpus = Shapes.Full(4, 5, "neutral", "happy");
    private static readonly SplitPlan Plan = new SpeakerSplit { TestNames = ["S4"] }.Plan(Corpus);

    [Fact]
    public void Rows_are_those_of_the_parts_utterances_whatever_the_order_of_the_table()
    {
        var table = Table(Corpus.Reversed().Utterances);
        Part[] parts = [Plan.Train, Plan.Validation, Plan.Test];
        Assert.All(parts, part => Assert.Equal(part.Utterances, part.RowsIn(table).Select(row => table.Utterances[row])));
        Assert.Equal(
            Enumerable.Range(0, Corpus.Utterances.Count), parts.SelectMany(part => part.RowsIn(table)).Order());
    }

    [Fact]
    public void A_table_that_lacks_an_utterance_is_refused() =>
        Assert.Throws<KeyNotFoundException>(() => Plan.Test.RowsIn(Table([.. Corpus.Utterances.Take(3)])));

    [Fact]
    public void The_scaler_sees_the_training_part_alone_and_gives_it_mean_0_and_variance_1()
    {
        var values = Random(Corpus.Utterances.Count);
        var table = Table(Corpus.Utterances, values);
        var scaler = Fitted(table);
        var train = table.Rows(Plan.Train.RowsIn(table));
        scaler.Apply(train, table.Set.Shape, Plan.Train.Utterances);
        Assert.Equal(0, train.Average(), 1e-5);
        Assert.Equal(1, train.Average(v => v * v), 1e-4);
        foreach (var row in Plan.Test.RowsIn(table).Concat(Plan.Validation.RowsIn(table)))
        {
            Array.Fill(values, 1e6f, row * table.Set.Size, table.Set.Size);
        }
        Assert.Equal(scaler.Mean, Fitted(table).Mean);
        Assert.Equal(scaler.Scale, Fitted(table).Scale);
    }

    private static StandardScaler Fitted(FeatureTable table) => (StandardScaler)Plan.Train.FitScaler(table);

    // Two rows of four frames an utterance.
    private static FeatureTable Table(IReadOnlyList<Utterance> utterances, float[]? values = null) => new(
        new FeatureSet(new FeatureOptions(), FeatureSets.Rate, [1, 2, 4], _ => []), utterances,
        values ?? Random(utterances.Count), []);

    private static float[] Random(int utterances)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, 8 * utterances).Select(_ => random.NextSingle())];
    }
}
