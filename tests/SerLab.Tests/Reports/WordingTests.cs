using SerLab.Reports;

namespace SerLab.Tests.Reports;

[Trait("Kind", "law")]
public sealed class WordingTests
{
    [Theory]
    [InlineData(0.41, "41 %")]
    [InlineData(1, "100 %")]
    [InlineData(0.9949, "99 %")]
    [InlineData(0.99554, "99.6 %")]
    [InlineData(0.99999, "99.9 %")]
    [InlineData(-0.334, "−33 %")]
    public void Only_all_is_a_hundred_percent(double share, string text) => Assert.Equal(text, Wording.Percent(share));
}
