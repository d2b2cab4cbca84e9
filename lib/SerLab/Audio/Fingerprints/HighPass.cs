namespace SerLab.Audio.Fingerprints;

/// <summary>Takes away offsets and hum, which recordings of one room share: Butterworth, second order.</summary>
internal static class HighPass
{
    private const double CutoffHz = 80;

    /// <summary>The same clip without what lies below 80 Hz.</summary>
    public static Clip Of(Clip clip)
    {
        var k = Math.Tan(Math.PI * CutoffHz / clip.Rate);
        var norm = 1 / (1 + Math.Sqrt(2) * k + k * k);
        var (a1, a2) = (2 * (k * k - 1) * norm, (1 - Math.Sqrt(2) * k + k * k) * norm);
        var samples = new float[clip.Samples.Length];
        double x1 = 0, x2 = 0, y1 = 0, y2 = 0;
        for (var n = 0; n < samples.Length; n++)
        {
            double x = clip.Samples[n];
            var y = norm * (x - 2 * x1 + x2) - a1 * y1 - a2 * y2;
            (x2, x1, y2, y1) = (x1, x, y1, y);
            samples[n] = (float)y;
        }
        return clip with { Samples = samples };
    }
}
