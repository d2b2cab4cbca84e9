using SerLab.Audio;

namespace SerLab.Augmentation;

/// <summary>What comes in where a clip has moved away.</summary>
public enum ShiftFill
{
    /// <summary>Silence; what moves out is lost.</summary>
    Silence,

    /// <summary>What moves out at the other end, as <c>numpy.roll</c> has it.</summary>
    Roll,
}

/// <summary>Moves the sound within the clip, which keeps its length.</summary>
public sealed record TimeShift : AugmentationStep
{
    /// <summary>By how much in s, −3600 to 3600; above 0 the sound comes later. By default from −2 to 2.</summary>
    public Amount Seconds { get; init; } = (-2, 2);

    /// <summary>What comes in; silence unless said otherwise.</summary>
    public ShiftFill Fill { get; init; } = ShiftFill.Silence;

    /// <inheritdoc/>
    public override AugmentationStep Drawn(long seed) =>
        this with { Seconds = Seconds.Drawn(new SeededRandom(seed, SeededRandom.Purpose.Amount)) };

    private protected override string Words() =>
        $"{(Fill == ShiftFill.Roll ? "rolled" : "shifted")} by {Text(Seconds)} s";

    internal override IEnumerable<string> Problems() => Seconds.Problems("shift in seconds", -3600, 3600);

    internal override Clip Change(Clip clip, long seed)
    {
        var (length, moved) = (clip.Samples.Length, new float[clip.Samples.Length]);
        var shift = (long)Math.Round(Seconds.From * clip.Rate); // in samples
        if (Fill == ShiftFill.Roll)
        {
            var start = (int)((shift % length + length) % length); // where the first sample goes
            clip.Samples.AsSpan(0, length - start).CopyTo(moved.AsSpan(start));
            clip.Samples.AsSpan(length - start).CopyTo(moved);
        }
        else
        {
            var (lost, late) = ((int)Math.Clamp(-shift, 0, length), (int)Math.Clamp(shift, 0, length));
            clip.Samples.AsSpan(lost, length - lost - late).CopyTo(moved.AsSpan(late));
        }
        return clip with { Samples = moved };
    }
}
