namespace SerLab.Reports;

/// <summary>Hands progress on at once and on the thread that reports it, where <see cref="Progress{T}"/> would queue it.</summary>
/// <param name="report">Receives each report.</param>
public sealed class Relay<T>(Action<T> report) : IProgress<T>
{
    /// <inheritdoc/>
    public void Report(T value) => report(value);
}
