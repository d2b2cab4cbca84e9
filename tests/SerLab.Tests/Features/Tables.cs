using SerLab.Corpora;
using SerLab.Features;

namespace SerLab.Tests.Features;

/// <summary>Feature tables made of numbers.</summary>
internal static class Tables
{
    /// <summary>A table of clips [clip, …shape], each spoken by the speaker at its place ("S1" for all without).</summary>
    public static FeatureTable Of(int[] shape, IReadOnlyList<float> values, params IReadOnlyList<string> speakers)
    {
        var set = new FeatureSet(new FeatureOptions(), FeatureSets.Rate, shape, _ => []);
        var clips = values.Count / set.Size;
        return new FeatureTable(
            set, [.. Enumerable.Range(0, clips).Select(i => Clip($"{i}.wav", speakers.Count > 0 ? speakers[i] : "S1"))],
            [.. values], []);
    }

    public static Utterance Clip(string file, string speaker, string corpus = "c") =>
        new(file, file, corpus, speaker, "neutral", "n");

    /// <summary>All clips of a table after scaling, one after the other.</summary>
    public static float[] Scaled(this FeatureTable table, Scaler scaler)
    {
        var values = table.Rows([.. Enumerable.Range(0, table.Utterances.Count)]);
        scaler.Apply(values, table.Set.Shape, table.Utterances);
        return values;
    }

    public static int[] All(this FeatureTable table) => [.. Enumerable.Range(0, table.Utterances.Count)];
}
