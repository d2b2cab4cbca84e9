using System.Globalization;
using MathNet.Numerics.Distributions;
using SerLab.Evaluation;

namespace SerLab.Bench;

/// <summary>
/// Whether intervals hold the truth and tests keep their level, on simulated test sets where both are known. Speakers
/// differ in how well they are recognised (σ of 0.5 in logits, which is 11 points about 65 %), and each model has
/// speakers that suit it (σ of 0.3 more).
/// </summary>
internal static class StatisticsTruth
{
    private const int Trials = 1000;
    private const int ClipsOfSpeaker = 60;
    private const double Skill = 0.65;
    private static readonly string[] Labels = ["angry", "happy", "neutral", "sad"];
    private static readonly double[] Quantiles =
        [.. Enumerable.Range(0, 501).Select(i => Normal.InvCDF(0, 1, (i + 0.5) / 501))];

    private static readonly BootstrapOptions Options = new() { Resamples = 1000 };

    public static void Run(string[] arguments)
    {
        if (arguments.Length > 0)
        {
            throw new BenchFailedException("statistics takes no arguments.");
        }

        Console.WriteLine("95 % intervals that hold the truth:\n\n" + Markdown.Table(
            ["unit", "speakers", "UAR", "difference of two equal models"],
            [
                Coverage(ResampledUnit.Clips, 24, speakerSpread: 0, modelSpread: 0),
                Coverage(ResampledUnit.Speakers, 5, 0.5, 0.3),
                Coverage(ResampledUnit.Speakers, 10, 0.5, 0.3),
                Coverage(ResampledUnit.Speakers, 24, 0.5, 0.3),
                Coverage(ResampledUnit.Clips, 10, 0.5, 0.3),
            ],
            1));
        Console.WriteLine("models called different at p < 0.05:\n\n" + Markdown.Table(
            ["test", "speakers", "suiting speakers", "equal models", "models that far apart"],
            [
                Level("McNemar, exact", 24, 0, (a, b) => McNemar.Of(a, b).Exact, ResampledUnit.Clips),
                Level("McNemar, mid-p", 24, 0, (a, b) => McNemar.Of(a, b).MidP, ResampledUnit.Clips),
                Level("McNemar, mid-p", 24, 0.3, (a, b) => McNemar.Of(a, b).MidP, ResampledUnit.Clips),
                Level("permutation by clips", 24, 0, Permutation(ResampledUnit.Clips), ResampledUnit.Clips),
                Level("permutation by clips", 24, 0.3, Permutation(ResampledUnit.Clips), ResampledUnit.Clips),
                Level("permutation by speakers", 10, 0.3, Permutation(ResampledUnit.Speakers), ResampledUnit.Speakers),
                Level("permutation by speakers", 24, 0.3, Permutation(ResampledUnit.Speakers), ResampledUnit.Speakers),
            ],
            1));
    }

    private static Func<Predictions, Predictions, double> Permutation(ResampledUnit unit) =>
        (a, b) => PermutationTest.PValue(a, b, Metrics.Uar, unit, Options with { Resamples = 500 });

    private static string[] Coverage(ResampledUnit unit, int speakers, double speakerSpread, double modelSpread)
    {
        var truth = Expected(Skill, Math.Sqrt((speakerSpread * speakerSpread) + (modelSpread * modelSpread)));
        var (one, two) = (0, 0);
        Parallel.For(0, Trials, trial =>
        {
            var (a, b) = Models(trial, speakers, speakerSpread, modelSpread, 0);
            var score = Bootstrap.Of(a, Metrics.Uar, unit, Options);
            if (score.Low <= truth && truth <= score.High)
            {
                Interlocked.Increment(ref one);
            }

            if (!Bootstrap.PairedDifference(a, b, Metrics.Uar, unit, Options).ExcludesZero)
            {
                Interlocked.Increment(ref two);
            }
        });
        var name = speakerSpread == 0 ? $"{unit}, speakers alike" : $"{unit}, speakers differ";
        return [name.ToLowerInvariant(), $"{speakers}", Percent(one), Percent(two)];
    }

    private static string[] Level(
        string name, int speakers, double modelSpread, Func<Predictions, Predictions, double> pValue, ResampledUnit unit)
    {
        var apart = Enumerable.Range(0, 50).Average(trial =>
        {
            var (a, b) = Models(trial, speakers, 0.5, modelSpread, 0);
            return SmallestDifference.OfPair(Bootstrap.PairedDifference(a, b, Metrics.Uar, unit, Options))!.Value;
        });
        var (equal, far) = (0, 0);
        Parallel.For(0, Trials, trial =>
        {
            var (a, b) = Models(trial, speakers, 0.5, modelSpread, 0);
            if (pValue(a, b) < 0.05)
            {
                Interlocked.Increment(ref equal);
            }

            var (c, d) = Models(Trials + trial, speakers, 0.5, modelSpread, apart);
            if (pValue(c, d) < 0.05)
            {
                Interlocked.Increment(ref far);
            }
        });
        return
        [
            name, $"{speakers}", modelSpread == 0 ? "none" : "some", Percent(equal),
            $"{Percent(far)} (of {(100 * apart).ToString("0.0", CultureInfo.InvariantCulture)} points)",
        ];
    }

    /// <summary>Two models on the same clips; the first better by so much, on average.</summary>
    private static (Predictions First, Predictions Second) Models(
        int trial, int speakers, double speakerSpread, double modelSpread, double better)
    {
        var random = new Random(trial);
        var spread = Math.Sqrt((speakerSpread * speakerSpread) + (modelSpread * modelSpread));
        var (high, low) = (Centre(Skill + (better / 2), spread), Centre(Skill - (better / 2), spread));
        var (first, second) = (new List<Prediction>(), new List<Prediction>());
        for (var s = 0; s < speakers; s++)
        {
            var speaker = Normal.Sample(random, 0, 1) * speakerSpread;
            var (a, b) = (
                Chance(high + speaker + (Normal.Sample(random, 0, 1) * modelSpread)),
                Chance(low + speaker + (Normal.Sample(random, 0, 1) * modelSpread)));
            for (var clip = 0; clip < ClipsOfSpeaker; clip++)
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
            $"{speaker}-{clip}.wav", $"{speaker}", truth, [.. Labels.Select((_, label) => label == said ? 1.0 : 0)]);
    }

    private static double Chance(double logit) => 1 / (1 + Math.Exp(-logit));

    /// <summary>The mean of the chance over speakers.</summary>
    private static double Mean(double centre, double spread) => Quantiles.Average(z => Chance(centre + (spread * z)));

    private static double Expected(double skill, double spread) => Mean(Centre(skill, spread), spread);

    /// <summary>The logit about which speakers lie whose mean chance is the skill.</summary>
    private static double Centre(double skill, double spread)
    {
        var (low, high) = (-10.0, 10.0);
        while (high - low > 1e-9)
        {
            var middle = (low + high) / 2;
            (low, high) = Mean(middle, spread) < skill ? (middle, high) : (low, middle);
        }

        return low;
    }

    private static string Percent(int count) => (100.0 * count / Trials).ToString("0.0", CultureInfo.InvariantCulture) + " %";
}
