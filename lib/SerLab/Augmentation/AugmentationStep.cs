using System.Text.Json.Serialization;
using SerLab.Audio;
using SerLab.Files;

namespace SerLab.Augmentation;

/// <summary>
/// A change to a clip that leaves the emotion in it: a record whose properties are its options, and whose JSON stands
/// in policies and run folders. The same clip, options and seed give the same clip again. Nothing is kept between clips,
/// so one record serves all threads.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "augmentation")]
[JsonDerivedType(typeof(Chain), "chain")]
[JsonDerivedType(typeof(Gain), "gain")]
[JsonDerivedType(typeof(OneOf), "one_of")]
[JsonDerivedType(typeof(PitchShift), "pitch_shift")]
[JsonDerivedType(typeof(TimeShift), "time_shift")]
[JsonDerivedType(typeof(TimeStretch), "time_stretch")]
[JsonDerivedType(typeof(WhiteNoise), "white_noise")]
public abstract record AugmentationStep
{
    /// <summary>Changes a clip, which stays as it is.</summary>
    /// <param name="clip">Any length and level; no samples give no samples.</param>
    /// <param name="seed">Draws what the options leave open, and noise.</param>
    /// <returns>A clip of the same rate; amplitudes beyond ±1 are kept.</returns>
    /// <exception cref="BadOptionException">An option is out of its range.</exception>
    public Clip Apply(Clip clip, long seed)
    {
        Check();
        return clip.Samples.Length == 0 ? clip : Drawn(seed).Change(clip, seed);
    }

    /// <summary>What this seed makes of ranges and choices; with that seed it changes a clip in the same way.</summary>
    public abstract AugmentationStep Drawn(long seed);

    /// <summary>Throws with everything that cannot hold.</summary>
    /// <exception cref="BadOptionException">An option is out of its range.</exception>
    public void Check()
    {
        if (string.Join("; ", Problems()) is { Length: > 0 } all)
        {
            throw new BadOptionException($"The clip cannot be augmented: {all}.", "Change that option.");
        }
    }

    /// <summary>What it does, in words with units: "pitch up by 1 semitone".</summary>
    public sealed override string ToString() => Words();

    private protected abstract string Words();

    /// <summary>What cannot hold, a phrase each.</summary>
    internal abstract IEnumerable<string> Problems();

    /// <summary>Changes a clip of at least one sample by amounts that are drawn already.</summary>
    internal abstract Clip Change(Clip clip, long seed);

    /// <summary>A number with at most three decimals and a real minus sign; of a range both ends.</summary>
    private protected static string Text(Amount amount)
    {
        static string Short(double number) => FormattableString.Invariant($"{number:0.###}").Replace('-', '−');
        return amount.IsFixed ? Short(amount.From) : $"{Short(amount.From)} to {Short(amount.To)}";
    }
}
