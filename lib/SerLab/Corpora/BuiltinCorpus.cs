namespace SerLab.Corpora;

/// <summary>placeholder</summary>
public static class BuiltinCorpus
{
    /// <summary>Its name.</summary>
    public const string Name = "builtin";

    /// <summary>Truth.</summary>
    public const string TruthFile = "truth.json";
}
