using SerLab.Files;

namespace SerLab.Features;

/// <summary>The periods at which a fundamental frequency is sought.</summary>
/// <param name="MinPeriod">Shortest period in samples, from 2.</param>
/// <param name="MaxPeriod">Longest period in samples, above the shortest, within the frame.</param>
internal sealed record PitchRange(int MinPeriod, int MaxPeriod)
{
    /// <summary>MIDI note C2 in Hz, librosa's advice for the lowest pitch.</summary>
    public const double C2 = 65.40639132514966;

    /// <summary>MIDI note C7 in Hz, librosa's advice for the highest pitch.</summary>
    public const double C7 = 2093.004522404789;

    /// <summary>Number of periods.</summary>
    public int Count => MaxPeriod - MinPeriod + 1;

    /// <summary>The whole periods around the given frequencies.</summary>
    /// <exception cref="BadOptionException">No such period exists, or the longest does not fit a frame.</exception>
    public static PitchRange Of(double minHz, double maxHz, Analyzer tools)
    {
        var problems = Problems(minHz, maxHz, tools.Rate, tools.Frames.FftSize).ToArray();
        return problems.Length == 0
            ? new PitchRange((int)(tools.Rate / maxHz), (int)Math.Ceiling(tools.Rate / minHz))
            : throw new BadOptionException(
                string.Join(' ', problems.Select(p => p.Problem)), string.Join(' ', problems.Select(p => p.Mend)));
    }

    private static IEnumerable<(string Problem, string Mend)> Problems(
        double minHz, double maxHz, int rate, int frameLength)
    {
        if (!(minHz > 0 && minHz < maxHz))
        {
            yield return (
                $"No pitch lies from MinHz {minHz} to MaxHz {maxHz}.", "Let MinHz be above 0 and below MaxHz.");
        }
        if (!(maxHz <= rate / 2.0))
        {
            yield return (
                $"MaxHz {maxHz} is above half the rate of {rate} Hz.", $"Lower MaxHz to {rate / 2.0} or less.");
        }
        if (minHz > 0 && rate / minHz >= frameLength - 1)
        {
            yield return (
                $"A period of MinHz {minHz} is longer than a frame of {frameLength} samples at {rate} Hz.",
                $"Raise MinHz above {(double)rate / (frameLength - 1):0.###} or lengthen the frame (FftSize).");
        }
    }
}
