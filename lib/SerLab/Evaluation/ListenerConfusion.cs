namespace SerLab.Evaluation;

/// <summary>What human listeners took emotions for.</summary>
/// <param name="Labels">Names of the emotions.</param>
/// <param name="Shares">Share of votes [intended emotion, emotion heard], 0..1.</param>
/// <param name="Source">Where the numbers come from, a phrase.</param>
public sealed record ListenerConfusion(IReadOnlyList<string> Labels, double[,] Shares, string Source)
{
    /// <summary>
    /// CREMA-D, voice only: all 68,568 votes for all 7,442 clips, as its table of votes
    /// (<c>processedResults/tabulatedVotes.csv</c>) holds them, to a tenth of a percent. 40.0 % of them are right; the
    /// paper (Cao et al., IEEE Transactions on Affective Computing 5(4), 2014, PMC4313618) says 40.9 %.
    /// </summary>
    public static ListenerConfusion CremaDVoice { get; } = new(
        ["angry", "disgust", "fear", "happy", "neutral", "sad"],
        new[,]
        {
            { 0.532, 0.211, 0.051, 0.019, 0.176, 0.011 },
            { 0.121, 0.286, 0.092, 0.028, 0.377, 0.096 },
            { 0.064, 0.063, 0.321, 0.030, 0.383, 0.139 },
            { 0.070, 0.075, 0.082, 0.290, 0.450, 0.033 },
            { 0.039, 0.059, 0.050, 0.020, 0.762, 0.070 },
            { 0.019, 0.070, 0.116, 0.013, 0.531, 0.250 },
        },
        "CREMA-D's votes on all clips, voice only");

    /// <summary>The same with the emotions in another order.</summary>
    /// <param name="labels">The same names.</param>
    public ListenerConfusion InOrderOf(IReadOnlyList<string> labels)
    {
        int[] places = [.. labels.Select(label => Labels.Index().First(one => one.Item == label).Index)];
        var shares = new double[places.Length, places.Length];
        for (var row = 0; row < places.Length; row++)
        {
            for (var column = 0; column < places.Length; column++)
            {
                shares[row, column] = Shares[places[row], places[column]];
            }
        }

        return this with { Labels = labels, Shares = shares };
    }
}
