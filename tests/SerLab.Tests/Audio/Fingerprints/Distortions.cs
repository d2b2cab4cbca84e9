using SerLab.Audio;
using SerLab.Augmentation;

namespace SerLab.Tests.Audio.Fingerprints;

/// <summary>What becomes of a recording that people copy, change and add to a data set.</summary>
public static class Distortions
{
    /// <summary>By name; those that leave the sound's speed and pitch as they are.</summary>
    public static IReadOnlyDictionary<string, Func<Clip, Clip>> SameSpeed { get; } = new Dictionary<string, Func<Clip, Clip>>
    {
        ["6 dB quieter"] = clip => Scaled(clip, 0.5f),
        ["10 ms later"] = clip => Later(clip, 0.010),
        ["35.3 ms later"] = clip => Later(clip, 0.0353),
        ["0.4 s rolled"] = clip => new TimeShift { Seconds = 0.4, Fill = ShiftFill.Roll }.Apply(clip, 1),
        ["22 to 16 to 22 kHz"] = clip => At(At(At(clip, 22_050), 16_000), 22_050),
        ["MP3 at 16 kHz"] = Mp3,
        ["trimmed by 30 dB"] = clip => Trim.ByLevel(clip, 30),
        ["first third cut off"] = clip => clip with { Samples = clip.Samples[(clip.Samples.Length / 3)..] },
        ["noise, 20 dB"] = clip => Noisy(clip, NoiseMeasure.SnrDb, 20),
        ["noise, 0.035 of the peak"] = clip => Noisy(clip, NoiseMeasure.OfPeak, 0.035),
        ["noise, 0.01"] = clip => Noisy(clip, NoiseMeasure.Absolute, 0.01),
        ["cut, quieter, MP3, noise"] = clip =>
            Noisy(Mp3(Scaled(clip with { Samples = clip.Samples[1234..] }, 0.3f)), NoiseMeasure.SnrDb, 20),
    };

    /// <summary>By name; those that change the sound's speed or pitch.</summary>
    public static IReadOnlyDictionary<string, Func<Clip, Clip>> OtherSpeed { get; } = new Dictionary<string, Func<Clip, Clip>>
    {
        ["0.8 times as fast"] = clip => new TimeStretch { Rate = 0.8 }.Apply(clip, 1),
        ["0.95 times as fast"] = clip => new TimeStretch { Rate = 0.95 }.Apply(clip, 1),
        ["1.05 times as fast"] = clip => new TimeStretch { Rate = 1.05 }.Apply(clip, 1),
        ["1.2 times as fast"] = clip => new TimeStretch { Rate = 1.2 }.Apply(clip, 1),
        ["1 semitone lower"] = clip => new PitchShift { Semitones = -1 }.Apply(clip, 1),
        ["1 semitone higher"] = clip => new PitchShift { Semitones = 1 }.Apply(clip, 1),
    };

    private static Clip At(Clip clip, int rate) => Resampler.Resample(clip, rate);

    private static Clip Scaled(Clip clip, float factor) =>
        clip with { Samples = Array.ConvertAll(clip.Samples, x => factor * x) };

    private static Clip Later(Clip clip, double seconds) =>
        clip with { Samples = [.. new float[(int)Math.Round(seconds * clip.Rate)], .. clip.Samples] };

    private static Clip Noisy(Clip clip, NoiseMeasure measure, double level) =>
        new WhiteNoise { Measure = measure, Level = level }.Apply(clip, 7);

    private static Clip Mp3(Clip clip)
    {
        using var file = new MemoryStream(AudioFile.Encode(At(clip, 16_000), AudioFormat.Mp3));
        return AudioFile.Load(file, clip.Source, rate: null);
    }
}
