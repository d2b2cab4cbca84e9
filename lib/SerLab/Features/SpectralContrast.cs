using System.Runtime.Intrinsics;
using SerLab.Audio;
using SerLab.Files;

namespace SerLab.Features;

/// <summary>
/// How far the peaks of a band stand above its valleys, in dB, in octaves [band, frame]:
/// <c>librosa.feature.spectral_contrast</c> (Jiang et al. 2002). Peaks and valleys are means of the largest and smallest
/// magnitudes. As in librosa the decibels are those of magnitudes, each kept within 80 of its largest. Silence is 0.
/// </summary>
public sealed record SpectralContrast : Feature
{
    /// <summary>Upper edge of the lowest band in Hz, above 0; each further band is an octave; librosa's default.</summary>
    public double LowHz { get; init; } = 200;

    /// <summary>Number of octaves above the lowest band, above 0; librosa's default.</summary>
    public int Bands { get; init; } = 6;

    /// <summary>Share of a band's bins that are its peaks, and its valleys, above 0 and below 1; librosa's default.</summary>
    public double Quantile { get; init; } = 0.02;

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureRow> Rows => Numbered("contrast", Bands + 1, "dB");

    /// <inheritdoc/>
    public override float[] Of(Analysis analysis)
    {
        var bands = analysis.Tools.Share(this, () => BandsAt(analysis.Tools));
        var (peaks, valleys) = (new float[bands.Length * analysis.Frames], new float[bands.Length * analysis.Frames]);
        foreach (var power in analysis.Power)
        {
            var peakRows = new RowWindow(peaks, analysis.Frames, power.First, power.Frames);
            var valleyRows = new RowWindow(valleys, analysis.Frames, power.First, power.Frames);
            for (var band = 0; band < bands.Length; band++)
            {
                Extremes(power, bands[band], peakRows[band], valleyRows[band]);
            }
        }
        Decibels.OfPower(peaks);
        Decibels.OfPower(valleys);
        for (var i = 0; i < peaks.Length; i++)
        {
            peaks[i] -= valleys[i];
        }
        return peaks;
    }

    // Means of the largest and of the smallest magnitudes. The extremes so far stand sorted in vectors, a lane a frame;
    // each new power sinks through them by minimum and maximum.
    private static void Extremes(FrameMatrix power, Band band, Span<float> peaks, Span<float> valleys)
    {
        var (high, low) = (new Vector512<float>[band.Extremes], new Vector512<float>[band.Extremes]);
        var (peakLanes, valleyLanes) = (new float[FrameMatrix.Lanes], new float[FrameMatrix.Lanes]);
        for (var frame = 0; frame < power.Frames; frame += FrameMatrix.Lanes)
        {
            Array.Fill(high, Vector512<float>.Zero);
            Array.Fill(low, Vector512.Create(float.PositiveInfinity));
            for (var bin = band.First; bin < band.End; bin++)
            {
                var value = Vector512.Create<float>(power.PaddedRow(bin)[frame..]);
                var (rising, falling) = (value, value);
                for (var i = 0; i < high.Length; i++)
                {
                    (high[i], rising) = (Vector512.MaxNative(high[i], rising), Vector512.MinNative(high[i], rising));
                    (low[i], falling) = (Vector512.MinNative(low[i], falling), Vector512.MaxNative(low[i], falling));
                }
            }
            var count = Math.Min(FrameMatrix.Lanes, power.Frames - frame);
            MeanMagnitude(high).CopyTo(peakLanes);
            MeanMagnitude(low).CopyTo(valleyLanes);
            peakLanes.AsSpan(0, count).CopyTo(peaks[frame..]);
            valleyLanes.AsSpan(0, count).CopyTo(valleys[frame..]);
        }
    }

    private static Vector512<float> MeanMagnitude(Vector512<float>[] powers)
    {
        var sum = Vector512<float>.Zero;
        foreach (var power in powers)
        {
            sum += Vector512.Sqrt(power);
        }
        return sum / powers.Length;
    }

    // librosa's bands: each but the first begins one bin before its lower edge and, for the search, ends one bin early;
    // the last goes on to half the rate. The share counts the bins of the band before that end is cut.
    private Band[] BandsAt(Analyzer tools)
    {
        var highest = LowHz * Math.Pow(2, Bands - 1);
        if (Bands < 1 || !(LowHz > 0 && Quantile > 0 && Quantile < 1) || highest >= tools.Rate / 2.0)
        {
            throw new BadOptionException(
                $"{Bands} octaves from {LowHz} Hz with a quantile of {Quantile} cannot be made at {tools.Rate} Hz.",
                "Use octaves that begin below half the rate, and a quantile between 0 and 1.");
        }
        var (bins, hzPerBin) = (tools.Stft.Bins, (double)tools.Rate / tools.Frames.FftSize);
        return [.. Enumerable.Range(0, Bands + 1).Select(band =>
        {
            var (low, high) = (band == 0 ? 0 : LowHz * Math.Pow(2, band - 1), LowHz * Math.Pow(2, band));
            var inside = Enumerable.Range(0, bins).Where(bin => bin * hzPerBin >= low && bin * hzPerBin <= high).ToArray();
            if (inside.Length == 0)
            {
                throw new BadOptionException(
                    $"The octave from {low} to {high} Hz holds no bin of a spectrum with {hzPerBin:0.#} Hz a bin.",
                    "Use longer frames, or octaves from a higher frequency on.");
            }
            var first = Math.Max(0, band == 0 ? inside[0] : inside[0] - 1);
            var end = band == Bands ? bins : inside[^1] + 1;
            var extremes = Math.Max(1, (int)Math.Round(Quantile * (end - first), MidpointRounding.ToEven));
            var last = band == Bands ? end : Math.Max(first + 1, end - 1);
            return new Band(first, last, Math.Min(extremes, last - first));
        })];
    }

    private sealed record Band(int First, int End, int Extremes);
}
