using SerLab.Evaluation;

namespace SerLab.Tests.Evaluation;

[Trait("Kind", "law")]
public sealed class ColumnsTests
{
    private static readonly double[][] Rows = [[1, 5, 2, -1], [2, 5, 4, -3], [3, 5, 6, -2], [6, 5, 12, 9]];

    [Fact]
    public void Standardised_columns_have_mean_0_and_variance_1_and_constant_ones_are_0()
    {
        var scaled = Columns.Standardised(Rows);
        foreach (var column in new[] { 0, 2, 3 })
        {
            Assert.Equal(0, scaled.Average(row => row[column]), 1e-12);
            Assert.Equal(1, scaled.Average(row => row[column] * row[column]), 1e-12);
        }
        Assert.All(scaled, row => Assert.Equal(0, row[1]));
        Assert.Empty(Columns.Standardised([]));
    }

    [Fact]
    public void A_row_without_a_number_counts_for_the_columns_that_have_one()
    {
        double[][] rows = [.. Rows, [double.NaN, 3, 8, 4]];
        var correlations = Columns.Correlations(rows);
        Assert.Equal(Columns.Correlations(Rows)[0, 3], correlations[0, 3]);
        Assert.NotEqual(Columns.Correlations(Rows)[2, 3], correlations[2, 3]);
    }

    [Fact]
    public void Correlations_are_1_for_multiples_symmetric_and_no_number_beside_a_constant()
    {
        var correlations = Columns.Correlations(Rows);
        Assert.Equal(1, correlations[0, 2], 1e-12);
        Assert.Equal(1, correlations[3, 3], 1e-12);
        Assert.True(double.IsNaN(correlations[1, 1]) && double.IsNaN(correlations[0, 1]));
        // By hand: covariance 8 over the deviations √3.5 and √23.1875.
        Assert.Equal(8 / Math.Sqrt(3.5 * 23.1875), correlations[0, 3], 1e-12);
        Assert.Equal(correlations[0, 3], correlations[3, 0]);
    }
}
