using System.CommandLine;
using SerLab.Corpora;
using SerLab.Splits;

namespace SerLab.Cli;

/// <summary><c>serlab split</c>: divides a corpus and says what the division shares.</summary>
internal static class SplitVerb
{
    /// <summary>The rules that give one plan, for the help of every verb that takes one.</summary>
    public const string RuleHelp =
        "speaker (unseen speakers), phrase, speaker+phrase, corpus or random; with options: " +
        "\"speaker(test=YAF)\", \"corpus(test=emo-db)\", \"random(test=0.3, validation=0.1, seed=2)\".";

    /// <summary>The rules that give several plans, for the help of verbs that take those too.</summary>
    public const string FoldsHelp =
        " By folds: loso, loco, folds=5, \"folds(k=5, by=phrase, stratified=true)\", emobox-ravdess, file=folds.csv.";

    public static Command Create()
    {
        var corpora = new CorporaOptions();
        var by = new Option<string>("--by") { Description = RuleHelp + FoldsHelp, DefaultValueFactory = _ => "speaker" };
        var seed = new Option<long?>("--seed") { Description = "Seed of the choice; the rule's own without it." };
        var output = new Option<string>("--out", "-o") { Description = "The CSV to write.", Required = true };
        var command = new Command("split", "Divides a corpus into training, validation and test.");
        corpora.AddTo(command);
        Array.ForEach<Option>([by, seed, output], command.Options.Add);
        command.SetAction((parsed, _) => Task.Run(() =>
        {
            var rule = Rule(parsed.GetRequiredValue(by), parsed.GetValue(seed));
            var file = CommonOptions.Ending(parsed.GetRequiredValue(output), ".csv");
            new Terminal(parsed).Result(Write(corpora.Read(parsed), rule, file), Text);
        }));
        return command;
    }

    /// <summary>The rule as typed, with the seed of <c>--seed</c> where one was given.</summary>
    public static SplitRule Rule(string text, long? seed)
    {
        var rule = SplitRule.Parse(text);
        return seed is { } given ? rule with { Seed = given } : rule;
    }

    private static Written Write(Corpus corpus, SplitRule rule, string file)
    {
        var plans = rule.Folds(corpus);
        SplitCsv.Write(file, plans);
        return new Written(file, [.. plans.Select(Summary.Of)], corpus.LeftOut);
    }

    private static string Text(Written written) =>
        $"{string.Join('\n', written.Plans.Select(Text))}\n{LeftOutText.Of(written.LeftOut)}written to {written.File}";

    private static string Text(Summary plan) =>
        (plan.Fold == "" ? "" : $"{plan.Fold,-8} ") +
        $"train {plan.Train}, validation {plan.Validation}, test {plan.Test}" +
        $"{(plan.Unused == 0 ? "" : $", unused {plan.Unused}")}: {plan.Description}";

    private sealed record Written(string File, IReadOnlyList<Summary> Plans, IReadOnlyList<LeftOut> LeftOut);

    private sealed record Summary(
        string Fold, int Train, int Validation, int Test, int Unused, string Rule, string Description)
    {
        public static Summary Of(SplitPlan plan) => new(
            plan.Fold, plan.Train.Count, plan.Validation.Count, plan.Test.Count, plan.Unused.Count,
            plan.Rule.ToString(), plan.Describe());
    }
}
