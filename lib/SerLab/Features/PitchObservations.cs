namespace SerLab.Features;

/// <summary>What the frames, each alone, say about pitch and voicing; likelihoods as natural logarithms.</summary>
/// <param name="VoicedProbability">How likely each frame is voiced [frame].</param>
internal sealed record PitchObservations(float[] VoicedProbability)
{
    /// <summary>The logarithm that stands for "never": that of the smallest normal number, as in librosa.</summary>
    public static readonly double Never = Log(0);

    private readonly List<(ushort Bin, double Log)> _voiced = [];
    private readonly int[] _ends = new int[VoicedProbability.Length];
    private readonly double[] _unvoiced = new double[VoicedProbability.Length];

    public int Frames => VoicedProbability.Length;

    /// <summary>The pitch bins with a likelihood above 0, rising.</summary>
    public ReadOnlySpan<(ushort Bin, double Log)> Voiced(int frame) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_voiced)[(frame == 0 ? 0 : _ends[frame - 1]).._ends[frame]];

    /// <summary>The likelihood of each unvoiced bin.</summary>
    public double Unvoiced(int frame) => _unvoiced[frame];

    /// <summary>Records the next frame.</summary>
    /// <param name="frame">Number of the frame; one more than that before.</param>
    /// <param name="likelihood">Likelihood of each pitch bin [bin].</param>
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
    public static double Log(double probability) => Math.Log(probability + 2.2250738585072014e-308);
}
