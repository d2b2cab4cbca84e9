using System.Numerics.Tensors;

namespace SerLab.Features;

/// <summary>
/// pYIN's second half: the most likely course of states through all frames (Viterbi's algorithm), of equally likely
/// ones that which librosa finds. Only the scores of a block of frames are kept, and one frame's before each block:
/// going back, what led to a state is found again from the scores.
/// </summary>
internal sealed class PitchDecoder(PitchTransitions transitions, PitchObservations observed)
{
    private const int BlockFrames = 256;

    private readonly PitchStep _step = new(transitions);
    private readonly int _bins = transitions.Bins;

    /// <summary>The state of each frame: a voiced pitch bin, or the number of bins and more where unvoiced.</summary>
    public int[] States()
    {
        var blocks = (observed.Frames + BlockFrames - 1) / BlockFrames;
        var scores = new double[Math.Min(observed.Frames, BlockFrames)][];
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = _step.Unreached();
        }
        var before = new double[blocks][]; // scores of the last frame before each block
        for (var block = 0; block < blocks; block++)
        {
            before[block] = block == 0 ? [] : [.. scores[^1]];
            Forward(block, before[block], scores);
        }
        var states = new int[observed.Frames];
        states[^1] = _step.Best(scores[(observed.Frames - 1) % BlockFrames]);
        for (var block = blocks - 1; block >= 0; block--)
        {
            if (block < blocks - 1)
            {
                Forward(block, before[block], scores);
            }
            Back(block, before[block], scores, states);
        }
        return states;
    }

    private void Forward(int block, double[] before, double[][] scores)
    {
        var first = block * BlockFrames;
        var count = Math.Min(BlockFrames, observed.Frames - first);
        for (var i = 0; i < count; i++)
        {
            if (first + i == 0)
            {
                var any = PitchObservations.Log(1.0 / (2 * _bins));
                _step.Bins(scores[0], 0).Fill(any);
                _step.Bins(scores[0], 1).Fill(any);
            }
            else
            {
                _step.Take(i == 0 ? before : scores[i - 1], scores[i]);
            }
            Observe(first + i, scores[i]);
        }
    }

    private void Observe(int frame, double[] scores)
    {
        var voiced = _step.Bins(scores, 0);
        var next = 0;
        foreach (var (bin, log) in observed.Voiced(frame))
        {
            TensorPrimitives.Add(voiced[next..bin], PitchObservations.Never, voiced[next..bin]);
            voiced[bin] += log;
            next = bin + 1;
        }
        TensorPrimitives.Add(voiced[next..], PitchObservations.Never, voiced[next..]);
        var unvoiced = _step.Bins(scores, 1);
        TensorPrimitives.Add(unvoiced, observed.Unvoiced(frame), unvoiced);
    }

    private void Back(int block, double[] before, double[][] scores, int[] states)
    {
        var first = block * BlockFrames;
        for (var frame = Math.Min(first + BlockFrames, observed.Frames) - 1; frame >= Math.Max(first, 1); frame--)
        {
            states[frame - 1] = _step.Source(frame == first ? before : scores[frame - first - 1], states[frame]);
        }
    }
}
