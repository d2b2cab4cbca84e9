using System.Text.Json;
using SerLab.Audio;
using SerLab.Features;

namespace SerLab.Tests.Features;

/// <summary>librosa's features of the golden signals, with the tolerance that stands beside them.</summary>
internal static class GoldenFeatures
{
    private static readonly Lazy<JsonElement> Signals = new(() =>
        JsonDocument.Parse(File.ReadAllText(Repository.Fixture("golden", "index.json"))).RootElement.GetProperty("signals"));

    /// <summary>The signals that have <paramref name="feature"/>.</summary>
    public static TheoryData<string> With(string feature) =>
        [.. Signals.Value.EnumerateObject().Where(s => Features(s.Value).TryGetProperty(feature, out _)).Select(s => s.Name)];

    public static Clip Clip(string signal) => new(Golden.Vector(signal, "y"), FeatureSets.Rate, signal);

    /// <summary>A number about the signal, such as its tuning.</summary>
    public static double Value(string signal, string name) =>
        Signals.Value.GetProperty(signal).GetProperty("values").GetProperty(name).GetDouble();

    /// <summary>Whether the values can be compared: where rounding alone decides them, only their number can.</summary>
    public static bool IsStable(string signal, string feature) =>
        !Features(Signals.Value.GetProperty(signal)).GetProperty(feature).TryGetProperty("unstable", out _);

    /// <summary>Fails unless at most the stated share of elements is outside atol + rtol · |golden|.</summary>
    public static void Close(string signal, string feature, ReadOnlySpan<float> actual) =>
        Close(signal, feature, Golden.Vector(signal, feature), actual);

    /// <summary>As above, with other numbers than those of the file but the tolerance of <paramref name="feature"/>.</summary>
    public static void Close(
        string signal, string feature, ReadOnlySpan<float> golden, ReadOnlySpan<float> actual)
    {
        var entry = Features(Signals.Value.GetProperty(signal)).GetProperty(feature);
        var (relative, absolute) = (entry.GetProperty("rtol").GetDouble(), entry.GetProperty("atol").GetDouble());
        Assert.Equal(golden.Length, actual.Length);
        var (wrong, worst) = (0, 0.0);
        for (var i = 0; i < golden.Length; i++)
        {
            if (float.IsNaN(golden[i]) && float.IsNaN(actual[i]))
            {
                continue;
            }
            var difference = Math.Abs((double)actual[i] - golden[i]);
            wrong += difference <= absolute + relative * Math.Abs(golden[i]) ? 0 : 1; // NaN for a number is wrong
            worst = Math.Max(worst, difference);
        }
        Assert.True(
            wrong <= entry.GetProperty("outliers").GetDouble() * golden.Length,
            $"{signal}: {wrong} of {golden.Length} elements of {feature} are off, the worst by {worst}");
    }

    /// <summary>The projects' rule: the first frames, or frames of zeros after the last.</summary>
    public static float[] Fix(float[] values, int rows, int frames)
    {
        var given = values.Length / rows;
        return [.. Enumerable.Range(0, rows * frames).Select(
            i => i % frames < given ? values[i / frames * given + i % frames] : 0)];
    }

    private static JsonElement Features(JsonElement signal) => signal.GetProperty("features");
}
