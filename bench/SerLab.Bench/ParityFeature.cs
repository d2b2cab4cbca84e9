using System.Runtime.CompilerServices;
using SerLab.Audio;
using SerLab.Augmentation;
using SerLab.Features;

namespace SerLab.Bench;

/// <summary>What in SerLab gives the numbers of one golden vector.</summary>
/// <param name="Code">How it is written in C#.</param>
/// <param name="Compute">The numbers, flat in C order.</param>
internal sealed record ParityFeature(string Code, Func<ParitySignal, float[]> Compute)
{
    /// <summary>By the name of the vector.</summary>
    public static IReadOnlyDictionary<string, ParityFeature> ByName { get; } = new Dictionary<string, ParityFeature>
    {
        ["y"] = new("AudioFile.Load(path)", signal => AudioFile.Load(signal.Wav).Samples),
        ["resample_soxr_hq"] = new("Resampler.Resample(clip, 22050)",
            signal => Resampler.Resample(AudioFile.Read(signal.Wav).ToMono(), FeatureSets.Rate).Samples),
        ["trim_30db_interval"] = new("Trim.Interval(clip, topDb: 30)", signal => Ends(Trim.Interval(signal.Clip, 30))),
        ["stft_mag"] = Of(new Spectrogram()),
        ["mel_power_128"] = Of(new MelSpectrogram()),
        ["mel_power_40"] = Of(new MelSpectrogram { Mel = new() { Bands = 40 } }),
        ["mel_db_128"] = Of(new MelSpectrogram { Level = MelLevel.DecibelsBelowMax }),
        ["mel_db_40"] = Of(new MelSpectrogram { Level = MelLevel.DecibelsBelowMax, Mel = new() { Bands = 40 } }),
        ["mfcc_13"] = Of(new Mfcc { Count = 13 }),
        ["mfcc_20"] = Of(new Mfcc()),
        ["mfcc_40"] = Of(new Mfcc { Count = 40 }),
        ["mfcc_13_delta"] = Of(new Delta { Source = new Mfcc { Count = 13 } }),
        ["mfcc_13_delta2"] = Of(new Delta { Source = new Mfcc { Count = 13 }, Order = 2 }),
        ["mfcc_40_delta"] = Of(new Delta { Source = new Mfcc { Count = 40 } }),
        ["mfcc_40_delta2"] = Of(new Delta { Source = new Mfcc { Count = 40 }, Order = 2 }),
        ["mfcc_13_delta_nearest"] = Of(new Delta { Source = new Mfcc { Count = 13 } }),
        ["mfcc_13_delta2_nearest"] = Of(new Delta { Source = new Mfcc { Count = 13 }, Order = 2 }),
        ["chroma_stft"] = Of(new ChromaStft()),
        ["chroma_stft_tuning0"] = Of(new ChromaStft { Tuning = 0 }),
        ["chroma_stft_from_magnitude"] = Of(new ChromaStft { OfMagnitude = true }),
        ["tuning_chroma_stft"] = new("Tuning.Estimate(power, 22050)",
            signal => [(float)Tuning.Estimate(signal.Power, FeatureSets.Rate)]),
        ["tuning_chroma_stft_from_magnitude"] = new("Tuning.Estimate(magnitude, 22050)",
            signal => [(float)Tuning.Estimate(signal.Magnitude, FeatureSets.Rate)]),
        ["tuning_cqt"] = new("Tuning.Estimate(magnitude, 22050, 36)",
            signal => [(float)Tuning.Estimate(signal.Magnitude, FeatureSets.Rate, 36)]),
        ["harmonic"] = new("new HarmonicPercussive(new()).Harmonic(clip)",
            signal => new HarmonicPercussive(new HarmonicPercussiveOptions()).Harmonic(signal.Clip).Samples),
        ["cqt_mag"] = new("new ConstantQ(22050, 512, new(), tuning).Magnitudes(clip)", signal => new ConstantQ(
            FeatureSets.Rate, 512, new ConstantQOptions(), Tuning.Estimate(signal.Magnitude, FeatureSets.Rate, 36))
            .Magnitudes(signal.Clip)),
        ["chroma_cqt"] = Of(new ChromaCqt()),
        ["tonnetz"] = Of(new Tonnetz()),
        ["tonnetz_of_harmonic"] = Of(new Tonnetz { Source = TonnetzSource.Harmonic }),
        ["tonnetz_from_chroma_stft"] = Of(new Tonnetz { Source = TonnetzSource.Stft }),
        ["yin_f0"] = Of(new Yin()),
        ["pyin_f0"] = Row(0, new Pyin()),
        ["pyin_voiced_flag"] = Row(1, new Pyin()),
        ["pyin_voiced_prob"] = Row(2, new Pyin()),
        ["spectral_contrast"] = Of(new SpectralContrast()),
        ["spectral_centroid"] = Of(new SpectralCentroid()),
        ["spectral_bandwidth"] = Of(new SpectralBandwidth()),
        ["spectral_rolloff"] = Of(new SpectralRolloff()),
        ["spectral_flatness"] = Of(new SpectralFlatness()),
        ["zcr"] = Of(new ZeroCrossingRate()),
        ["rms"] = Of(new Rms()),
        ["fs1"] = Set("fs1"),
        ["fs2"] = Set("fs2"),
        ["frames187"] = Set("frames187"),
        ["frames187_nearest"] = Set("frames187"),
        ["frames188"] = Set("frames188"),
        ["mean180"] = Set("mean180"),
        ["mean105"] = Set("mean105"),
        ["mel128"] = Set("mel128"),
        ["time_stretch_0.8"] = Step(new TimeStretch { Rate = 0.8 }),
        ["time_stretch_1.2"] = Step(new TimeStretch { Rate = 1.2 }),
        ["pitch_shift_up1"] = Step(new PitchShift { Semitones = 1 }),
        ["pitch_shift_down1"] = Step(new PitchShift { Semitones = -1 }),
    };

    private static ParityFeature Of(Feature feature, [CallerArgumentExpression(nameof(feature))] string code = "") =>
        new(code, signal => signal.Analysis.Of(feature));

    private static ParityFeature Step(
        AugmentationStep step, [CallerArgumentExpression(nameof(step))] string code = "") =>
        new(code, signal => step.Apply(signal.Clip, seed: 1).Samples);

    private static ParityFeature Row(
        int row, Feature feature, [CallerArgumentExpression(nameof(feature))] string code = "") =>
        new($"{code}, row {row}", signal =>
        {
            var (values, frames) = (signal.Analysis.Of(feature), signal.Analysis.Frames);
            return values[(row * frames)..((row + 1) * frames)];
        });

    private static ParityFeature Set(string name)
    {
        var set = new Lazy<FeatureSet>(() => FeatureSets.Create(new FeatureOptions { Set = name }));
        return new($"set {name}", signal => set.Value.Compute(signal.Clip));
    }

    private static float[] Ends((int Start, int End) interval) => [interval.Start, interval.End];
}
