namespace SerLab.Splits.Auditing;

/// <summary>The words that people write for the parts of a split.</summary>
internal static class PartWords
{
    private static readonly Dictionary<string, AuditedPart> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["train"] = AuditedPart.Train,
        ["training"] = AuditedPart.Train,
        ["trn"] = AuditedPart.Train,
        ["tr"] = AuditedPart.Train,
        ["learn"] = AuditedPart.Train,
        ["validation"] = AuditedPart.Validation,
        ["valid"] = AuditedPart.Validation,
        ["val"] = AuditedPart.Validation,
        ["vld"] = AuditedPart.Validation,
        ["dev"] = AuditedPart.Validation,
        ["devel"] = AuditedPart.Validation,
        ["development"] = AuditedPart.Validation,
        ["test"] = AuditedPart.Test,
        ["testing"] = AuditedPart.Test,
        ["tst"] = AuditedPart.Test,
        ["te"] = AuditedPart.Test,
        ["holdout"] = AuditedPart.Test,
        ["held-out"] = AuditedPart.Test,
        ["heldout"] = AuditedPart.Test,
        ["unused"] = AuditedPart.Unused,
        ["none"] = AuditedPart.Unused,
        ["excluded"] = AuditedPart.Unused,
        ["exclude"] = AuditedPart.Unused,
        ["ignore"] = AuditedPart.Unused,
        [""] = AuditedPart.Unused,
    };

    private static readonly string[] EitherWords = ["eval", "evaluation"];

    /// <summary>
    /// What each of a table's words means; null for one that is not known. <c>eval</c> is the test part, unless the
    /// table has another word for that: then it is validation.
    /// </summary>
    public static Dictionary<string, AuditedPart?> Understand(
        IEnumerable<string> words, IReadOnlyDictionary<string, AuditedPart> own)
    {
        var meanings = words.Distinct(StringComparer.Ordinal).ToDictionary(word => word, word => Meaning(word, own));
        var either = meanings.ContainsValue(AuditedPart.Test) ? AuditedPart.Validation : AuditedPart.Test;
        foreach (var word in meanings.Keys.Where(word => meanings[word] is null).ToArray())
        {
            meanings[word] = EitherWords.Contains(word.Trim(), StringComparer.OrdinalIgnoreCase) ? either : null;
        }
        return meanings;
    }

    /// <summary>The part that a file or folder is named after: <c>train.csv</c>, <c>ravdess_test.csv</c>.</summary>
    public static AuditedPart? InName(string name)
    {
        char[] signs = ['_', '-', '.', ' '];
        AuditedPart?[] found =
        [
            .. name.Split(signs, StringSplitOptions.RemoveEmptyEntries)
                .Select(word => Meaning(word, new Dictionary<string, AuditedPart>())).Where(part => part is not null),
        ];
        return found is [var only] ? only : null;
    }

    private static AuditedPart? Meaning(string word, IReadOnlyDictionary<string, AuditedPart> own) =>
        own.TryGetValue(word.Trim(), out var mine) ? mine
        : Known.TryGetValue(word.Trim(), out var known) ? known
        : null;
}
