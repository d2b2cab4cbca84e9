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
            Assert.All(adjusted.Index(), test => Assert.Equal(ByClosedTesting(p, test.Index), test.Item, 1e-12));
        }
    }

    [Fact] // R 4.2: p.adjust(c(0.01, 0.04, 0.03, 0.005, 0.5), "holm")
    [Trait("Kind", "reference")]
    public void It_is_Rs() => Same([0.04, 0.09, 0.09, 0.025, 0.5], [0.01, 0.04, 0.03, 0.005, 0.5]);

    [Fact]
    public void Ties_one_test_and_none_have_answers()
    {
        Same([0.03, 0.06, 0.06], [0.01, 0.04, 0.03]);
        Same([0.06, 0.06, 0.06], [0.02, 0.02, 0.02]);
        Same([1, 1], [0.8, 1]);
        Same([0.2], [0.2]);
        Assert.Empty(Holm.Adjust([]));
    }

    private static void Same(double[] expected, double[] p) =>
        Assert.Equal(expected, Holm.Adjust(p), (a, b) => Math.Abs(a - b) < 1e-12);

    /// <summary>The largest Bonferroni p of all sets of tests that hold this one (Marcus, Peritz, Gabriel 1976).</summary>
    private static double ByClosedTesting(double[] p, int test) =>
        Enumerable.Range(0, 1 << p.Length).Where(set => (set >> test & 1) == 1)
            .Max(set =>
            {
                double[] members = [.. p.Where((_, i) => (set >> i & 1) == 1)];
                return Math.Min(1, members.Length * members.Min());
            });
}
