namespace SerLab.Tests.Features;

/// <summary>Hears progress at once and on the thread that reports it.</summary>
internal sealed class Listener<T>(Action<T> hear) : IProgress<T>
{
    public void Report(T value) => hear(value);
}
