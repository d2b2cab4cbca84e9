using System.CommandLine;
using SerLab.Corpora;
using SerLab.Splits;

namespace SerLab.Cli;

/// <summary><c>serlab split</c>: divides a corpus and says what the division shares.</summary>
internal static class SplitVerb
{
    public const string RuleHelp =
        "speaker (unseen speakers), phrase, random, loso, folds=5, emobox-ravdess; with options: " +
        "\"speaker(test=YAF)\", \"random(test=0.3, validation=0.1, seed=2)\".";

    public static Command Create()
    {
        var folder = new Argument<string>("dir") { Description = "A corpus folder." };
        var by = new Option<string>("--by") { Description = RuleHelp, DefaultValueFactory = _ => "speaker" };
        var seed = new Option<long?>("--seed") { Description = "Seed of the choice." };
        var output = new Option<string>("--out", "-o") { Description = "The CSV to write.", Required = true };
        var command = new Command("split", "Divides a corpus into training, validation and test.") { folder, by, seed, output };
        command.SetAction(parsed =>
        {
            var corpus = CorpusReader.Read(parsed.GetRequiredValue(folder));
            var plans = Rule(parsed.GetRequiredValue(by), parsed.GetValue(seed)).Folds(corpus);
            SplitCsv.Write(parsed.GetRequiredValue(output), plans);
            new Terminal(parsed).Result(
                new Written(parsed.GetRequiredValue(output), [.. plans.Select(Summary.Of)], corpus.LeftOut), Text);
        });
        return command;
    }

    /// <summary>The rule as typed, with the seed of <c>--seed</c> where one was given.</summary>
    public static SplitRule Rule(string text, long? seed)
    {
        var rule = SplitRule.Parse(text);
        return seed is { } given ? rule with { Seed = given } : rule;
    }

    private static string Text(Written written) =>
        string.Join("\n", written.Plans.Select(p => $"{p.Fold,-8} train {p.Train}, validation {p.Validation}, test {p.Test}: {p.Description}".TrimStart())) +
        $"\n{LeftOutText.Of(written.LeftOut)}written to {written.File}";

    private sealed record Written(string File, IReadOnlyList<Summary> Plans, IReadOnlyList<LeftOut> LeftOut);

    private sealed record Summary(string Fold, int Train, int Validation, int Test, string Rule, string Description)
    {
        public static Summary Of(SplitPlan plan) => new(
            plan.Fold, plan.Train.Count, plan.Validation.Count, plan.Test.Count, plan.Rule.ToString(), plan.Describe());
    }
}
