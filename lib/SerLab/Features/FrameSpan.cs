namespace SerLab.Features;

/// <summary>Consecutive frames.</summary>
/// <param name="First">The first frame.</param>
/// <param name="End">The frame after the last.</param>
internal readonly record struct FrameSpan(int First, int End)
{
    public int Length => End - First;

    /// <summary>The longest spans of frames that hold.</summary>
    public static List<FrameSpan> Where(int frames, Func<int, bool> holds)
    {
        var spans = new List<FrameSpan>();
        for (var frame = 0; frame < frames; frame++)
        {
            if (!holds(frame))
            {
                continue;
            }
            var first = frame;
            while (frame < frames && holds(frame))
            {
                frame++;
            }
            spans.Add(new FrameSpan(first, frame));
        }
        return spans;
    }
}
