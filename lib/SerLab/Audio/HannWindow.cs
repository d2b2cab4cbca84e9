namespace SerLab.Audio;

/// <summary>The window of every transform: <c>scipy.signal.get_window("hann", n)</c>.</summary>
internal static class HannWindow
{
    /// <summary>The periodic window [sample]: 0 at the first sample, 1 in the middle.</summary>
    public static double[] Periodic(int size) =>
        [.. Enumerable.Range(0, size).Select(n => 0.5 - 0.5 * Math.Cos(2 * Math.PI * n / size))];
}
