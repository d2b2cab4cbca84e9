using FsCheck;
using FsCheck.Fluent;
using SerLab.Training;

namespace SerLab.Tests.Training;

[Trait("Kind", "law")]
public sealed class EpochOrderTests
{
    private static readonly Arbitrary<long[]> Labels =
        Arb.From(Gen.Choose(0, 3).NonEmptyListOf().Select(list => list.Select(n => (long)n).ToArray()));

    [Fact]
    public void Every_example_comes_once() => Prop.ForAll(Labels, labels =>
        EpochOrder.Rows(labels, Balance.None, 1, 2).Order().SequenceEqual(
            Enumerable.Range(0, labels.Length).Select(row => (long)row))).QuickCheckThrowOnFailure();

    [Fact]
    public void Oversampling_makes_all_classes_as_large_as_the_largest_and_loses_none() => Prop.ForAll(Labels, labels =>
    {
        var rows = EpochOrder.Rows(labels, Balance.Oversample, 1, 2);
        var largest = labels.CountBy(label => label).Max(count => count.Value);
        return rows.Distinct().Count() == labels.Length
            && rows.CountBy(row => labels[row]).All(count => count.Value == largest)
            && rows.CountBy(row => row).GroupBy(count => labels[count.Key]) // none twice more than another of its class
                .All(counts => counts.Max(count => count.Value) - counts.Min(count => count.Value) <= 1);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Undersampling_makes_all_classes_as_small_as_the_smallest_and_repeats_none() => Prop.ForAll(Labels, labels =>
    {
        var rows = EpochOrder.Rows(labels, Balance.Undersample, 1, 2);
        var smallest = labels.CountBy(label => label).Min(count => count.Value);
        return rows.Distinct().Count() == rows.Length
            && labels.Distinct().All(label => rows.Count(row => labels[row] == label) == smallest);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Another_epoch_draws_others()
    {
        long[] labels = [.. Enumerable.Range(0, 60).Select(i => i < 40 ? 0L : 1L)];
        foreach (var balance in Enum.GetValues<Balance>())
        {
            Assert.Equal(EpochOrder.Rows(labels, balance, 1, 1), EpochOrder.Rows(labels, balance, 1, 1));
            Assert.NotEqual(EpochOrder.Rows(labels, balance, 1, 1), EpochOrder.Rows(labels, balance, 1, 2));
            Assert.NotEqual(EpochOrder.Rows(labels, balance, 1, 1), EpochOrder.Rows(labels, balance, 2, 1));
        }
    }

    [Theory]
    [InlineData(20, 8, new[] { 0, 8, 16, 20 })]
    [InlineData(17, 8, new[] { 0, 8, 17 })]
    [InlineData(16, 8, new[] { 0, 8, 16 })]
    [InlineData(3, 1, new[] { 0, 1, 2, 3 })]
    [InlineData(1, 8, new[] { 0, 1 })]
    public void A_last_batch_of_one_joins_the_one_before_it(int rows, int batch, int[] bounds) =>
        Assert.Equal(bounds, EpochOrder.Bounds(rows, batch));
}
