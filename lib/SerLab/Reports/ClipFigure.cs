using SerLab.Audio;
using SerLab.Features;
using SerLab.Figures;

namespace SerLab.Reports;

/// <summary>A clip to look at: its wave over its mel-spectrogram, on the same seconds.</summary>
public static class ClipFigure
{
    /// <summary>Frequencies that get a label where the bands reach them.</summary>
    private static readonly double[] LabelledHz = [100, 500, 1000, 2000, 4000, 8000, 16000];

    private const double RangeDb = 80;

    /// <summary>Draws a clip with its 128 mel bands, as <c>mel128</c> and <c>fs2</c> have them.</summary>
    public static Figure Of(Clip clip, string note = "")
    {
        var stft = new StftOptions();
        var mel = new MelSpectrogram { Level = MelLevel.DecibelsBelowMax };
        var (values, bands) = (mel.Of(clip).Values, mel.Mel.Bands);
        var decibels = new float[bands, values.Length / bands];
        var edges = new MelFilterBank(clip.Rate, stft.FftSize, mel.Mel).EdgesHz;
        Buffer.BlockCopy(values, 0, decibels, 0, sizeof(float) * values.Length);
        return Of(
            Path.GetFileNameWithoutExtension(clip.Source), clip.Samples, clip.Rate, decibels, stft.Hop,
            [.. edges.Skip(1).Take(bands)], note);
    }

    /// <summary>Draws the clip.</summary>
    /// <param name="title">Which clip.</param>
    /// <param name="samples">One channel, ±1 at full level.</param>
    /// <param name="rate">Samples a second.</param>
    /// <param name="melDb">[band, frame] in dB against the loudest cell; frames after the end are cut off.</param>
    /// <param name="hop">Samples from one frame to the next; the first frame is centred on the first sample.</param>
    /// <param name="bandHz">The centre of each band in Hz, rising.</param>
    /// <param name="note">What a reader must know.</param>
    public static Figure Of(
        string title, float[] samples, int rate, float[,] melDb, int hop, IReadOnlyList<double> bandHz,
        string note = "")
    {
        var seconds = (double)samples.Length / rate;
        var peak = samples.Length == 0 ? 0 : samples.Max(Math.Abs);
        var top = Math.Round(melDb.Cast<float>().DefaultIfEmpty(0).Max());
        var time = new Axis("time in s") { Range = (0, seconds) };
        var level = new Axis("level") { Range = (-1.05 * Math.Max(peak, 1e-4), 1.05 * Math.Max(peak, 1e-4)) };
        var bands = new Axis("mel band in Hz") { HasGrid = false, Ticks = [.. Ticks(bandHz)] };
        return new(title, Finding(seconds, rate, peak, melDb, hop, bandHz))
        {
            Note = note,
            Height = 480,
            Panels =
            [
                new(time, level) { Charts = [new WaveChart(samples, rate, Palette.Blue)], Share = 0.4 },
                new(time, bands)
                {
                    Charts =
                    [
                        new LevelChart(melDb, (double)hop / rate, "dB (0 = loudest)")
                        {
                            Range = (top - RangeDb, top),
                            BarPlace = (0, 0.68),
                        },
                    ],
                },
            ],
        };
    }

    /// <summary>Labels at round frequencies among bands whose centres these are.</summary>
    internal static IEnumerable<(double, string)> Ticks(IReadOnlyList<double> bandHz)
    {
        foreach (var hz in LabelledHz)
        {
            var above = Enumerable.Range(0, bandHz.Count).FirstOrDefault(band => bandHz[band] >= hz);
            if (above == 0)
                continue;
            var part = (bandHz[above] - hz) / (bandHz[above] - bandHz[above - 1]);
            yield return (above - part, Wording.Count((long)hz));
        }
    }

    private static string Finding(
        double seconds, int rate, double peak, float[,] melDb, int hop, IReadOnlyList<double> bandHz)
    {
        var length = $"{Wording.Text(seconds, "0.00")} s at {Wording.Count(rate)} Hz";
        if (peak == 0)
            return $"{length}, silent.";
        var (band, frame) = Loudest(melDb);
        var hz = Wording.Count(10 * (long)Math.Round(bandHz[band] / 10));
        var at = Wording.Text((double)frame * hop / rate, "0.00");
        return $"{length}, peak {Wording.Text(20 * Math.Log10(peak), "0.0")} dB, strongest near {hz} Hz at {at} s.";
    }

    private static (int Band, int Frame) Loudest(float[,] levels)
    {
        var best = (Band: 0, Frame: 0);
        for (var band = 0; band < levels.GetLength(0); band++)
            for (var frame = 0; frame < levels.GetLength(1); frame++)
                if (levels[band, frame] > levels[best.Band, best.Frame])
                    best = (band, frame);
        return best;
    }
}
