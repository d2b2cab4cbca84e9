namespace SerLab.Features;

/// <summary>
/// Weights of the bins of a spectrum in the twelve pitch classes, C first: <c>librosa.filters.chroma</c> (Ellis 2007).
/// A bin counts for a class by a bell around its pitch, most around the fifth octave.
/// </summary>
internal static class ChromaFilterBank
{
    private const int Classes = 12;
    private const double CentreOctave = 5, OctaveWidth = 2; // librosa's ctroct and octwidth

    /// <summary>The rows of every chroma.</summary>
    public static IReadOnlyList<FeatureRow> PitchClasses { get; } =
        [.. new[] { "c", "c_sharp", "d", "d_sharp", "e", "f", "f_sharp", "g", "g_sharp", "a", "a_sharp", "b" }
            .Select(name => new FeatureRow($"chroma_{name}", ""))];

    /// <summary>The weights at a tuning in semitones; an estimate has one of 100 values, and each bank 50 kB.</summary>
    public static Projection At(double tuning, Analyzer tools) => tools.Share(
        new Key(tuning), () => Make(tuning, tools.Rate, tools.Frames.FftSize));

    private static Projection Make(double tuning, int rate, int fftSize)
    {
        var bins = fftSize / 2 + 1;
        var pitches = new double[bins + 1]; // in semitones above A0
        for (var bin = 1; bin <= bins; bin++)
        {
            pitches[bin] = Classes * Math.Log2((double)bin * rate / fftSize / (440 * Math.Pow(2, tuning / Classes) / 16));
        }
        pitches[0] = pitches[1] - 1.5 * Classes; // 0 Hz has no pitch
        var weights = new double[bins, Classes];
        for (var bin = 0; bin < bins; bin++)
        {
            FillBin(weights, bin, pitches[bin], Math.Max(1, pitches[bin + 1] - pitches[bin]));
        }
        return Projection.Of(Classes, bins, (row, bin) => weights[bin, (row + 3) % Classes]); // from A to C
    }

    private static void FillBin(double[,] weights, int bin, double pitch, double width)
    {
        var squares = 0.0;
        for (var pitchClass = 0; pitchClass < Classes; pitchClass++)
        {
            var away = pitch - pitchClass + Classes / 2;
            away -= Classes * Math.Floor(away / Classes) + Classes / 2; // −6..6
            weights[bin, pitchClass] = Math.Exp(-0.5 * (2 * away / width) * (2 * away / width));
            squares += weights[bin, pitchClass] * weights[bin, pitchClass];
        }
        var octaves = (pitch / Classes - CentreOctave) / OctaveWidth;
        var scale = Math.Exp(-0.5 * octaves * octaves) / Math.Sqrt(squares);
        for (var pitchClass = 0; pitchClass < Classes; pitchClass++)
        {
            weights[bin, pitchClass] *= scale;
        }
    }

    private sealed record Key(double Tuning);
}
