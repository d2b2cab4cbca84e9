using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace SerLab.Tests;

/// <summary>The reference vectors under tests/fixtures/golden.</summary>
internal static class Golden
{
    public static string Fixtures { get; } = Path.Combine(Repository(), "tests", "fixtures");

    /// <summary>The recordings outside the repository; tests that need them skip where the folder is missing.</summary>
    public static string Shared { get; } =
        Environment.GetEnvironmentVariable("SERLAB_SHARED") ?? Path.Combine(Repository(), "..", "shared");

    public static TheoryData<string> Signals
    {
        get
        {
            using var index = Index();
            return [.. index.RootElement.GetProperty("signals").EnumerateObject().Select(s => s.Name)];
        }
    }

    public static string Wav(string signal) => Path.Combine(Fixtures, "golden", signal, signal + ".wav");

    /// <summary>The vector, flat in C order.</summary>
    public static float[] Vector(string signal, string feature) =>
        ReadNpy(Path.Combine(Fixtures, "golden", signal, feature + ".npy"));

    public static double AbsoluteTolerance(string signal, string feature)
    {
        using var index = Index();
        var entry = index.RootElement.GetProperty("signals").GetProperty(signal).GetProperty("features");
        return entry.GetProperty(feature).GetProperty("atol").GetDouble();
    }

    private static JsonDocument Index() =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Fixtures, "golden", "index.json")));

    private static float[] ReadNpy(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var header = Encoding.ASCII.GetString(bytes, 10, BitConverter.ToUInt16(bytes, 8));
        Assert.Contains("'descr': '<f4', 'fortran_order': False", header);
        return MemoryMarshal.Cast<byte, float>(bytes.AsSpan(10 + header.Length)).ToArray();
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SerLab.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run inside the repository.");
        }

        return folder.FullName;
    }
}
