using SerLab.Corpora;
using SerLab.Files;
using SerLab.Splits;

namespace SerLab.Tests.Splits;

public sealed class GroupDealTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [Trait("Kind", "reference")]
    public void Stratified_folds_are_those_of_scikit_learn(int number)
    {
        var rows = Csv.ReadRows(Repository.Fixture("splits", "stratified_groups.csv"))
            .Where(row => row.Whole("case") == number).ToList();
        var corpus = Shapes.Of(
            from row in rows
            from emotion in row["counts"].Split(' ').Index()
            from n in Enumerable.Range(0, int.Parse(emotion.Item))
            select ($"S{row.Whole("group"):00}", Emotions.Vocabulary[emotion.Index], (string?)$"word {n}"));
        var rule = new KFolds { K = rows[0].Whole("k"), Stratified = true, Validation = 0 };
        var due = rows.GroupBy(row => row["fold"])
            .Select(fold => Names(fold.Select(row => $"S{row.Whole("group"):00}")));
        // Which number a fold has hangs in scikit-learn on the last bit, where folds are equally good.
        Assert.Equal(due.Order(), rule.Folds(corpus).Select(plan => Names(plan.Test.Speakers)).Order());

        static string Names(IEnumerable<string> names) => string.Join(' ', names.Order(StringComparer.Ordinal));
    }

    [Fact]
    [Trait("Kind", "law")]
    public void Stratified_folds_have_more_even_emotions_than_folds_of_even_size()
    {
        // Half of the speakers are mostly happy, half mostly sad.
        var corpus = Shapes.Of(
            from s in Enumerable.Range(0, 12)
            from n in Enumerable.Range(0, 20)
            select ($"S{s:00}", (n < 18) == (s % 2 == 0) ? "happy" : "sad", (string?)null));
        Assert.All(new KFolds { K = 6, Stratified = true }.Folds(corpus), p => Assert.Equal(20, Happy(p)));
        Assert.Contains(new KFolds { K = 6 }.Folds(corpus), plan => Happy(plan) != 20);

        static int Happy(SplitPlan plan) => plan.Test.Utterances.Count(u => u.Emotion == "happy");
    }

    [Fact]
    [Trait("Kind", "law")]
    public void The_text_names_stratified_folds()
    {
        Assert.Equal(
            "folds(k=5, by=speaker, stratified=true, validation=0.1, seed=1)",
            $"{SplitRule.Parse("folds(stratified=true)")}");
        Assert.Equal(new KFolds { K = 3 }, SplitRule.Parse("folds(k=3, stratified=false)"));
        var refusal = Assert.Throws<BadOptionException>(() => SplitRule.Parse("folds(stratified=yes)"));
        Assert.Contains("neither true nor false", refusal.Message);
        Assert.Throws<BadOptionException>(() => SplitRule.Parse("matched(stratified=true)"));
    }
}
