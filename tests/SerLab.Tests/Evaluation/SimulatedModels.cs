using MathNet.Numerics.Distributions;
using SerLab.Evaluation;

namespace SerLab.Tests.Evaluation;

/// <summary>Two models on the same clips of speakers who differ, with the truth known.</summary>
internal static class SimulatedModels
{
    public const double Skill = 0.65;

    private const double SpeakerSpread = 0.5; // in logits: 11 points about 65 %
    private const double ModelSpread = 0.3;
    private static readonly double Spread = Math.Sqrt((SpeakerSpread * SpeakerSpread) + (ModelSpread * ModelSpread));
    private static readonly string[] Labels = ["angry", "happy", "neutral", "sad"];
    private static readonly double[] Quantiles =
        [.. Enumerable.Range(0, 201).Select(i => Normal.InvCDF(0, 1, (i + 0.5) / 201))];

    /// <summary>The first better by so much, on average over all speakers that could be drawn.</summary>
    public static (Predictions First, Predictions Second) Pair(
        int trial, int speakers, double better = 0, int clipsOfSpeaker = 24)
    {
        var random = new Random(trial);
        var (high, low) = (Centre(Skill + (better / 2)), Centre(Skill - (better / 2)));
        var (first, second) = (new List<Prediction>(), new List<Prediction>());
        for (var s = 0; s < speakers; s++)
        {
            var speaker = SpeakerSpread * Normal.Sample(random, 0, 1);
            var (a, b) = (
                Chance(high + speaker + (ModelSpread * Normal.Sample(random, 0, 1))),
                Chance(low + speaker + (ModelSpread * Normal.Sample(random, 0, 1))));
            for (var clip = 0; clip < clipsOfSpeaker; clip++)
            {
                first.Add(Answer(random, s, clip, a));
                second.Add(Answer(random, s, clip, b));
            }
        }

        return (new Predictions(Labels, first), new Predictions(Labels, second));
    }

    private static Prediction Answer(Random random, int speaker, int clip, double chance)
    {
        var truth = clip % Labels.Length;
        var said = random.NextDouble() < chance ? truth : (truth + 1 + random.Next(Labels.Length - 1)) % Labels.Length;
        return new Prediction(
            $"{speaker}-{clip}.wav", $"S{speaker}", truth, [.. Labels.Select((_, label) => label == said ? 1.0 : 0)]);
    }

    private static double Chance(double logit) => 1 / (1 + Math.Exp(-logit));

    /// <summary>The logit about which speakers lie whose mean chance is the skill.</summary>
    private static double Centre(double skill)
    {
        var (low, high) = (-5.0, 5.0);
        while (high - low > 1e-6)
        {
            var middle = (low + high) / 2;
            var isBelow = Quantiles.Average(z => Chance(middle + (Spread * z))) < skill;
            (low, high) = isBelow ? (middle, high) : (low, middle);
        }

        return low;
    }
}
