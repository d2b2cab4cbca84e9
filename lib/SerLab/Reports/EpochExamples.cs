using SerLab.Training;

namespace SerLab.Reports;

/// <summary>What a network learns from, epoch by epoch.</summary>
internal sealed class EpochExamples(Examples fixedOnes) : IDisposable
{
    /// <summary>The examples of an epoch, from 1; valid until those of another one are asked for.</summary>
    public Examples Of(int epoch) => fixedOnes;

    public void Dispose() => fixedOnes.Dispose();
}
