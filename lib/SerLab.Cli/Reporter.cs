namespace SerLab.Cli;

/// <summary>Hands progress on at once and in order, on the thread that reports it.</summary>
internal sealed class Reporter<T>(Action<T> show) : IProgress<T>
{
    public void Report(T value) => show(value);
}
