using SerLab.Evaluation;

namespace SerLab.Tests.Evaluation;

[Trait("Kind", "law")]
public sealed class HolmTests
{
    [Fact]
    public void It_is_what_closed_testing_with_Bonferroni_gives()
    {
        var random = new Random(3);
        for (var trial = 0; trial < 50; trial++)
        {
            double[] p = [.. Enumerable.Range(0, 1 + (trial % 6)).Select(_ => Math.Pow(random.NextDouble(), 3))];
            var adjusted = Holm.Adjust(p);
            Assert.All(p.Index(), test => Assert.Equal(ByClosedTesting(p, test.Index), adjusted[test.Index], 1e-12));
        }
    }

    [Fact]
    public void Ties_one_test_and_none_have_answers()
    {
        Assert.Equal([0.03, 0.06, 0.06], Holm.Adjust([0.01, 0.04, 0.03]), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal([0.06, 0.06, 0.06], Holm.Adjust([0.02, 0.02, 0.02]), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal([1, 1], Holm.Adjust([0.8, 1]));
        Assert.Equal([0.2], Holm.Adjust([0.2]));
        Assert.Empty(Holm.Adjust([]));
    }

    /// <summary>The largest Bonferroni p of all sets of tests that hold this one (Marcus, Peritz, Gabriel 1976).</summary>
    private static double ByClosedTesting(double[] p, int test) =>
        Enumerable.Range(0, 1 << p.Length).Where(set => (set >> test & 1) == 1)
            .Max(set =>
            {
                double[] members = [.. p.Where((_, i) => (set >> i & 1) == 1)];
                return Math.Min(1, members.Length * members.Min());
            });
}
