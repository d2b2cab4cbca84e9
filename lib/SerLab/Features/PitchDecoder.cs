using System.Numerics;
using System.Numerics.Tensors;

namespace SerLab.Features;

/// <summary>
/// pYIN's second half: the most likely course of states through all frames (Viterbi's algorithm), of equally likely ones
/// that which librosa finds. Only the scores of a block of frames are kept, and one frame's before each block: going
/// back, what led to a state is found again from the scores.
/// </summary>
internal sealed class PitchDecoder
{
    private const int BlockFrames = 256;

    private readonly PitchTransitions _transitions;
    private readonly PitchObservations _observed;
    private readonly int _bins;
    private readonly int _margin; // bins beyond both ends, never reached
    private readonly int _stride; // bins and margins of one voicing

    public PitchDecoder(PitchTransitions transitions, PitchObservations observed)
    {
        (_transitions, _observed, _bins) = (transitions, observed, transitions.Bins);
        _margin = transitions.Width + PitchTransitions.Lanes;
        _stride = _bins + 2 * _margin;
    }

    /// <summary>The state of each frame.</summary>
    public int[] States()
    {
        var blocks = (_observed.Frames + BlockFrames - 1) / BlockFrames;
        var scores = new double[Math.Min(_observed.Frames, BlockFrames)][];
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = new double[2 * _stride];
            Array.Fill(scores[i], double.NegativeInfinity);
        }
        var starts = new double[blocks][]; // scores of the last frame before each block
        for (var block = 0; block < blocks; block++)
        {
            starts[block] = block == 0 ? [] : (double[])scores[^1].Clone();
            Forward(block, starts[block], scores);
        }
        var states = new int[_observed.Frames];
        states[^1] = Best(scores[(_observed.Frames - 1) % BlockFrames]);
        for (var block = blocks - 1; block >= 0; block--)
        {
            if (block < blocks - 1)
            {
                Forward(block, starts[block], scores);
            }
            Back(block, starts[block], scores, states);
        }
        return states;
    }

    private void Forward(int block, double[] start, double[][] scores)
    {
        var first = block * BlockFrames;
        for (var i = 0; i < BlockFrames && first + i < _observed.Frames; i++)
        {
            if (first + i == 0)
            {
                Voicing(scores[0], 0).Fill(PitchObservations.Log(1.0 / (2 * _bins)));
                Voicing(scores[0], 1).Fill(PitchObservations.Log(1.0 / (2 * _bins)));
            }
            else
            {
                Step(i == 0 ? start : scores[i - 1], scores[i]);
            }
            Observe(first + i, scores[i]);
        }
    }

    // The best way into each state.
    private void Step(double[] from, double[] to)
    {
        var jump = new Vector<double>(
            Math.Max(TensorPrimitives.Max<double>(Voicing(from, 0)), TensorPrimitives.Max<double>(Voicing(from, 1)))
            + PitchObservations.Never);
        for (var tile = 0; tile < _transitions.TileCount; tile++)
        {
            var target = _margin + tile * PitchTransitions.Lanes;
            Into(
                from.AsSpan(target - _transitions.First - _transitions.Width + 1), from.AsSpan(_stride + target - _transitions.First - _transitions.Width + 1),
                _transitions.Tile(tile), jump, to.AsSpan(target), to.AsSpan(_stride + target));
        }
        to.AsSpan(_margin + _bins, PitchTransitions.Lanes).Fill(double.NegativeInfinity);
        to.AsSpan(_stride + _margin + _bins, PitchTransitions.Lanes).Fill(double.NegativeInfinity);
    }

    private void Into(
        ReadOnlySpan<double> voiced, ReadOnlySpan<double> unvoiced, ReadOnlySpan<double> tile, Vector<double> jump,
        Span<double> toVoiced, Span<double> toUnvoiced)
    {
        var n = Vector<double>.Count;
        var (v0, v1, v2, v3) = (jump, jump, jump, jump);
        var (u0, u1, u2, u3) = (jump, jump, jump, jump);
        for (var offset = 0; offset < _transitions.Width; offset++)
        {
            var source = _transitions.Width - 1 - offset;
            var row = tile.Slice(2 * offset * 4 * n, 8 * n);
            Best(voiced[source..], unvoiced[source..], row, 0, ref v0, ref u0);
            Best(voiced[source..], unvoiced[source..], row, n, ref v1, ref u1);
            Best(voiced[source..], unvoiced[source..], row, 2 * n, ref v2, ref u2);
            Best(voiced[source..], unvoiced[source..], row, 3 * n, ref v3, ref u3);
        }
        v0.CopyTo(toVoiced);
        v1.CopyTo(toVoiced[n..]);
        v2.CopyTo(toVoiced[(2 * n)..]);
        v3.CopyTo(toVoiced[(3 * n)..]);
        u0.CopyTo(toUnvoiced);
        u1.CopyTo(toUnvoiced[n..]);
        u2.CopyTo(toUnvoiced[(2 * n)..]);
        u3.CopyTo(toUnvoiced[(3 * n)..]);
    }

    private static void Best(
        ReadOnlySpan<double> voiced, ReadOnlySpan<double> unvoiced, ReadOnlySpan<double> row, int lane,
        ref Vector<double> toVoiced, ref Vector<double> toUnvoiced)
    {
        var v = new Vector<double>(voiced[lane..]);
        var u = new Vector<double>(unvoiced[lane..]);
        var same = new Vector<double>(row[lane..]);
        var other = new Vector<double>(row[(lane + PitchTransitions.Lanes)..]);
        toVoiced = Vector.Max(toVoiced, Vector.Max(v + same, u + other));
        toUnvoiced = Vector.Max(toUnvoiced, Vector.Max(v + other, u + same));
    }

    private void Observe(int frame, double[] scores)
    {
        var voiced = Voicing(scores, 0);
        var unvoiced = Voicing(scores, 1);
        var next = 0;
        foreach (var (bin, log) in _observed.Voiced(frame))
        {
            TensorPrimitives.Add(voiced[next..bin], PitchObservations.Never, voiced[next..bin]);
            voiced[bin] += log;
            next = bin + 1;
        }
        TensorPrimitives.Add(voiced[next..], PitchObservations.Never, voiced[next..]);
        TensorPrimitives.Add(unvoiced, _observed.Unvoiced(frame), unvoiced);
    }

    private void Back(int block, double[] start, double[][] scores, int[] states)
    {
        var first = block * BlockFrames;
        for (var frame = Math.Min(first + BlockFrames, _observed.Frames) - 1; frame >= Math.Max(first, 1); frame--)
        {
            states[frame - 1] = Source(frame == first ? start : scores[frame - first - 1], states[frame]);
        }
    }

    // The first of the states from which the way into a state is best.
    private int Source(double[] from, int to)
    {
        var (best, score) = (0, double.NegativeInfinity);
        for (var state = 0; state < 2 * _bins; state++)
        {
            var candidate = Score(from, state) + _transitions.Log(state, to);
            (best, score) = candidate > score ? (state, candidate) : (best, score);
        }
        return best;
    }

    private int Best(double[] scores)
    {
        var best = 0;
        for (var state = 1; state < 2 * _bins; state++)
        {
            best = Score(scores, state) > Score(scores, best) ? state : best;
        }
        return best;
    }

    private double Score(double[] scores, int state) =>
        scores[state < _bins ? _margin + state : _stride + _margin + state - _bins];

    private Span<double> Voicing(double[] scores, int voicing) =>
        scores.AsSpan(voicing * _stride + _margin, _bins);
}
