using FsCheck;
using FsCheck.Fluent;
using SerLab.Audio;

namespace SerLab.Tests.Audio;

[Trait("Kind", "law")]
public sealed class RunningMedianTests
{
    [Fact]
    public void Every_median_is_the_middle_of_its_sorted_window() => Prop.ForAll(Cases, c =>
    {
        var (lanes, medians) = (RunningMedian.Padded(c.Series), new float[c.Windows * RunningMedian.Padded(c.Series)]);
        var random = new Random(c.Seed);
        var positions = c.Windows + c.Length - 1;
        var values = Enumerable.Range(0, positions * lanes).Select(_ => (float)random.Next(c.Range)).ToArray();
        new RunningMedian(c.Length).Filter(values, medians, lanes);
        return Enumerable.Range(0, c.Windows).All(window => Enumerable.Range(0, lanes).All(lane =>
            medians[window * lanes + lane] == Enumerable.Range(window, c.Length)
                .Select(position => values[position * lanes + lane]).Order().ElementAt(c.Length / 2)));
    }).QuickCheckThrowOnFailure();

    private static Arbitrary<Case> Cases { get; } = Arb.From(
        from half in Gen.Choose(0, 24)
        from windows in Gen.Choose(1, 50)
        from series in Gen.Choose(1, 20)
        from range in Gen.Elements(2, 10, 100000)
        from seed in Gen.Choose(0, 1000000)
        select new Case(2 * half + 1, windows, series, range, seed));

    private sealed record Case(int Length, int Windows, int Series, int Range, int Seed);
}
