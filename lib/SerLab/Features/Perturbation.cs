namespace SerLab.Features;

/// <summary>
/// How much the cycles of the voice differ from their neighbours. Cycles come in runs: consecutive ones whose periods
/// are plausible and no more than 1.3 times as long as the one before, as in Praat.
/// </summary>
internal sealed record Perturbation(IReadOnlyList<double[]> Periods, IReadOnlyList<double[]> Amplitudes)
{
    private const double LargestPeriodRatio = 1.3;
    private const double LargestAmplitudeRatio = 1.6;

    /// <summary>The cycles of a clip; computed once.</summary>
    public static Perturbation Of(Analysis analysis, VoicePitch pitch) => analysis.Share(new Key(pitch), () =>
    {
        var marks = GlottalCycles.Of(analysis, pitch);
        var (shortest, longest) = (0.8 / pitch.MaxHz, 1.25 / pitch.MinHz);
        var periods = new List<double[]>();
        var amplitudes = new List<double[]>();
        foreach (var run in Runs(marks, shortest, longest))
        {
            periods.Add([.. run.Zip(run.Skip(1), (mark, next) => next - mark)]);
            amplitudes.AddRange(Split([.. Enumerable.Range(1, Math.Max(0, run.Length - 2)).Select(
                i => HannRms(analysis.Clip.Samples, analysis.Tools.Rate, run[i - 1], run[i], run[i + 1]))]));
        }
        return new Perturbation(periods, amplitudes);
    });

    /// <summary>Mean absolute difference of consecutive values over their mean; 0 if no two are consecutive.</summary>
    public static double Local(IReadOnlyList<double[]> runs) => Relative(runs, LocalDifferences(runs));

    /// <summary>Absolute differences of consecutive values.</summary>
    public static IEnumerable<double> LocalDifferences(IReadOnlyList<double[]> runs) =>
        runs.SelectMany(run => run.Zip(run.Skip(1), (value, next) => Math.Abs(next - value)));

    /// <summary>
    /// Mean absolute difference of a value from the mean of <paramref name="count"/> values of which it is the middle
    /// one, over the mean value; 0 if nowhere so many are consecutive.
    /// </summary>
    public static double Around(IReadOnlyList<double[]> runs, int count) => Relative(runs, runs.SelectMany(run =>
        Enumerable.Range(0, Math.Max(0, run.Length - count + 1)).Select(
            first => Math.Abs(run[first + count / 2] - run.AsSpan(first, count).ToArray().Average()))));

    /// <summary>Absolute ratios of consecutive values in dB.</summary>
    public static IEnumerable<double> LocalDecibels(IReadOnlyList<double[]> runs) =>
        runs.SelectMany(run => run.Zip(run.Skip(1), (value, next) => Math.Abs(20 * Math.Log10(next / value))));

    /// <summary>Mean of all values.</summary>
    public static double Mean(IReadOnlyList<double[]> runs) => runs.SelectMany(run => run).DefaultIfEmpty(0).Average();

    private static double Relative(IReadOnlyList<double[]> runs, IEnumerable<double> differences) =>
        differences.ToArray() is { Length: > 0 } some ? some.Average() / Mean(runs) : 0;

    // Marks whose distances are plausible periods.
    private static List<double[]> Runs(double[] marks, double shortest, double longest)
    {
        var runs = new List<double[]>();
        var run = new List<double>();
        foreach (var mark in marks)
        {
            if (run.Count > 0 && !(mark - run[^1] >= shortest && mark - run[^1] <= longest))
            {
                Close();
            }
            else if (run.Count > 1 && Ratio(mark - run[^1], run[^1] - run[^2]) > LargestPeriodRatio)
            {
                var last = run[^1];
                Close();
                run.Add(last); // the period after a leap may begin the next run
            }
            run.Add(mark);
        }
        Close();
        return runs;

        void Close()
        {
            if (run.Count > 1)
            {
                runs.Add([.. run]);
            }
            run.Clear();
        }
    }

    // Runs of amplitudes above 0 of which none is much larger or smaller than the one before.
    private static IEnumerable<double[]> Split(double[] amplitudes)
    {
        var first = 0;
        for (var i = 1; i <= amplitudes.Length; i++)
        {
            if (i == amplitudes.Length || !(Ratio(amplitudes[i], amplitudes[i - 1]) <= LargestAmplitudeRatio))
            {
                yield return amplitudes[first..i];
                first = i;
            }
        }
    }

    private static double Ratio(double a, double b) => Math.Max(a, b) / Math.Min(a, b);

    // Root mean square about a mark, Hann-weighted over a fifth of the periods to both sides.
    private static double HannRms(float[] samples, int rate, double before, double mark, double after)
    {
        var (left, right) = ((mark - before) / 5, (after - mark) / 5);
        var from = Math.Max(0, (int)Math.Ceiling((mark - left) * rate));
        var until = Math.Min(samples.Length - 1, (int)Math.Floor((mark + right) * rate));
        var (sum, total) = (0.0, 0.0);
        for (var i = from; i <= until; i++)
        {
            var distance = (double)i / rate - mark;
            var hann = 0.5 + 0.5 * Math.Cos(Math.PI * distance / (distance < 0 ? left : right));
            sum += hann * hann * samples[i] * samples[i];
            total += hann * hann;
        }
        return total > 0 ? Math.Sqrt(sum / total) : 0;
    }

    private sealed record Key(VoicePitch Pitch);
}
