namespace SerLab.Splits;

/// <summary>Says in one sentence what a score on this plan can mean.</summary>
internal static class PlanText
{
    public static string Describe(SplitPlan plan)
    {
        var fold = plan.Fold == "" ? "" : $", fold {plan.Fold}";
        var parts = new[]
        {
            SplitKey.Corpus.NamesIn(plan.Utterances).Count == 1 ? "" : Sharing(plan, SplitKey.Corpus),
            Sharing(plan, SplitKey.Speaker),
            plan.Test.Phrases.Count == 0 ? "the phrases are not known" : Sharing(plan, SplitKey.Phrase),
            Validation(plan),
            Unused(plan),
        };
        return $"{plan.Rule.Name} split{fold}: {string.Join("; ", parts.Where(p => p != ""))}.";
    }

    private static string Sharing(SplitPlan plan, SplitKey key)
    {
        var (shared, all) = (plan.Shared(key).Count, key.NamesIn(plan.Test.Utterances).Count);
        return shared == 0
            ? $"the {key.Counted(all, "test ")} {(all == 1 ? "is" : "are")} not in training"
            : $"{shared} of {key.Counted(all, "test ")} {(shared == 1 ? "is" : "are")} also in training";
    }

    private static string Validation(SplitPlan plan)
    {
        var keeps = plan.Rule.Keeps;
        if (plan.Validation.Count == 0)
        {
            return "there is no validation part";
        }

        if (keeps.Singles().All(key => IsApart(plan, key)))
        {
            return "";
        }

        var way = keeps.Weaker().Where(key => IsApart(plan, key)).ToList() is [var key, ..]
            ? $"holds {key.Word()}s out" : "is drawn at random";
        var seen = plan.Train.Utterances.Concat(plan.Validation.Utterances).ToList();
        var groups = keeps.Singles().Select(
            (key, i) => key.Counted(key.NamesIn(seen).Count, i == 0 ? "training " : ""));
        var what = keeps == SplitKey.SpeakerAndPhrase ? "both" : $"a {keeps.Word()}";
        return $"validation {way} inside the {string.Join(" and ", groups)}, too few to hold {what} out";
    }

    private static bool IsApart(SplitPlan plan, SplitKey key) =>
        plan.Validation.Utterances.All(u => key.NameOf(u) is not null)
        && PlanProof.ValidationShares(plan, key).Count == 0;

    private static string Unused(SplitPlan plan)
    {
        var all = plan.Utterances.Count() + plan.Unused.Count;
        return plan.Unused.Count == 0 ? ""
            : $"{plan.Unused.Count} of {all} utterances {plan.Rule.WhyUnused}";
    }
}
