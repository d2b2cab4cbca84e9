using MathNet.Numerics;

namespace SerLab.Features;

/// <summary>
/// pYIN's first half: each frame's periods with their probabilities, from all YIN thresholds at once. Safe to use from
/// several threads.
/// </summary>
internal sealed class PitchCandidates
{
    private readonly PitchBins _bins;
    private readonly double[] _thresholds; // rising, the last is 1
    private readonly double[] _priorBelow; // probability of all thresholds before each, and of all [threshold + 1]
    private readonly double _boltzmann;
    private readonly double _noTrough;

    public PitchCandidates(Pyin options, PitchBins bins)
    {
        (_bins, _boltzmann, _noTrough) = (bins, options.Boltzmann, options.NoTroughProbability);
        var step = 1.0 / options.Thresholds;
        _thresholds = [.. Enumerable.Range(1, options.Thresholds - 1).Select(i => i * step), 1];
        _priorBelow = [0, .. _thresholds.Select(
            threshold => SpecialFunctions.BetaRegularized(options.ThresholdAlpha, options.ThresholdBeta, threshold))];
    }

    /// <summary>What each frame of the clip says.</summary>
    public PitchObservations Of(Analysis analysis, PitchRange range)
    {
        var observations = new PitchObservations(analysis.Frames);
        var decay = Enumerable.Range(0, range.Count + 1).Select(rank => Math.Exp(-_boltzmann * rank)).ToArray();
        var likelihood = new double[_bins.Count + 1]; // what lies above the last bin goes one beyond, and is dropped
        var troughs = new Trough[range.Count];
        YinDifference.Visit(analysis, range, (frame, differences) =>
        {
            var found = troughs.AsSpan(0, Find(differences, troughs));
            Weigh(found, decay);
            Array.Clear(likelihood);
            foreach (var trough in found)
            {
                if (trough.Probability != 0)
                {
                    var period = range.MinPeriod + trough.Period + YinDifference.Shift(differences, trough.Period);
                    likelihood[_bins.Nearest(analysis.Tools.Rate / period)] = trough.Probability;
                }
            }
            observations.Add(frame, likelihood.AsSpan(0, _bins.Count));
        });
        return observations;
    }

    private int Find(ReadOnlySpan<double> differences, Span<Trough> troughs)
    {
        var count = 0;
        for (var period = 0; period < differences.Length; period++)
        {
            if (YinDifference.IsTrough(differences, period))
            {
                troughs[count++] = new Trough(period, differences[period], FirstAbove(differences[period]));
            }
        }
        return count;
    }

    // Number of thresholds not above a depth.
    private int FirstAbove(double depth)
    {
        var threshold = Math.Clamp((int)(depth * _thresholds.Length), 0, _thresholds.Length);
        while (threshold > 0 && depth < _thresholds[threshold - 1])
        {
            threshold--;
        }
        while (threshold < _thresholds.Length && depth >= _thresholds[threshold])
        {
            threshold++;
        }
        return threshold;
    }

    // Each threshold shares its prior among the troughs below it, shorter periods first; thresholds between which no
    // trough lies share alike. Where no trough is below, the deepest gets a little.
    private void Weigh(Span<Trough> troughs, double[] decay)
    {
        if (troughs.IsEmpty)
        {
            return;
        }
        ref var deepest = ref Deepest(troughs);
        for (int from = deepest.FirstAbove, until; from < _thresholds.Length; from = until)
        {
            (until, var count) = (_thresholds.Length, 0);
            foreach (var trough in troughs)
            {
                count += trough.FirstAbove <= from ? 1 : 0;
                until = trough.FirstAbove > from ? Math.Min(until, trough.FirstAbove) : until;
            }
            var share = (_priorBelow[until] - _priorBelow[from]) * (1 - decay[1]) / (1 - decay[count]);
            var rank = 0;
            foreach (ref var trough in troughs)
            {
                trough.Probability += trough.FirstAbove <= from ? share * decay[rank++] : 0;
            }
        }
        deepest.Probability += _noTrough * _priorBelow[deepest.FirstAbove];
    }

    private static ref Trough Deepest(Span<Trough> troughs)
    {
        var deepest = 0;
        for (var i = 1; i < troughs.Length; i++)
        {
            deepest = troughs[i].Depth < troughs[deepest].Depth ? i : deepest;
        }
        return ref troughs[deepest];
    }

    private record struct Trough(int Period, double Depth, int FirstAbove)
    {
        public double Probability { get; set; }
    }
}
