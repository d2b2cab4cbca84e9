namespace SerLab.Reports;

/// <summary>Hands progress on at once, on the thread that reports it; <see cref="Progress{T}"/> queues it.</summary>
/// <param name="report">Receives each report.</param>
public sealed class Relay<T>(Action<T> report) : IProgress<T>
{
    /// <inheritdoc/>
    public void Report(T value) => report(value);
}
