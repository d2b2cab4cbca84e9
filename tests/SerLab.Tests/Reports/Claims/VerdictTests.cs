using SerLab.Evaluation;
using SerLab.Reports.Claims;

namespace SerLab.Tests.Reports.Claims;

[Trait("Kind", "law")]
public sealed class VerdictTests
{
    [Theory]
    [InlineData(0.80, 0.90, 0.82, 0.88, Verdict.Reproduced)]
    [InlineData(0.90, 0.95, 0.50, 0.60, Verdict.OnlyByLeak)]
    [InlineData(0.70, 0.80, 0.50, 0.60, Verdict.NotReproduced)]
    [InlineData(0.70, 0.80, 0.90, 0.95, Verdict.NotReproduced)] // its own protocol is what is judged
    [InlineData(0.80, 0.8542, 0.8, 0.8542, Verdict.Reproduced)] // the end belongs to it
    [InlineData(0.80, 0.85416, 0.1, 0.2, Verdict.OnlyByLeak)] // 0.85416 is written 85.42
    [InlineData(0.80, 0.85414, 0.1, 0.2, Verdict.NotReproduced)]
    public void The_rule_in_examples(double low, double high, double honestLow, double honestHigh, Verdict verdict) =>
        Assert.Equal(verdict, Verdicts.Of(Claimed(85.42m), Around(low, high), Around(honestLow, honestHigh)));

    [Fact]
    public void Without_an_interval_the_value_is_its_own_end()
    {
        var alone = new Interval(0.9, null, null, "", 1);
        Assert.Equal(Verdict.Reproduced, Verdicts.Of(Claimed(90), alone, alone));
        Assert.Equal(Verdict.NotReproduced, Verdicts.Of(Claimed(92), alone, alone));
    }

    [Fact]
    public void All_right_reaches_a_hundred_percent() => Assert.Equal(
        Verdict.OnlyByLeak,
        Verdicts.Of(new("accuracy", 100, ClaimUnit.Percent, ClaimBound.UpTo), Around(1, 1), Around(0.6, 0.7)));

    [Fact]
    public void A_lower_claim_is_never_harder_to_reproduce() => Assert.All(
        Grid(), one => Assert.True(Rank(Judged(Math.Min(one.Claim, one.Other), one.High, one.Honest))
            <= Rank(Judged(one.Claim, one.High, one.Honest)), $"{one}"));

    [Fact]
    public void A_better_honest_score_never_turns_a_verdict_for_the_worse() => Assert.All(
        Grid(), one => Assert.True(Rank(Judged(one.Claim, one.High, Math.Max(one.Honest, one.Other)))
            <= Rank(Judged(one.Claim, one.High, one.Honest)), $"{one}"));

    [Fact]
    public void Every_verdict_has_its_words() =>
        Assert.Equal(6, Enum.GetValues<Verdict>().Select(verdict => verdict.Words()).Distinct().Count());

    [Theory]
    [InlineData("84.90", ClaimUnit.Percent, ClaimBound.Exactly, "84.90 %")]
    [InlineData("0.9441", ClaimUnit.Share, ClaimBound.Exactly, "94.41 %")]
    [InlineData("0.4010", ClaimUnit.Nats, ClaimBound.Exactly, "0.4010 nats")]
    [InlineData("80", ClaimUnit.Percent, ClaimBound.Over, "over 80 %")]
    [InlineData("100", ClaimUnit.Percent, ClaimBound.UpTo, "up to 100 %")]
    public void A_number_is_told_with_the_digits_it_was_written_with(
        string value, ClaimUnit unit, ClaimBound bound, string text)
    {
        var number = new ClaimedNumber(
            "accuracy", decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), unit, bound);
        Assert.Equal(text, $"{number}");
    }

    [Fact]
    public void Rounding_is_half_of_the_last_digit_that_is_written()
    {
        Assert.Equal(0.00005, Claimed(84.90m).Rounding, 1e-12);
        Assert.Equal(0.005, Claimed(84m).Rounding, 1e-12);
        Assert.Equal(0.00005, new ClaimedNumber("accuracy", 0.9441m, ClaimUnit.Share).Rounding, 1e-12);
    }

    private static int Rank(Verdict verdict) => verdict switch
    {
        Verdict.Reproduced => 0, Verdict.OnlyByLeak => 1, _ => 2,
    };

    /// <summary>All fours of shares in steps of an eighth.</summary>
    private static IEnumerable<(double Claim, double High, double Honest, double Other)> Grid()
    {
        double[] shares = [.. Enumerable.Range(0, 9).Select(n => n / 8.0)];
        return from claim in shares from high in shares from honest in shares from other in shares
               select (claim, high, honest, other);
    }

    private static Verdict Judged(double claim, double high, double honest) =>
        Verdicts.Of(new("accuracy", (decimal)claim + 0.000m, ClaimUnit.Share), Around(0, high), Around(0, honest));

    private static ClaimedNumber Claimed(decimal percent) => new("accuracy", percent, ClaimUnit.Percent);

    private static Interval Around(double low, double high) => new((low + high) / 2, low, high, "made up", 240);
}
