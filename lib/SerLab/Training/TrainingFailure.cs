using System.Runtime.InteropServices;
using SerLab.Files;

namespace SerLab.Training;

/// <summary>The loss is no longer a finite number.</summary>
public sealed class DivergedException : SerLabException
{
    internal DivergedException(double loss, int epoch, int keptEpoch)
        : base(
            $"The loss became {loss} in epoch {epoch}: training diverged.",
            "Use a smaller learning rate, clip the gradients, or look for broken features.") => KeptEpoch = keptEpoch;

    /// <summary>The epoch whose weights are left in the network: the best that ended; 0 where none has.</summary>
    public int KeptEpoch { get; }
}

/// <summary>Says what a step's failure means.</summary>
internal static class TrainingFailure
{
    private static readonly string[] MemoryIsFull = ["can't allocate memory", "not enough memory", "out of memory"];

    /// <summary>The sentence for a failure of libtorch; null where there is none better than its own.</summary>
    public static SerLabException? Explain(Exception failure, int batch) => failure switch
    {
        OutOfMemoryException => Memory(failure, batch),
        ExternalException when MemoryIsFull.Any(words => Says(failure, words)) => Memory(failure, batch),
        _ => null,
    };

    private static bool Says(Exception failure, string words) =>
        failure.Message.Contains(words, StringComparison.OrdinalIgnoreCase);

    private static SerLabException Memory(Exception failure, int batch) => new(
        $"The memory is full at batches of {batch}.",
        $"Use a smaller batch (--batch {Math.Max(1, batch / 2)}), a smaller network or smaller features.", failure);
}
