using SerLab.Splits.Auditing;

namespace SerLab.Tests.Splits.Auditing;

public class ClassShareTestTests
{
    // scipy.stats.chi2_contingency(table, correction=False) of scipy 1.10.1.
    [Theory, Trait("Kind", "reference")]
    [InlineData(new[] { 50, 50, 50 }, new[] { 20, 20, 20 }, 1, 0)]
    [InlineData(new[] { 60, 40, 50 }, new[] { 10, 30, 20 }, 0.0009118819656, 0.2581988897)]
    [InlineData(new[] { 100, 80 }, new[] { 30, 50 }, 0.0072006510449, 0.1666666667)]
    public void Chi_squared_and_Cramers_V_are_those_of_scipy(int[] train, int[] test, double p, double v)
    {
        var result = ClassShareTest.Of(Rows(train), Rows(test), 1);
        Assert.Equal(p, result.P, 1e-9);
        Assert.Equal(v, result.Effect, 1e-9);
    }

    [Fact, Trait("Kind", "law")]
    public void Few_recordings_are_tested_by_draws_that_agree_with_the_distribution_of_all_tables()
    {
        // Fisher's exact test of [[8, 2], [1, 5]] gives 0.03497.
        Assert.Equal(0.035, ClassShareTest.Of(Rows([8, 2]), Rows([1, 5]), 50).P, 0.006);
    }

    [Theory, Trait("Kind", "law")]
    [InlineData(new[] { 5 }, new[] { 5 })]
    [InlineData(new[] { 5, 5 }, new int[0])]
    public void One_class_or_no_labels_are_not_uneven(int[] train, int[] test) =>
        Assert.Equal(new ClassShareTest(1, 0), ClassShareTest.Of(Rows(train), Rows(test), 1));

    private static IEnumerable<AuditedRow> Rows(int[] counts) => counts.SelectMany((count, label) => Enumerable.Repeat(
        new AuditedRow("x", AuditedPart.Train, "") { Emotion = $"class {label}" }, count));
}
