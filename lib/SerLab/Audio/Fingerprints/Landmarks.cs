namespace SerLab.Audio.Fingerprints;

/// <summary>Two peaks of a clip: what they are called in an index, and when the first of them is.</summary>
/// <param name="First">Pitch of the earlier one.</param>
/// <param name="Second">Pitch of the later one.</param>
/// <param name="Frames">From the one to the other.</param>
/// <param name="Frame">When the earlier one is.</param>
internal readonly record struct Landmark(byte First, byte Second, byte Frames, short Frame)
{
    public const int Keys = 1 << 20;

    /// <summary>7 bits a pitch, 6 bits for the frames between.</summary>
    public int Key => (First << 13) | (Second << 6) | Frames;
}

/// <summary>Pairs each peak with those that follow it soon and not far away in pitch.</summary>
internal static class Landmarks
{
    private const int FewestFrames = 2, MostFrames = 40, MostSteps = 48, Fan = 6;

    /// <summary>The landmarks in the order of their first peaks.</summary>
    /// <param name="peaks">In the order of time.</param>
    public static Landmark[] Of(Peak[] peaks)
    {
        var landmarks = new List<Landmark>(peaks.Length * Fan);
        for (var i = 0; i < peaks.Length; i++)
        {
            for (var (j, fan) = (i + 1, 0); j < peaks.Length && fan < Fan; j++)
            {
                var (frames, steps) = (peaks[j].Frame - peaks[i].Frame, peaks[j].Pitch - peaks[i].Pitch);
                if (frames > MostFrames)
                {
                    break;
                }
                if (frames >= FewestFrames && Math.Abs(steps) <= MostSteps)
                {
                    landmarks.Add(new(peaks[i].Pitch, peaks[j].Pitch, (byte)frames, peaks[i].Frame));
                    fan++;
                }
            }
        }
        return [.. landmarks];
    }
}
