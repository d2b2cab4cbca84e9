using System.Numerics.Tensors;

namespace SerLab.Audio.Fingerprints;

/// <summary>A place in a spectrogram that is louder than its neighbourhood.</summary>
/// <param name="Frame">When, in hops of <see cref="Peaks.HopSeconds"/>.</param>
/// <param name="Pitch">Which frequency, in steps of half a semitone above <see cref="Peaks.LowestHz"/>.</param>
internal readonly record struct Peak(short Frame, byte Pitch);

/// <summary>
/// The peaks of a spectrogram that the same sound keeps when it is louder, resampled, coded or in noise: the
/// constellation of Wang, "An Industrial-Strength Audio Search Algorithm" (ISMIR 2003), on a scale of semitones.
/// </summary>
internal static class Peaks
{
    public const int Rate = 8_000, Hop = 80;
    public const double HopSeconds = (double)Hop / Rate, LowestHz = 100;
    public const int StepsAnOctave = 24, Pitches = 127;

    private const int FftSize = 512, FrameReach = 3, BinReach = 2, FirstBin = 7, LastBin = 242;
    private const int FramesAGroup = 25, MostInAGroup = 8;
    private const float Floor = 1e-5f; // 50 dB below the loudest

    /// <summary>The peaks in order of time, at most 32 a second; none in silence.</summary>
    public static Peak[] Of(Clip clip)
    {
        var power = new Stft(new StftOptions { FftSize = FftSize, Hop = Hop }).Power(clip);
        var highest = Highest(power);
        var quiet = TensorPrimitives.Max<float>(power.Values) * Floor;
        var found = new List<(Peak Peak, float Power)>();
        for (var bin = FirstBin; bin <= LastBin; bin++)
        {
            var row = power.Row(bin);
            var top = highest.Row(bin);
            for (var frame = 0; frame < row.Length; frame++)
            {
                if (row[frame] == top[frame] && row[frame] > quiet)
                {
                    found.Add((new Peak((short)frame, PitchOf(power, bin, frame)), row[frame]));
                }
            }
        }
        return Strongest(found);
    }

    private static Peak[] Strongest(List<(Peak Peak, float Power)> found) =>
    [
        .. found.GroupBy(one => one.Peak.Frame / FramesAGroup)
            .SelectMany(group => group.OrderByDescending(one => one.Power).Take(MostInAGroup))
            .Select(one => one.Peak).OrderBy(peak => peak.Frame).ThenBy(peak => peak.Pitch),
    ];

    // The highest power in the neighbourhood of each place.
    private static FrameMatrix Highest(FrameMatrix power)
    {
        var (overBins, over) = (new FrameMatrix(power.Rows, power.Frames), new FrameMatrix(power.Rows, power.Frames));
        for (var bin = FirstBin; bin <= LastBin; bin++)
        {
            var target = overBins.Row(bin);
            power.Row(bin).CopyTo(target);
            for (var reach = 1; reach <= BinReach; reach++)
            {
                TensorPrimitives.Max(target, power.Row(bin - reach), target);
                TensorPrimitives.Max(target, power.Row(bin + reach), target);
            }
            var source = overBins.Row(bin);
            var result = over.Row(bin);
            source.CopyTo(result);
            for (var reach = 1; reach <= FrameReach && reach < source.Length; reach++)
            {
                TensorPrimitives.Max<float>(result[reach..], source[..^reach], result[reach..]);
                TensorPrimitives.Max<float>(result[..^reach], source[reach..], result[..^reach]);
            }
        }
        return over;
    }

    // Where a parabola through the logarithms of three bins has its top.
    private static byte PitchOf(FrameMatrix power, int bin, int frame)
    {
        var (left, here, right) = (Log(bin - 1), Log(bin), Log(bin + 1));
        var bend = left - 2 * here + right;
        var at = bin + (bend < 0 ? 0.5 * (left - right) / bend : 0);
        var pitch = StepsAnOctave * Math.Log2(at * Rate / FftSize / LowestHz);
        return (byte)Math.Clamp(Math.Round(pitch), 0, Pitches - 1);

        double Log(int at) => Math.Log(Math.Max(power.Row(at)[frame], float.Epsilon));
    }
}
