using SerLab.Audio;
using SerLab.Features;
using SerLab.Files;

namespace SerLab.Tests.Features;

/// <summary>What librosa gives for other options and frames than those of the golden vectors.</summary>
internal static class SpectralCases
{
    private static readonly Lazy<Dictionary<string, Case>> All = new(() =>
        Json.Read<Case[]>(Repository.Fixture("spectral", "cases.json")).ToDictionary(one => one.Name));

    /// <summary>Names of the cases of one type of feature.</summary>
    public static TheoryData<string> Of<T>() where T : Feature =>
        [.. All.Value.Values.Where(one => one.Feature is T).Select(one => one.Name)];

    /// <summary>Fails unless the feature of that case has librosa's numbers.</summary>
    public static void Check(string name)
    {
        var one = All.Value[name];
        var samples = Golden.Vector(one.Signal, "y").AsSpan(one.First, one.Samples).ToArray();
        var frames = new StftOptions { FftSize = one.FftSize, Hop = one.Hop };
        var values = one.Feature.Of(new Analyzer(one.Rate, frames).Of(new Clip(samples, one.Rate, one.Signal)));
        var golden = Npy.Read(Repository.Fixture("spectral", name + ".npy"));
        Assert.Equal([one.Feature.Rows.Count, 1 + one.Samples / one.Hop], golden.Shape);
        GoldenFeatures.Close($"{name} ({one.Call})", golden.ToFloats(), values, new(one.Rtol, one.Atol));
    }

    private sealed record Case(
        string Name, Feature Feature, string Call, string Signal, int First, int Samples, int Rate, int FftSize, int Hop,
        double Rtol, double Atol);
}
