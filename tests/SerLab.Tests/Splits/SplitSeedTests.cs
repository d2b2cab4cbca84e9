using SerLab.Corpora;
using SerLab.Files;
using SerLab.Splits;

namespace SerLab.Tests.Splits;

/// <summary>Published seeds have to give the same plans in later versions.</summary>
[Trait("Kind", "golden")]
public sealed class SplitSeedTests
{
    private static readonly Corpus Even = Shapes.Full(6, 8, "happy", "sad", "fear");

    private static readonly Corpus Uneven = Shapes.Of(
        from n in Enumerable.Range(0, 240)
        let speaker = n * n % 11
        select ($"S{speaker}", Emotions.Vocabulary[n * 7 % 23 % 4], (string?)$"word {n * 5 % 17}"));

    [Theory]
    [InlineData("random", "dca3caac", "18f4cc7a")]
    [InlineData("random(test=0.3, validation=0.25, seed=7)", "e500ac6d", "9f2e8c8c")]
    [InlineData("speaker", "d04d1dff", "11347ad3")]
    [InlineData("speaker(test=S3, seed=5)", "5656c271", "e05dc3ab")]
    [InlineData("speaker(test=0.35, seed=2)", "0d5661fd", "7b842c9d")]
    [InlineData("phrase(seed=3)", "148939a4", "e191ba0b")]
    [InlineData("loso", "fb91ff1b", "78a6c5f4")]
    [InlineData("folds(k=4, seed=2)", "ffcd3cc0", "e6ac14cf")]
    [InlineData("folds(k=3, by=phrase)", "6c38571a", "9d6bc86d")]
    [InlineData("folds(k=5, by=random)", "0c1c5e69", "91db575b")]
    public void A_seed_gives_the_plan_it_always_gave(string rule, string even, string uneven) =>
        Assert.Equal((even, uneven), (Digest(Even, rule), Digest(Uneven, rule)));

    private static string Digest(Corpus corpus, string rule)
    {
        var plans = SplitRule.Parse(rule).Folds(corpus).Select(plan => string.Join(
            '/', new Part[] { plan.Train, plan.Validation, plan.Test }
                .Select(part => string.Join(' ', part.Utterances.Select(u => u.Id)))));
        return ContentHash.OfText(string.Join('\n', plans))[..8];
    }
}
