using System.Text.Json;
using SerLab.Audio;
using SerLab.Features;

namespace SerLab.Tests.Features;

/// <summary>librosa's features of the golden signals, with the tolerance that stands beside them.</summary>
internal static class GoldenFeatures
{
    private static readonly Lazy<JsonElement> Signals = new(() =>
        JsonDocument.Parse(File.ReadAllText(Repository.Fixture("golden", "index.json"))).RootElement.GetProperty("signals"));

    /// <summary>The signals that have numbers of <paramref name="feature"/>; what librosa refuses has none.</summary>
    public static TheoryData<string> With(string feature) => [.. Signals.Value.EnumerateObject()
        .Where(s => Features(s.Value).TryGetProperty(feature, out var entry) && entry.TryGetProperty("file", out _))
        .Select(s => s.Name)];

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

    /// <summary>
    /// As above, with other numbers than those of the file but the tolerance of <paramref name="feature"/>. A set has
    /// tolerances row by row. Where rounding alone decides librosa's values they need only be finite.
    /// </summary>
    public static void Close(
        string signal, string feature, ReadOnlySpan<float> golden, ReadOnlySpan<float> actual)
    {
        var entry = Features(Signals.Value.GetProperty(signal)).GetProperty(feature);
        Assert.Equal(golden.Length, actual.Length);
        if (entry.TryGetProperty("unstable", out var unstable) && unstable.GetBoolean())
        {
            Assert.All(actual.ToArray(), value => Assert.True(float.IsFinite(value)));
        }
        else if (!entry.TryGetProperty("parts", out var parts))
        {
            Close($"{signal}: {feature}", golden, actual, Tolerance.Of(entry));
        }
        else
        {
            var rowLength = golden.Length / parts.EnumerateArray().Last().GetProperty("rows")[1].GetInt32();
            foreach (var part in parts.EnumerateArray())
            {
                var rows = part.GetProperty("rows");
                var range = (rows[0].GetInt32() * rowLength)..(rows[1].GetInt32() * rowLength);
                Close($"{signal}: {part.GetProperty("of")} in {feature}", golden[range], actual[range], Tolerance.Of(part));
            }
        }
    }

    /// <summary>Fails unless all but the allowed share of elements are within the tolerance.</summary>
    public static void Close(
        string what, ReadOnlySpan<float> golden, ReadOnlySpan<float> actual, Tolerance tolerance)
    {
        Assert.Equal(golden.Length, actual.Length);
        var (wrong, worst) = (0, 0.0);
        for (var i = 0; i < golden.Length; i++)
        {
            if (float.IsNaN(golden[i]) && float.IsNaN(actual[i]))
            {
                continue;
            }
            var difference = Math.Abs((double)actual[i] - golden[i]);
            var isRight = difference <= tolerance.Absolute + tolerance.Relative * Math.Abs(golden[i]);
            wrong += isRight ? 0 : 1; // NaN for a number is wrong
            worst = Math.Max(worst, difference);
        }
        Assert.True(
            wrong <= tolerance.Outliers * golden.Length,
            $"{what}: {wrong} of {golden.Length} elements are off, the worst by {worst}");
    }

    /// <summary>The projects' rule: the first frames, or frames of zeros after the last.</summary>
    public static float[] Fix(float[] values, int rows, int frames)
    {
        var given = values.Length / rows;
        return [.. Enumerable.Range(0, rows * frames).Select(
            i => i % frames < given ? values[i / frames * given + i % frames] : 0)];
    }

    private static JsonElement Features(JsonElement signal) => signal.GetProperty("features");

    /// <summary>What may differ.</summary>
    /// <param name="Relative">Share of the golden number.</param>
    /// <param name="Absolute">And so much.</param>
    /// <param name="Outliers">Share of the elements that may be off.</param>
    internal sealed record Tolerance(double Relative, double Absolute, double Outliers = 0)
    {
        public static Tolerance Of(JsonElement entry) => new(
            entry.GetProperty("rtol").GetDouble(), entry.GetProperty("atol").GetDouble(),
            entry.TryGetProperty("outliers", out var outliers) ? outliers.GetDouble() : 0);
    }
}
