using SerLab.Audio;

namespace SerLab.Features;

/// <summary>
/// Levels of the harmonics of the voice in voiced frames, in dB; NaN elsewhere. A harmonic's level is that of
/// the power within a quarter of the fundamental about it.
/// </summary>
internal sealed class HarmonicLevels
{
    private const double Least = 1e-10;

    private readonly double _hzPerBin;

    /// <param name="analysis">The spectra; their frames are those of the track.</param>
    /// <param name="track">Pitch.</param>
    /// <param name="formants">Formants F1 to F3 [formant][frame].</param>
    public HarmonicLevels(Analysis analysis, VoiceTrack track, Formant[][] formants)
    {
        _hzPerBin = (double)analysis.Tools.Rate / analysis.Tools.Frames.FftSize;
        (FirstOverSecond, FirstOverThirdFormant) = (Missing(track.Frames), Missing(track.Frames));
        FormantOverFirst = [.. formants.Select(_ => Missing(track.Frames))];
        foreach (var block in analysis.Power)
        {
            for (var i = 0; i < block.Frames; i++)
            {
                if (track.IsVoiced(block.First + i))
                {
                    Measure(block, i, block.First + i, track.F0Hz[block.First + i], formants);
                }
            }
        }
    }

    /// <summary>First over second harmonic, H1 − H2 [frame].</summary>
    public float[] FirstOverSecond { get; }

    /// <summary>First harmonic over the strongest of the three about the third formant, H1 − A3 [frame].</summary>
    public float[] FirstOverThirdFormant { get; }

    /// <summary>The harmonic nearest to each formant over the first [formant][frame].</summary>
    public float[][] FormantOverFirst { get; }

    private void Measure(FrameMatrix power, int column, int frame, double f0, Formant[][] formants)
    {
        var first = Level(1);
        FirstOverSecond[frame] = first - Level(2);
        for (var k = 0; k < formants.Length; k++)
        {
            FormantOverFirst[k][frame] = Level(Nearest(formants[k][frame])) - first;
        }
        var third = Nearest(formants[2][frame]);
        FirstOverThirdFormant[frame] = first - Enumerable.Range(third - 1, 3).Max(Level);

        int Nearest(Formant formant) => float.IsNaN(formant.Hz) ? -2 : Math.Max(1, (int)Math.Round(formant.Hz / f0));

        float Level(int harmonic)
        {
            var from = (int)Math.Ceiling((harmonic - 0.25) * f0 / _hzPerBin);
            var until = Math.Max(from, (int)Math.Floor((harmonic + 0.25) * f0 / _hzPerBin));
            if (harmonic < 1 || until >= power.Rows)
            {
                return float.NaN;
            }
            var sum = 0.0;
            for (var bin = from; bin <= until; bin++)
            {
                sum += power.Row(bin)[column];
            }
            return (float)(10 * Math.Log10(Math.Max(Least, sum)));
        }
    }

    private static float[] Missing(int frames)
    {
        var values = new float[frames];
        Array.Fill(values, float.NaN);
        return values;
    }
}
