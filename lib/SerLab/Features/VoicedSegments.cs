namespace SerLab.Features;

/// <summary>Voiced stretches without the short ones and short gaps.</summary>
internal static class VoicedSegments
{
    /// <summary>The shortest gap and segment that count unless said otherwise, in seconds.</summary>
    public const double ShortestSeconds = 0.03;

    /// <summary>The segments: stretches less than <paramref name="minGap"/> apart are one.</summary>
    /// <param name="track">The voicing.</param>
    /// <param name="minGap">Seconds.</param>
    /// <param name="minSegment">Segments that are shorter, gaps closed, are left out; seconds.</param>
    public static List<FrameSpan> Of(VoiceTrack track, double minGap, double minSegment)
    {
        var segments = new List<FrameSpan>();
        foreach (var stretch in track.VoicedStretches())
        {
            if (segments.Count > 0 && (stretch.First - segments[^1].End) * track.HopSeconds < minGap)
            {
                segments[^1] = segments[^1] with { End = stretch.End };
            }
            else
            {
                segments.Add(stretch);
            }
        }
        segments.RemoveAll(segment => segment.Length * track.HopSeconds < minSegment);
        return segments;
    }

    /// <summary>What lies before, between and after segments.</summary>
    public static List<FrameSpan> Gaps(List<FrameSpan> segments, int frames)
    {
        int[] ends = [0, .. segments.Select(segment => segment.End)];
        int[] starts = [.. segments.Select(segment => segment.First), frames];
        return [.. ends.Zip(starts, (end, start) => new FrameSpan(end, start)).Where(gap => gap.Length > 0)];
    }
}
