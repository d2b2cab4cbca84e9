using System.Numerics.Tensors;

namespace SerLab.Features;

/// <summary>
/// The cycles of the voice: marks in the voiced stretches, one a period, found as Praat's manual says under
/// "Sound &amp; Pitch: To PointProcess (cc)". The first mark is the extremum of the period in the middle of a stretch. From there to
/// both sides the next one lies 0.8 to 1.25 periods away (the manual: 1.2), where the period around it is most like the
/// one around the last; those less alike than 0.3 are dropped, and one beyond the stretch's edge is kept if it is more
/// alike than 0.7. Marks whose period spans less than a hundredth of what the clip spans from trough to peak are
/// dropped too.
/// </summary>
internal sealed class GlottalCycles
{
    private const double LeastLikeness = 0.3;
    private const double EdgeLikeness = 0.7;
    private const double LeastSpan = 0.01; // of the clip's

    private readonly float[] _samples;
    private readonly int _rate;
    private readonly double _quiet;

    private GlottalCycles(float[] samples, int rate)
    {
        (_samples, _rate) = (samples, rate);
        _quiet = LeastSpan * Span(samples);
    }

    /// <summary>Marks in seconds, rising, of the clip's voiced stretches; computed once.</summary>
    public static double[] Of(Analysis analysis, VoicePitch pitch) => analysis.Share(new Key(pitch), () =>
    {
        var track = pitch.Of(analysis);
        var samples = analysis.Clip.Samples;
        var centred = new float[samples.Length];
        TensorPrimitives.Subtract(samples, (float)samples.Average(sample => (double)sample), centred);
        var cycles = new GlottalCycles(centred, analysis.Tools.Rate);
        var marks = new List<double>();
        foreach (var stretch in track.VoicedStretches())
        {
            cycles.Mark(track, stretch, marks);
        }
        return marks.ToArray();
    });

    // Adds the marks of one stretch, all of them well after those that are there.
    private void Mark(VoiceTrack track, FrameSpan stretch, List<double> marks)
    {
        var start = Math.Max(0, (stretch.First - 0.5) * track.HopSeconds);
        var end = Math.Min((_samples.Length - 1.0) / _rate, (stretch.End - 0.5) * track.HopSeconds);
        var middle = (start + end) / 2;
        var extremum = Extremum(middle, 1 / track.HzAt(middle, stretch));
        var earliest = marks.Count > 0 ? marks[^1] : double.NegativeInfinity;
        var before = Walk(extremum, -1, start).TakeWhile(mark => mark - earliest > 0.8 / track.HzAt(mark, stretch));
        marks.AddRange(before.Reverse());
        marks.Add(extremum);
        marks.AddRange(Walk(extremum, 1, end));

        IEnumerable<double> Walk(double mark, int direction, double edge)
        {
            while (true)
            {
                var period = 1 / track.HzAt(mark, stretch);
                var (next, likeness) = MostAlike(mark, period, direction);
                var beyond = (next - edge) * direction > 0;
                if (likeness > (beyond ? EdgeLikeness : LeastLikeness) && IsLoud(next, period))
                {
                    yield return next;
                }
                if (beyond || likeness < -1)
                {
                    yield break;
                }
                mark = next;
            }
        }
    }

    // Time of the largest distance from 0 within half a period.
    private double Extremum(double middle, double period)
    {
        var from = Math.Clamp((int)Math.Round((middle - period / 2) * _rate), 0, _samples.Length - 1);
        var until = Math.Clamp((int)Math.Round((middle + period / 2) * _rate), from + 1, _samples.Length);
        var index = from + TensorPrimitives.IndexOfMaxMagnitude<float>(_samples.AsSpan(from..until));
        if (index == 0 || index + 1 == _samples.Length)
        {
            return (double)index / _rate;
        }
        var sign = Math.Sign(_samples[index]);
        var (shift, _) = PeakInterpolation.Parabola(
            sign * _samples[index - 1], sign * _samples[index], sign * _samples[index + 1]);
        return (index + shift) / _rate;
    }

    // The time about one period away whose surroundings correlate best, and that correlation; −2 at the clip's end.
    private (double Time, double Likeness) MostAlike(double mark, double period, int direction)
    {
        var length = Math.Max(2, (int)Math.Round(period * _rate));
        var here = (int)Math.Round(mark * _rate - length / 2.0);
        var (nearest, farthest) = ((int)Math.Floor(0.8 * length), (int)Math.Ceiling(1.25 * length));
        var likeness = new double[farthest - nearest + 1];
        for (var i = 0; i < likeness.Length; i++)
        {
            likeness[i] = Likeness(here, here + direction * (nearest + i), length);
        }
        if (likeness[^1] < -1)
        {
            return (mark, -2); // the clip ends first
        }
        var best = Array.IndexOf(likeness, likeness.Max());
        var (shift, height) = best > 0 && best + 1 < likeness.Length
            ? PeakInterpolation.Parabola(likeness[best - 1], likeness[best], likeness[best + 1])
            : (0, likeness[best]);
        return (mark + direction * (nearest + best + shift) / _rate, height);
    }

    private bool IsLoud(double mark, double period)
    {
        var from = Math.Clamp((int)Math.Round((mark - period / 2) * _rate), 0, _samples.Length - 1);
        var until = Math.Clamp((int)Math.Round((mark + period / 2) * _rate), from + 1, _samples.Length);
        return Span(_samples.AsSpan(from..until)) > _quiet;
    }

    private static double Span(ReadOnlySpan<float> samples) =>
        (double)TensorPrimitives.Max(samples) - TensorPrimitives.Min(samples);

    private double Likeness(int first, int second, int length)
    {
        if (Math.Min(first, second) < 0 || Math.Max(first, second) + length > _samples.Length)
        {
            return -2;
        }
        ReadOnlySpan<float> a = _samples.AsSpan(first, length);
        ReadOnlySpan<float> b = _samples.AsSpan(second, length);
        var energy = (double)TensorPrimitives.SumOfSquares(a) * TensorPrimitives.SumOfSquares(b);
        return energy > 0 ? TensorPrimitives.Dot(a, b) / Math.Sqrt(energy) : 0;
    }

    private sealed record Key(VoicePitch Pitch);
}
