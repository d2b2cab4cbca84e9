using SerLab.Features;

namespace SerLab.Tests.Features;

/// <summary>Every spectral feature, with options that hold in frames of any length from 32 samples on.</summary>
internal static class SpectralFeatures
{
    public static Feature[] At(int fftSize)
    {
        var bands = new MelOptions { Bands = 12, Scale = MelScale.Htk };
        var mfcc = new Mfcc { Count = 7, Mel = bands };
        return
        [
            .. Enum.GetValues<SpectrumLevel>().Select(level => new Spectrogram { FftSize = fftSize, Level = level }),
            .. Enum.GetValues<MelLevel>().Select(level => new MelSpectrogram { Mel = bands, Level = level }),
            new MelSpectrogram { Mel = bands with { Norm = MelNorm.None } },
            mfcc, mfcc with { Lifter = 11 }, mfcc with { Mel = bands with { Bands = 9 } },
            new Delta { Source = mfcc }, new Delta { Source = new Rms(), Order = 2, Width = 5 },
            new ChromaStft(), new ChromaStft { OfMagnitude = true }, new ChromaStft { Tuning = 0.2 },
            new SpectralContrast { LowHz = 1400, Bands = 3 }, new SpectralContrast { LowHz = 1400, Bands = 3, Quantile = 0.5 },
            new ZeroCrossingRate(), new Rms(),
            new SpectralCentroid(), new SpectralBandwidth(), new SpectralFlatness(),
            new SpectralRolloff(), new SpectralRolloff { Share = 0.3 },
        ];
    }

    /// <summary>Their place and type, such as <c>3 MelSpectrogram</c>.</summary>
    public static TheoryData<string> Names =>
        [.. At(2048).Index().Select(feature => $"{feature.Index} {feature.Item.GetType().Name}")];

    public static Feature Named(string name, int fftSize) => At(fftSize)[int.Parse(name.Split(' ')[0])];
}
