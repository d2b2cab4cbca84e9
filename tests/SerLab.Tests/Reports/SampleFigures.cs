using SerLab.Corpora;
using SerLab.Evaluation;
using SerLab.Figures;
using SerLab.Reports;

namespace SerLab.Tests.Reports;

/// <summary>The report figures on made-up numbers, for the golden files and for looking at.</summary>
internal static class SampleFigures
{
    private static readonly string[] Seven = ["neutral", "happy", "sad", "angry", "fear", "disgust", "surprise"];
    private static readonly string[] Ten = [.. Emotions.Vocabulary];
    private const string RandomSplit = "random split: 4 of 4 test speakers are also in training";

    public static IReadOnlyDictionary<string, Func<Figure>> All { get; } = new Dictionary<string, Func<Figure>>
    {
        ["confusion-7"] = () => ConfusionFigure.Of(
            Seven, Counts(7), "TESS, unseen speakers", "trained on OAF, tested on YAF"),
        ["confusion-10"] = () => ConfusionFigure.Of(
            Ten, Counts(10), "A corpus with all the emotions there are", RandomSplit),
        ["training"] = () => TrainingCurvesFigure.Of("lenet2d on fs2", Epochs(), 14, RandomSplit),
        ["clip"] = () => Clip(2.0),
        ["clip-long"] = () => Clip(5.0),
        ["augmentation"] = () => Augmented(2.0, 2.5),
        ["distribution-4"] = () => DistributionFigure.Of("The built-in corpus", Clips(4, Seven)),
        ["distribution-24"] = () => DistributionFigure.Of("RAVDESS speech", Clips(24, Ten[..8]), "3 files left out"),
        ["distribution-2"] = () => DistributionFigure.Of(
            "Two speakers & <odd> words", Clips(2, ["angry", "<b>", "zeal"])),
        ["leak"] = () => LeakFigure.Of(
            "The same model, tested in two ways",
            [new("random split", 0.992, 0.981, 0.998), new("unseen speakers", 0.412, 0.352, 0.471)],
            leaks: true, 1 / 7.0),
        ["leak-3"] = () => LeakFigure.Of(
            "The same model, tested in three ways, with a title long enough that it has to go on in a second line",
            [
                new("random split", 1, 0.995, 1),
                new("unseen phrases", 0.87, 0.83, 0.9),
                new("unseen speakers", 0.18, 0.12, 0.24),
            ],
            leaks: true, 1 / 8.0, note: "bars: 95 % intervals over clips"),
        ["leak-none"] = () => LeakFigure.Of(
            "A model that learns nothing",
            [new("random split", 0.15, 0.1, 0.2), new("unseen speakers", 0.14, 0.09, 0.2)],
            leaks: false, 1 / 7.0),
        ["ladder"] = () => LadderFigure.Of(Price(
            [("random split", 0.52, 0.05), ("unseen phrases", 0.531, 0.04), ("unseen speakers", 0.377, 0.04),
                ("unseen speakers and phrases", 0.367, 0.04)], 0.03)),
        ["ladder-2"] = () => LadderFigure.Of(Price([("random split", 0.99, 0.008), ("unseen speakers", 0.15, 0.03)], 0.2)),
        ["models"] = () => ModelComparisonFigure.Of(
            "RAVDESS",
            [
                Scored("attention-mixup", 0.601, 0.04), Scored("cnn2d", 0.588, 0.05, -0.013, 0.02),
                Scored("cnn-bilstm-attention", 0.57, 0.03, -0.031, 0.035),
                Scored("lenet2d", 0.461, 0.06, -0.14, 0.05), Scored("mlp", 0.4, 0.05, -0.201, 0.06),
                Scored("linear & <none>", 0.18, 0.02, -0.421, 0.05),
            ],
            1 / 8.0, "unseen speakers, 95 % intervals over speakers"),
        ["models-2"] = () => ModelComparisonFigure.Of(
            "Built-in corpus", [Scored("run", 0.99, 0.005), Scored("run (2)", 0.99, 0.005, 0, 0)], 1 / 7.0,
            "random split, 95 % intervals over clips"),
        ["claims"] = () => new SerLab.Reports.Claims.ClaimsReport(Claims.ClaimsReportTests.Results()).Figure()!,
        ["emotions"] = () => EmotionBarFigure.Of("The built-in corpus", Emotion(Clips(4, Seven)), "1 recording left out."),
        ["durations"] = () => DurationFigure.Of(
            "The built-in corpus", [.. Emotion(Clips(4, Seven)).Select((e, i) => (e, 0.8 + i * 37 % 101 / 50.0))]),
        ["sample-rates"] = () => SampleRateFigure.Of(
            "Two corpora in one", [.. Enumerable.Range(0, 30).Select(i => i % 7 == 0 ? 48000 : 16000)]),
        ["features"] = () => FeatureDistributionFigure.Of("All emotions", Emotion(Clips(2, Ten)),
        [
            Column("level", "dB", (i, e) => -30 - 3 * e + i * 29 % 83 / 8.0),
            Column("pitch", "Hz", (i, e) => i % 9 == 0 ? double.NaN : 120 + 25 * (e * 7 % 5) + i * 31 % 67),
            Column("MFCC 1", "", (i, e) => i * 17 % 59 - 20),
        ]),
        ["correlations"] = () => CorrelationFigure.Of(
            "The built-in corpus", ["length", "level", "pitch", "constant"],
            new[,]
            {
                { 1, -0.25, 0.934, double.NaN }, { -0.25, 1, -0.96, double.NaN }, { 0.934, -0.96, 1, double.NaN },
                { double.NaN, double.NaN, double.NaN, double.NaN },
            }),
        ["map-2"] = () => Map(2, Seven, ("component 1", "component 2")),
        ["map-24"] = () => Map(24, Ten[..8], ("", "")),
        ["map-30"] = () => Map(30, Seven[..2], ("", "")),
    };

