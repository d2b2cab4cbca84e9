using System.Numerics.Tensors;
using SerLab.Audio;
using SerLab.Features;

namespace SerLab.Bench;

/// <summary>One golden signal on SerLab's side; what several features need of it is computed once.</summary>
internal sealed class ParitySignal
{
    public ParitySignal(GoldenIndex index, string name)
    {
        Wav = Path.Combine(index.Folder, index.Signals[name].Wav);
        Clip = new Clip(index.Vector(name, "y"), FeatureSets.Rate, name);
        Analysis = new Analyzer(FeatureSets.Rate, new StftOptions()).Of(Clip);
        Power = Analysis.Tools.Stft.Power(Clip);
        Magnitude = new FrameMatrix(Power.Rows, Power.Frames);
        TensorPrimitives.Sqrt<float>(Power.Values, Magnitude.Values);
    }

    /// <summary>The sound file.</summary>
    public string Wav { get; }

    /// <summary>librosa's samples, so that a feature's difference is its own.</summary>
    public Clip Clip { get; }

    public Analysis Analysis { get; }

    /// <summary>Squared magnitudes [bin, frame].</summary>
    public FrameMatrix Power { get; }

    /// <summary>Magnitudes [bin, frame].</summary>
    public FrameMatrix Magnitude { get; }
}
