using System.Text.RegularExpressions;
using SerLab.Corpora;

namespace SerLab.Splits.Auditing;

/// <summary>Names that scripts and people give to copies: <c>a_noise.wav</c>, <c>a_aug2.wav</c>, <c>a (1).wav</c>.</summary>
internal static partial class CopyNames
{
    /// <summary>The name without what marks a copy; the same name where nothing does.</summary>
    /// <param name="id">A path without extension.</param>
    public static string Original(string id)
    {
        var stem = CorpusFiles.Stem(id);
        var original = stem;
        while (Mark().Match(original) is { Success: true, Index: > 0 } mark)
        {
            original = original[..mark.Index];
        }
        return id[..^stem.Length] + Prefix().Replace(original, "");
    }

    private const string Marks =
        "aug(ment(ed)?)?|noisy?|noise[ds]?|white|wn|stretch(ed)?|slow(er)?|fast(er)?|speed|tempo|pitch(ed)?|" +
        "shift(ed)?|roll(ed)?|gain|loud(er)?|quiet(er)?|copy|dup(licate)?|mod|rev(erb)?|echo|mp3|resampled|16k|trim(med)?";

    [GeneratedRegex(@"([_\-. ]+(" + Marks + @")[_\-. ]?\d*(\.\d+)?| ?\(\d+\))$", RegexOptions.IgnoreCase)]
    private static partial Regex Mark();

    [GeneratedRegex("^(" + Marks + @"|copy of)[_\-. ]+", RegexOptions.IgnoreCase)]
    private static partial Regex Prefix();
}
