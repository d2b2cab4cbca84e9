using SerLab.Corpora;
using SerLab.Files;

namespace SerLab.Splits;

/// <summary>
/// Utterances drawn at random, the same share of every emotion (off by less than one utterance). Speakers and phrases
/// are on both sides, so the score says nothing of new speakers; it has to be asked for.
/// </summary>
public sealed record RandomSplit : SplitRule
{
    /// <summary>Share of the test part in all utterances, 0..1, both left out.</summary>
    public double Test { get; init; } = 0.2;

    /// <inheritdoc/>
    public override string Name => "random";

    /// <inheritdoc/>
    public override SplitKey Keeps => SplitKey.None;

    private protected override IEnumerable<(string Key, string Value)> Arguments =>
        [("test", Number(Test)), ("validation", Number(Validation)), ("seed", $"{Seed}")];

    private protected override IEnumerable<string> Problems() =>
        Test is > 0 and < 1
            ? base.Problems()
            : base.Problems().Prepend($"test={Number(Test)} is not between 0 and 1.");

    private protected override IEnumerable<TestFold> Tests(IReadOnlyList<Utterance> utterances)
    {
        var drawn = StratifiedChoice.Draw(utterances, Test, new SeededShuffle(Seed));
        return drawn.Count > 0
            ? [new TestFold("", Chosen.Of(drawn))]
            : throw new BadOptionException(
                "Every emotion has one utterance, so none can be tested.", "Add recordings.");
    }
}
