using System.Runtime.InteropServices;

namespace SerLab.Features;

/// <summary>What the frames, each alone, say about pitch and voicing; likelihoods are natural logarithms.</summary>
/// <param name="frames">Number of frames.</param>
internal sealed class PitchObservations(int frames)
{
    private const double Tiny = 2.2250738585072014e-308; // the smallest normal number: librosa adds it to probabilities

    private readonly List<(ushort Bin, double Log)> _voiced = [];
    private readonly int[] _ends = new int[frames];
    private readonly double[] _unvoiced = new double[frames];

    /// <summary>The logarithm that stands for a probability of 0.</summary>
    public static readonly double Never = Log(0);

    /// <summary>Number of frames.</summary>
    public int Frames => VoicedProbability.Length;

    /// <summary>How likely each frame is voiced [frame], 0..1.</summary>
    public float[] VoicedProbability { get; } = new float[frames];

    /// <summary>The pitch bins with a likelihood above 0, rising.</summary>
    public ReadOnlySpan<(ushort Bin, double Log)> Voiced(int frame) =>
        CollectionsMarshal.AsSpan(_voiced)[(frame == 0 ? 0 : _ends[frame - 1]).._ends[frame]];

    /// <summary>The likelihood of each unvoiced bin.</summary>
    public double Unvoiced(int frame) => _unvoiced[frame];

    /// <summary>Records a frame; frames come in order.</summary>
    /// <param name="frame">Number of the frame.</param>
    /// <param name="likelihood">Probability of each pitch bin [bin]; what they leave of 1 is that of no voice.</param>
    public void Add(int frame, ReadOnlySpan<double> likelihood)
    {
        var sum = 0.0;
        for (var bin = 0; bin < likelihood.Length; bin++)
        {
            if (likelihood[bin] > 0)
            {
                sum += likelihood[bin];
                _voiced.Add(((ushort)bin, Log(likelihood[bin])));
            }
        }
        var voiced = Math.Clamp(sum, 0, 1);
        VoicedProbability[frame] = (float)voiced;
        _unvoiced[frame] = Log((1 - voiced) / likelihood.Length);
        _ends[frame] = _voiced.Count;
    }

    /// <summary>The logarithm of a probability; no less than <see cref="Never"/>.</summary>
    public static double Log(double probability) => Math.Log(probability + Tiny);
}
