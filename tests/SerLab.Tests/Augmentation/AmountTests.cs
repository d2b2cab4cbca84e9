using SerLab.Augmentation;
using SerLab.Files;

namespace SerLab.Tests.Augmentation;

[Trait("Kind", "law")]
public sealed class AmountTests
{
    [Theory]
    [InlineData("0.035", 0.035, 0.035)]
    [InlineData("-1", -1, -1)]
    [InlineData("0.8..1.2", 0.8, 1.2)]
    [InlineData("-2..2", -2, 2)]
    public void The_text_form_is_read_and_written(string text, double from, double to)
    {
        Assert.Equal(new Amount(from, to), Amount.Parse(text));
        Assert.Equal(text, Amount.Parse(text).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("loud")]
    [InlineData("1,5")]
    [InlineData("1..")]
    [InlineData("1..2..3")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    public void What_is_no_amount_is_refused(string text) =>
        Assert.Throws<BadOptionException>(() => Amount.Parse(text));

    [Theory]
    [InlineData("0.5", 0.5, 0.5)]
    [InlineData("[0.8, 1.2]", 0.8, 1.2)]
    public void In_JSON_it_is_a_number_or_a_range(string json, double from, double to)
    {
        Assert.Equal(new Amount(from, to), Json.Parse<Amount>(json, "a file"));
        Assert.Equal(new Amount(from, to), Json.Parse<Amount>(Json.ToText(new Amount(from, to)), "a file"));
    }

    [Theory]
    [InlineData("\"loud\"")]
    [InlineData("[1]")]
    [InlineData("[1, 2, 3]")]
    [InlineData("[1, \"b\"]")]
    [InlineData("{}")]
    public void Other_JSON_is_refused(string json) =>
        Assert.Throws<BadFileException>(() => Json.Parse<Amount>(json, "a file"));

    [Fact]
    public void What_is_drawn_lies_in_the_range_and_fills_it()
    {
        var drawn = Enumerable.Range(0, 2000)
            .Select(seed => new Gain { Decibels = (-3, 5) }.Drawn(seed)).Cast<Gain>().Select(g => g.Decibels).ToList();
        Assert.All(drawn, amount => Assert.True(amount.IsFixed && amount.From is >= -3 and < 5));
        Assert.Equal(1, drawn.Average(amount => amount.From), 0.2); // five standard errors are 0.26
        Assert.InRange(drawn.Min(amount => amount.From), -3, -2.9);
        Assert.InRange(drawn.Max(amount => amount.From), 4.9, 5);
    }
}
