using SerLab.Audio;

namespace SerLab.Augmentation;

/// <summary>
/// Higher or lower at the same length and speed: <c>librosa.effects.pitch_shift</c>, which stretches by a phase vocoder
/// and resamples (<c>soxr_hq</c>) what came out to the clip's length. Formants move with the pitch.
/// </summary>
public sealed record PitchShift : AugmentationStep
{
    /// <summary>By how much in semitones, −24 to 24; above 0 is higher. By default drawn from −1 to 1.</summary>
    public Amount Semitones { get; init; } = (-1, 1);

    /// <inheritdoc/>
    public override AugmentationStep Drawn(long seed) =>
        this with { Semitones = Semitones.Drawn(new SeededRandom(seed, SeededRandom.Purpose.Amount)) };

    private protected override string Words() =>
        $"pitch moved by {Text(Semitones)} semitone{(Math.Abs(Semitones.From) == 1 && Semitones.IsFixed ? "" : "s")}";

    internal override IEnumerable<string> Problems() =>
        Semitones.Problems("pitch shift in semitones", -24, 24);

    internal override Clip Change(Clip clip, long seed)
    {
        var rate = Math.Pow(2, -Semitones.From / 12);
        var stretched = PhaseVocoder.Stretch(clip.Samples, rate);
        var shifted = Resampler.Resample(stretched, clip.Rate / rate, clip.Rate, clip.Source);
        Array.Resize(ref shifted, clip.Samples.Length); // cut, or zeros behind
        return clip with { Samples = shifted };
    }
}