    private static string[] Emotion(IEnumerable<(string Emotion, string)> clips) => [.. clips.Select(clip => clip.Emotion)];

    private static ClipColumn Column(string name, string unit, Func<int, int, double> value) => new(
        name, unit, [.. Emotion(Clips(2, Ten)).Select((e, i) => value(i, Array.IndexOf(Ten, e)))]);

    private static Ranked Scored(string name, double uar, double half, double? toBest = null, double halfToBest = 0) =>
        new(0, name, Around(uar, half), Around(uar, half), uar, 240, 4,
            toBest is { } difference ? Around(difference, halfToBest) : null, IsPaired: true, PValue: null);

    private static LeakPrice Price((string Name, double Uar, double Half)[] rungs, double halfOfStep) => new(
        "ravdess", "mlp", "fs1", 833, 24, 3, 1 / 8.0, ResampledUnit.Speakers,
        [.. rungs.Select((rung, i) => new PriceRung(
            rung.Name, "", Around(rung.Uar, rung.Half), Around(rung.Uar, rung.Half), new(rung.Uar, 0.01),
            i == 0 ? null : Around(rungs[i - 1].Uar - rung.Uar, halfOfStep),
            i == 0 ? null : Around(rungs[0].Uar - rung.Uar, halfOfStep), 516, ""))],
        []);

    private static Interval Around(double value, double half) => new(value, value - half, value + half, "made up", 240);

    // Each speaker in a ring, each emotion in a place on it.
    private static Figure Map(int speakers, string[] emotions, (string, string) axes) => MapFigure.Of(
        "A map", [.. Clips(speakers, emotions).Select((clip, i) =>
        {
            var (e, speaker) = (Array.IndexOf(emotions, clip.Item1), int.Parse(clip.Item2[^2..]));
            var (x, y) = (Math.Cos(2.4 * speaker), Math.Sin(2.4 * speaker));
            var far = 4 * Math.Sqrt(speaker);
            return new MapPoint(
                far * x + Math.Cos(e) + i * 13 % 7 / 9.0, far * y + Math.Sin(e) + i * 17 % 11 / 14.0, clip.Item1,
                clip.Item2, $"clip_{i}");
        })],
        new Agreement(0.73, 1.0 / speakers), new Agreement(0.44, 1.0 / emotions.Length), "", axes, "a note");

