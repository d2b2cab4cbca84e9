using SerLab.Files;

namespace SerLab.Features;

/// <summary>
/// Voicing and pitch for the features of the voice by autocorrelation: Boersma (1993), as in Praat's "To Pitch (raw
/// ac)". Each frame proposes its autocorrelation's peaks and "unvoiced"; the path through the proposals with the best
/// sum of strengths less the costs of leaps is the answer. The same correlations give the harmonics-to-noise ratio.
/// </summary>
/// <param name="MinHz">Lowest pitch in Hz; a frame is three of its periods long.</param>
/// <param name="MaxHz">Highest pitch in Hz.</param>
internal sealed record VoicePitch(double MinHz, double MaxHz)
{
    /// <summary>Lowest and highest pitch of speech unless said otherwise, in Hz.</summary>
    public const double LowestHz = 60, HighestHz = 600;

    private const double SilenceThreshold = 0.03; // of the clip's peak; Praat's defaults, as all that follow
    private const double VoicingThreshold = 0.45;
    private const double OctaveCost = 0.01;
    private const double OctaveJumpCost = 0.35;
    private const double VoicingChangeCost = 0.14;
    private const double CostSeconds = 0.01; // the hop for which the costs of changes hold

    /// <summary>The track of a clip every 10 ms, computed once.</summary>
    /// <exception cref="BadOptionException">The range of pitches cannot be heard at the clip's rate.</exception>
    public VoiceTrack Of(Analysis analysis) => analysis.Share(this, () => Track(analysis));

    /// <summary>Samples from frame to frame: 10 ms.</summary>
    public static int Hop(int rate) => Math.Max(1, (int)Math.Round(rate * 0.01));

    private VoiceTrack Track(Analysis analysis)
    {
        var (rate, hop) = (analysis.Tools.Rate, Hop(analysis.Tools.Rate));
        var peaks = PeriodicityPeaks.For(analysis.Tools, MinHz, MaxHz, 3);
        var path = new CandidatePath(CostSeconds * rate / hop);
        peaks.Visit(analysis.Clip.Samples, hop, (level, found) => path.Add(Candidates(level, found)));
        var best = path.Best();
        return new VoiceTrack(
            [.. best.Select(b => b.Hz > 0 ? (float)b.Hz : float.NaN)],
            [.. best.Select(b => b.Hz > 0 ? (float)b.Correlation : float.NaN)], (double)hop / rate);
    }

    // "Unvoiced" first, stronger the quieter the frame, then the peaks; high pitches a little stronger than low ones.
    private List<Candidate> Candidates(double level, IEnumerable<PeriodicityPeak> peaks) =>
    [
        new(0, 0, VoicingThreshold + Math.Max(0, 2 - level * (1 + VoicingThreshold) / SilenceThreshold)),
        .. from peak in peaks
           where peak.Correlation > VoicingThreshold / 2
           select new Candidate(
               peak.Hz, peak.Correlation, peak.Correlation - OctaveCost * Math.Log2(MaxHz / peak.Hz)),
    ];

    private readonly record struct Candidate(double Hz, double Correlation, double Strength)
    {
        public double Octave { get; } = Hz > 0 ? Math.Log2(Hz) : double.NaN;

        // What it costs to go from this candidate to the next frame's.
        public double CostTo(in Candidate next) => (Hz > 0, next.Hz > 0) switch
        {
            (true, true) => OctaveJumpCost * Math.Abs(Octave - next.Octave),
            (false, false) => 0,
            _ => VoicingChangeCost,
        };
    }

    // Viterbi's algorithm.
    private sealed class CandidatePath(double costScale)
    {
        private readonly List<(List<Candidate> Candidates, int[] Before)> _frames = [];
        private double[] _scores = [];

        public void Add(List<Candidate> candidates)
        {
            var scores = new double[candidates.Count];
            var before = new int[candidates.Count];
            for (var i = 0; i < scores.Length; i++)
            {
                var best = _scores.Length == 0 ? 0 : double.NegativeInfinity;
                for (var j = 0; j < _scores.Length; j++)
                {
                    var score = _scores[j] - costScale * _frames[^1].Candidates[j].CostTo(candidates[i]);
                    (best, before[i]) = score > best ? (score, j) : (best, before[i]);
                }
                scores[i] = best + candidates[i].Strength;
            }
            _frames.Add((candidates, before));
            _scores = scores;
        }

        public Candidate[] Best()
        {
            var path = new Candidate[_frames.Count];
            var at = Array.IndexOf(_scores, _scores.Max());
            for (var frame = path.Length - 1; frame >= 0; frame--)
            {
                path[frame] = _frames[frame].Candidates[at];
                at = _frames[frame].Before[at];
            }
            return path;
        }
    }
}
