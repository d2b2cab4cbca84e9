using SerLab.Files;

namespace SerLab.Splits;

/// <summary>Verifies that a plan keeps what it promises.</summary>
internal static class PlanProof
{
    public static void Verify(SplitPlan plan)
    {
        NotEmpty(plan.Train, "training");
        NotEmpty(plan.Test, "test");
        Once(plan.Utterances.Concat(plan.Unused).Select(u => u.Id), "The utterance");
        Once(plan.Utterances.Concat(plan.Unused).Select(u => u.File), "The file");
        var holdsOut = plan.Rule.Keeps.CanHoldOut([.. plan.Train.Utterances, .. plan.Validation.Utterances]);
        foreach (var key in plan.Rule.Keeps.Singles())
        {
            Apart(plan.Rule, key, plan.Shared(key), "test and training");
            Apart(plan.Rule, key, holdsOut ? ValidationShares(plan, key) : [], "validation and training");
        }
    }

    /// <summary>Names that validation shares with training.</summary>
    public static IReadOnlyList<string> ValidationShares(SplitPlan plan, SplitKey key) =>
        [.. key.NamesIn(plan.Validation.Utterances).Intersect(key.NamesIn(plan.Train.Utterances))];

    private static void NotEmpty(Part part, string name)
    {
        if (part.Count == 0)
        {
            throw Broken($"The {name} part is empty.");
        }
    }

    private static void Once(IEnumerable<string> items, string what)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        if (items.FirstOrDefault(item => !seen.Add(item)) is { } twice)
        {
            throw Broken($"{what} '{twice}' is in the plan twice.");
        }
    }

    private static void Apart(SplitRule rule, SplitKey key, IReadOnlyList<string> shared, string sides)
    {
        if (shared.Count > 0)
        {
            var names = string.Join(", ", shared);
            throw Broken($"{rule} promises no shared {key.Word()}, but {sides} share {names}.");
        }
    }

    private static SerLabException Broken(string problem) =>
        new(problem, "Make the plan again from the corpus and the rule.");
}
