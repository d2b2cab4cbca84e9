namespace SerLab.Features;

/// <summary>
/// pYIN's first half: each frame's periods with their probabilities, from all YIN thresholds at once. Safe to use from
/// several threads.
/// </summary>
internal sealed class PitchCandidates
{
    private readonly PitchBins _bins;
    private readonly double[] _thresholds; // rising, the last is 1
    private readonly double[] _prior; // probability of each threshold
    private readonly double[] _priorBelow; // of all thresholds before each [threshold + 1]
    private readonly double _boltzmann;
    private readonly double _noTrough;

    public PitchCandidates(Pyin options, PitchBins bins)
    {
        (_bins, _boltzmann, _noTrough) = (bins, options.Boltzmann, options.NoTroughProbability);
        var step = 1.0 / options.Thresholds;
        _thresholds = [.. Enumerable.Range(1, options.Thresholds).Select(i => i == options.Thresholds ? 1 : i * step)];
        double[] cumulated =
            [0, .. _thresholds.Select(t => BetaDistribution.Below(t, options.ThresholdAlpha, options.ThresholdBeta))];
        _prior = [.. cumulated.Zip(cumulated.Skip(1), (before, until) => until - before)];
        _priorBelow = new double[_prior.Length + 1];
        for (var i = 0; i < _prior.Length; i++)
        {
            _priorBelow[i + 1] = _priorBelow[i] + _prior[i];
        }
    }

    /// <summary>What each frame of the clip says.</summary>
    public PitchObservations Of(Analysis analysis, PitchRange range)
    {
        var observations = new PitchObservations(new float[analysis.Frames]);
        var decay = new double[range.Count + 1]; // exp(-boltzmann · k)
        for (var k = 0; k < decay.Length; k++)
        {
            decay[k] = Math.Exp(-_boltzmann * k);
        }
        var likelihood = new double[_bins.Count + 1];
        var troughs = new int[range.Count];
        var probabilities = new double[range.Count];
        YinDifference.Visit(analysis, range, (frame, differences) =>
        {
            var count = Troughs(differences, troughs);
            Weigh(differences, troughs.AsSpan(0, count), decay, probabilities);
            Array.Clear(likelihood);
            for (var i = 0; i < count; i++)
            {
                if (probabilities[i] != 0)
                {
                    var period = range.MinPeriod + troughs[i] + YinDifference.Shift(differences, troughs[i]);
                    likelihood[_bins.Nearest(analysis.Tools.Rate / period)] = probabilities[i];
                }
            }
            observations.Add(frame, likelihood.AsSpan(0, _bins.Count)); // what lies above the last bin is dropped
        });
        return observations;
    }

    private static int Troughs(ReadOnlySpan<double> differences, Span<int> troughs)
    {
        var count = 0;
        for (var period = 0; period < differences.Length; period++)
        {
            if (YinDifference.IsTrough(differences, period))
            {
                troughs[count++] = period;
            }
        }
        return count;
    }

    // Each threshold shares its prior among the troughs below it, shorter periods first; where there is none, the
    // deepest trough gets a little.
    private void Weigh(
        ReadOnlySpan<double> differences, ReadOnlySpan<int> troughs, double[] decay, Span<double> probabilities)
    {
        if (troughs.IsEmpty)
        {
            return;
        }
        probabilities.Clear();
        var deepest = 0;
        for (var i = 1; i < troughs.Length; i++)
        {
            deepest = differences[troughs[i]] < differences[troughs[deepest]] ? i : deepest;
        }
        var none = 0; // thresholds that no trough is below
        while (none < _thresholds.Length && !(differences[troughs[deepest]] < _thresholds[none]))
        {
            none++;
        }
        for (var threshold = none; threshold < _thresholds.Length; threshold++)
        {
            var below = 0;
            foreach (var period in troughs)
            {
                below += differences[period] < _thresholds[threshold] ? 1 : 0;
            }
            var share = (1 - decay[1]) / (1 - decay[below]);
            var rank = 0;
            for (var i = 0; i < troughs.Length; i++)
            {
                if (differences[troughs[i]] < _thresholds[threshold])
                {
                    probabilities[i] += share * decay[rank++] * _prior[threshold];
                }
            }
        }
        probabilities[deepest] += _noTrough * _priorBelow[none];
    }
}
