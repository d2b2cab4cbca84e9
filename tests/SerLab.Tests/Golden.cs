using System.Text.Json;
using SerLab.Files;

namespace SerLab.Tests;

/// <summary>The reference vectors under tests/fixtures/golden.</summary>
internal static class Golden
{
    public static TheoryData<string> Signals
    {
        get
        {
            using var index = Index();
            return [.. index.RootElement.GetProperty("signals").EnumerateObject().Select(s => s.Name)];
        }
    }

    public static string Wav(string signal) => Repository.Fixture("golden", signal, signal + ".wav");

    /// <summary>The vector, flat in C order.</summary>
    public static float[] Vector(string signal, string feature) =>
        Npy.Read(Repository.Fixture("golden", signal, feature + ".npy")).ToFloats();

    public static double AbsoluteTolerance(string signal, string feature)
    {
        using var index = Index();
        var entry = index.RootElement.GetProperty("signals").GetProperty(signal).GetProperty("features");
        return entry.GetProperty(feature).GetProperty("atol").GetDouble();
    }

    private static JsonDocument Index() =>
        JsonDocument.Parse(File.ReadAllText(Repository.Fixture("golden", "index.json")));
}
