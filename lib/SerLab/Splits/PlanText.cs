namespace SerLab.Splits;

/// <summary>Says in one sentence what a score on this plan can mean.</summary>
internal static class PlanText
{
    public static string Describe(SplitPlan plan)
    {
        var fold = plan.Fold == "" ? "" : $", fold {plan.Fold}";
        var parts = new[]
        {
            Sharing(plan.SharedSpeakers.Count, plan.Test.Speakers.Count, "speaker"),
            plan.Test.Phrases.Count == 0
                ? "the phrases are not known"
                : Sharing(plan.SharedPhrases.Count, plan.Test.Phrases.Count, "phrase"),
            Validation(plan),
        };
        return $"{plan.Rule.Name} split{fold}: {string.Join("; ", parts.Where(p => p != ""))}.";
    }

    private static string Sharing(int shared, int all, string what) =>
        shared == 0
            ? $"{(all == 1 ? $"the 1 test {what} is" : $"the {all} test {what}s are")} not in training"
            : $"{shared} of {all} test {what}s {(shared == 1 ? "is" : "are")} also in training";

    private static string Validation(SplitPlan plan)
    {
        var key = plan.Rule.Keeps;
        if (plan.Validation.Count == 0)
        {
            return "there is no validation part";
        }

        if (key == SplitKey.None || PlanProof.ValidationShares(plan, key).Count == 0)
        {
            return "";
        }

        var groups = key.NamesIn([.. plan.Train.Utterances, .. plan.Validation.Utterances]).Count;
        var way = key == SplitKey.Speaker && PhrasesApart(plan) ? "holds phrases out" : "is drawn at random";
        return $"validation {way} inside the {groups} training {key.Word()}{(groups == 1 ? "" : "s")}, " +
            $"too few to hold a {key.Word()} out";
    }

    private static bool PhrasesApart(SplitPlan plan) =>
        plan.Validation.Utterances.All(u => u.Phrase is not null)
        && PlanProof.ValidationShares(plan, SplitKey.Phrase).Count == 0;
}
