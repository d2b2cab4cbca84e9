using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SerLab.Features;

/// <summary>
/// One step of Viterbi's algorithm: the best way into each state. Scores [voicing, margin + bin + margin] are natural
/// logarithms; margins are never reached and spare the borders a case of their own.
/// </summary>
internal sealed class PitchStep(PitchTransitions transitions)
{
    private readonly int _margin = transitions.Width + PitchTransitions.Lanes;

    private int Stride => transitions.Bins + 2 * _margin;

    /// <summary>Scores in which no state can be reached.</summary>
    public double[] Unreached()
    {
        var scores = new double[2 * Stride];
        Array.Fill(scores, double.NegativeInfinity);
        return scores;
    }

    /// <summary>The scores of the bins of one voicing (0 voiced, 1 unvoiced).</summary>
    public Span<double> Bins(double[] scores, int voicing) =>
        scores.AsSpan(voicing * Stride + _margin, transitions.Bins);

    /// <summary>The state with the highest score; of several the first.</summary>
    public int Best(double[] scores)
    {
        var best = 0;
        for (var state = 1; state < 2 * transitions.Bins; state++)
        {
            best = Score(scores, state) > Score(scores, best) ? state : best;
        }
        return best;
    }

    /// <summary>The state from which the way into <paramref name="to"/> is best; of several the first.</summary>
    public int Source(double[] from, int to)
    {
        var bin = to % transitions.Bins;
        var first = Math.Max(0, bin - transitions.First - transitions.Width + 1);
        var last = Math.Min(transitions.Bins - 1, bin - transitions.First);
        var (best, highest) = (0, double.NegativeInfinity);
        for (var voicing = 0; voicing < 2; voicing++)
        {
            for (var state = voicing * transitions.Bins + first; state <= voicing * transitions.Bins + last; state++)
            {
                var score = Score(from, state) + transitions.Log(state, to);
                (best, highest) = score > highest ? (state, score) : (best, highest);
            }
        }
        var jump = TensorPrimitives.Max<double>(from) + PitchObservations.Never; // from anywhere to anywhere
        if (jump < highest)
        {
            return best;
        }
        var far = FirstToJump(from, jump);
        return jump > highest ? far : Math.Min(best, far);
    }

    /// <summary>The best score of any way from each state's predecessors.</summary>
    public void Take(ReadOnlySpan<double> from, Span<double> to)
    {
        var tiles = transitions.TileCount;
        Span<double> peaks = stackalloc double[2 * tiles]; // [voicing, tile]
        for (var i = 0; i < peaks.Length; i++)
        {
            peaks[i] = TensorPrimitives.Max(from.Slice(Start(i / tiles, i % tiles), PitchTransitions.Lanes));
        }
        var jump = TensorPrimitives.Max<double>(peaks) + PitchObservations.Never; // from anywhere to anywhere
        for (var tile = 0; tile < tiles; tile++)
        {
            var voiced = to.Slice(Start(0, tile), PitchTransitions.Lanes);
            var unvoiced = to.Slice(Start(1, tile), PitchTransitions.Lanes);
            voiced.Fill(jump);
            unvoiced.Fill(jump);
            for (var voicing = 1; voicing >= 0; voicing--)
            {
                var best = Peak(peaks.Slice(voicing * tiles, tiles), tile) + transitions.Highest;
                if (best > TensorPrimitives.Min<double>(voiced) || best > TensorPrimitives.Min<double>(unvoiced))
                {
                    Spread(from, voicing, tile, to);
                }
            }
        }
        to.Slice(_margin + transitions.Bins, PitchTransitions.Lanes).Fill(double.NegativeInfinity);
        to.Slice(Stride + _margin + transitions.Bins, PitchTransitions.Lanes).Fill(double.NegativeInfinity);
    }

    private double Score(double[] scores, int state) => state < transitions.Bins
        ? scores[_margin + state]
        : scores[Stride + _margin + state - transitions.Bins];

    private int FirstToJump(double[] from, double jump)
    {
        var state = 0;
        while (Score(from, state) + PitchObservations.Never != jump)
        {
            state++;
        }
        return state;
    }

    private int Start(int voicing, int tile) => voicing * Stride + _margin + tile * PitchTransitions.Lanes;

    // The highest score in the tiles that can lead into one.
    private double Peak(ReadOnlySpan<double> peaks, int tile)
    {
        var lanes = PitchTransitions.Lanes;
        var last = tile * lanes + lanes - 1 - transitions.First;
        var first = tile * lanes - transitions.First - transitions.Width + 1;
        return TensorPrimitives.Max(
            peaks[Math.Clamp(first / lanes, 0, peaks.Length - 1)..(Math.Clamp(last / lanes, 0, peaks.Length - 1) + 1)]);
    }

    // From the bins of one voicing into a tile of each.
    private void Spread(ReadOnlySpan<double> from, int voicing, int tile, Span<double> to)
    {
        var n = Vector<double>.Count;
        var same = to.Slice(Start(voicing, tile), PitchTransitions.Lanes);
        var other = to.Slice(Start(1 - voicing, tile), PitchTransitions.Lanes);
        var (s0, s1, s2, s3) = (Load(same, 0), Load(same, n), Load(same, 2 * n), Load(same, 3 * n));
        var (o0, o1, o2, o3) = (Load(other, 0), Load(other, n), Load(other, 2 * n), Load(other, 3 * n));
        ref var source = ref Unsafe.AsRef(in from[Start(voicing, tile) - transitions.First]);
        ref var log = ref MemoryMarshal.GetReference(transitions.Tile(tile));
        for (var offset = 0; offset < transitions.Width; offset++)
        {
            Best(ref source, ref log, 0, ref s0, ref o0);
            Best(ref source, ref log, n, ref s1, ref o1);
            Best(ref source, ref log, 2 * n, ref s2, ref o2);
            Best(ref source, ref log, 3 * n, ref s3, ref o3);
            source = ref Unsafe.Subtract(ref source, 1);
            log = ref Unsafe.Add(ref log, 8 * n);
        }
        Store(same, s0, s1, s2, s3);
        Store(other, o0, o1, o2, o3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Best(
        ref double source, ref double log, int lane, ref Vector<double> same, ref Vector<double> other)
    {
        var score = Vector.LoadUnsafe(ref source, (nuint)lane);
        same = Vector.MaxNative(same, score + Vector.LoadUnsafe(ref log, (nuint)lane));
        other = Vector.MaxNative(other, score + Vector.LoadUnsafe(ref log, (nuint)(lane + PitchTransitions.Lanes)));
    }

    private static Vector<double> Load(ReadOnlySpan<double> values, int at) => new(values[at..]);

    private static void Store(
        Span<double> to, Vector<double> v0, Vector<double> v1, Vector<double> v2, Vector<double> v3)
    {
        v0.CopyTo(to);
        v1.CopyTo(to[Vector<double>.Count..]);
        v2.CopyTo(to[(2 * Vector<double>.Count)..]);
        v3.CopyTo(to[(3 * Vector<double>.Count)..]);
    }
}