    private static int[,] Counts(int size)
    {
        var counts = new int[size, size];
        for (var row = 0; row < size; row++)
            for (var column = 0; column < size; column++)
                counts[row, column] = row == column ? 60 - 7 * row % 50 : (row * 5 + column * 3) % 11;
        return counts;
    }

    private static EpochPoint[] Epochs() =>
    [
        .. Enumerable.Range(1, 20).Select(epoch => new EpochPoint(
            epoch, 1.9 * Math.Exp(-epoch / 6.0), 1.9 * Math.Exp(-epoch / 6.0) + 0.002 * epoch * epoch + 0.2,
            1 - 0.86 * Math.Exp(-epoch / 5.0),
            0.62 - 0.5 * Math.Exp(-epoch / 4.0) - 0.0005 * (epoch - 14) * (epoch - 14))),
    ];

    private static IEnumerable<(string, string)> Clips(int speakers, string[] emotions) =>
        from speaker in Enumerable.Range(1, speakers)
        from emotion in Enumerable.Range(0, emotions.Length)
        from clip in Enumerable.Range(0, 8 + (speaker * 7 + emotion * 3) % 5)
        select (emotions[emotion], speakers > 12 ? $"{speaker:00}" : $"speaker {speaker}");

    private const int Rate = 22050, Hop = 512, Bands = 128;

    private static double[] BandHz => [.. Enumerable.Range(0, Bands).Select(band => MelHz(band * 48.0 / Bands))];

    private static Figure Clip(double seconds)
    {
        var samples = Samples(seconds);
        return ClipFigure.Of("OAF_back_angry", samples, Rate, Levels(samples, Bands), Hop, BandHz);
    }

    private static Figure Augmented(double before, double after)
    {
        return AugmentationFigure.Of(
            "OAF_back_angry: 0.8 times as fast", View(before), View(after), (double)Hop / Rate, BandHz,
            "<p>players</p>");

        static ClipView View(double seconds)
        {
            var samples = Samples(seconds);
            return new ClipView(samples, Rate, Levels(samples, Bands), Levels(samples, 12));
        }
    }

    private static float[] Samples(double seconds) =>
        [.. Enumerable.Range(0, (int)(seconds * Rate)).Select(i => Sample(i / (double)Rate, seconds))];

    private static float[,] Levels(float[] samples, int rows)
    {
        var levels = new float[rows, 1 + samples.Length / Hop];
        for (var row = 0; row < rows; row++)
            for (var frame = 0; frame < levels.GetLength(1); frame++)
                levels[row, frame] = Level(row, frame / (double)levels.GetLength(1), frame);
        return levels;
    }

    private static float Sample(double t, double seconds) =>
        (float)(0.7 * Math.Sin(Math.PI * t / seconds) * Math.Sin(900 * t) * Math.Cos(4 * t) * Math.Sin(137 * t));

    private static float Level(int band, double t, int frame)
    {
        var harmonic = 14 * Math.Cos(0.55 * band + 3 * Math.Sin(6 * t));
        var noise = (band * 7919 + frame * 104729) % 97 / 97.0 * 9;
        return (float)Math.Clamp(-14 + harmonic - band * 0.35 + noise - 40 * Math.Pow(2 * t - 1, 4) - 3, -80, 0);
    }

    private static double MelHz(double mel) =>
        mel < 15 ? mel * 200 / 3 : 1000 * Math.Exp((mel - 15) * Math.Log(6.4) / 27);
}
