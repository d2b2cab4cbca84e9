using System.Text.RegularExpressions;
using SerLab.Corpora;
using SerLab.Evaluation;
using SerLab.Features;
using SerLab.Files;
using SerLab.Models;
using SerLab.Reports.Claims;
using SerLab.Splits;

namespace SerLab.Tests.Reports.Claims;

[Trait("Kind", "law")]
public sealed partial class LedgerTests
{
    private static readonly Ledger Ledger = Ledger.Read();

    public static TheoryData<string> Ids => [.. Ledger.Claims.Select(claim => claim.Id)];

    [Fact]
    public void Ids_are_unique_and_say_their_project_first()
    {
        Assert.Equal(
            Ledger.Claims.Count,
            Ledger.Claims.Select(claim => claim.Id).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(
            Ledger.Claims.Where(claim => claim.Project != "literature"),
            claim => Assert.StartsWith($"{claim.Project}-", claim.Id));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_claim_says_where_it_stands_what_it_says_and_whether_it_can_be_run(string id)
    {
        var claim = Assert.Single(Ledger.Named(id));
        Assert.All([claim.Source, claim.About, claim.Protocol, claim.Project],
            text => Assert.NotEqual("", text.Trim()));
        Assert.True(claim.Recipe is not null || claim.Cannot is not null, "it neither runs nor says why not");
        Assert.True(claim.Corpus is not null || claim.Cannot is not null, "it names no corpus and would have to run");
        Assert.All(claim.Differs.Concat(claim.Audit), sentence => Assert.EndsWith(".", sentence));
        Assert.True(claim.Recipe is null || claim.Differs.Count > 0, "no protocol is published whole");
        Assert.Subset(claim.Models.Select(Architectures.NameOf).ToHashSet(), claim.Better.ToHashSet());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Numbers_are_in_their_range_and_lists_have_an_entry_a_class(string id)
    {
        var claim = Assert.Single(Ledger.Named(id));
        Assert.All(claim.Numbers, number => Assert.InRange(number.Value, 0m, number.Unit switch
        {
            ClaimUnit.Percent => 100m, ClaimUnit.Share => 1m, _ => 10m,
        }));
        Assert.All(
            claim.F1.Concat(claim.Recall).Concat(claim.Confusion.SelectMany(row => row)),
            n => Assert.InRange(n, 0m, 100m));
        int[] lengths = [claim.Supports.Count, claim.F1.Count, claim.Recall.Count, claim.Confusion.Count];
        Assert.All(lengths.Where(length => length > 0), length => Assert.Equal(claim.Classes.Count, length));
        Assert.All(claim.Confusion, row => Assert.Equal(claim.Classes.Count, row.Count));
        Assert.All(claim.Confusion, row => Assert.InRange(row.Sum(), 99m, 101m)); // rounded to a tenth
        Assert.Subset(Emotions.Vocabulary.ToHashSet(), claim.Classes.Concat(claim.Drops).ToHashSet());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_recipe_can_be_built_and_its_split_is_the_published_one_that_keeps_nothing_apart(string id)
    {
        if (Assert.Single(Ledger.Named(id)) is not { Recipe: { } recipe } claim)
        {
            return;
        }
        recipe.Check();
        Assert.Equal(SplitKey.None, recipe.Split.Keeps);
        Assert.Equal(recipe.ValidatesOnTest, recipe.Split.Validation == 0);
        var shape = FeatureSets.Create(recipe.Features).Shape;
        // VGG16 takes seconds to draw.
        foreach (var model in claim.Models.DefaultIfEmpty(recipe.Model).Where(model => model is not (Vgg1d or Vgg2d)))
        {
            model.Build(shape, classes: 8).Dispose();
        }
        if (claim.Main is { } main)
        {
            _ = ClaimMetric.Of(main.Metric);
        }
    }

    [Fact]
    public void P1_augments_as_the_policy_of_its_name_does() => Assert.Equal(
        Json.ToText(SerLab.Augmentation.AugmentationPolicy.Named("p1")),
        Json.ToText(Assert.Single(Ledger.Named("P1-ravdess-8")).Recipe!.Augmentation!.Policy));

    [Fact]
    public void P2_augments_as_the_policy_of_its_name_does() => Assert.All(Ledger.Named("P2"), claim => Assert.Equal(
        Json.ToText(SerLab.Augmentation.AugmentationPolicy.Named("p2")),
        Json.ToText(claim.Recipe!.Augmentation!.Policy)));

    [Fact]
    public void The_arithmetic_of_P1_contradicts_itself_and_the_votes_of_listeners_do_not()
    {
        var eight = Arithmetic("P1-ravdess-8");
        Assert.False(eight.Holds);
        Assert.Contains(eight.Findings, finding => finding.Sentence.Contains("77.8"));
        Assert.False(Arithmetic("P1-ravdess-7").Holds); // accuracy and weighted F1 are swapped
        Assert.True(Arithmetic("humans-crema-d").Holds);
        Assert.Null(ClaimResult.NotRun(Ledger.Named("P0-tess-random")[0], "").Arithmetic);

        static TableCheck Arithmetic(string id) => ClaimResult.NotRun(Ledger.Named(id)[0], "").Arithmetic!;
    }

    [Fact]
    public void A_project_names_all_its_claims_and_a_wrong_name_gets_the_nearest()
    {
        Assert.Equal(6, Ledger.Named("p2").Count);
        Assert.Equal("P0-tess-random", Assert.Single(Ledger.Named("p0-TESS-random")).Id);
        Assert.Contains("P2-lenet2d", Assert.Throws<BadOptionException>(() => Ledger.Named("P2-lenet2")).Message);
    }

    [Fact]
    public void Every_number_that_was_collected_of_claims_audits_and_benchmarks_is_in_the_ledger()
    {
        var lines = File.ReadAllLines(Repository.Shared("published.md"));
        var benchmarks = Array.FindIndex(lines, line => line.StartsWith("## Benchmarks", StringComparison.Ordinal));
        var told = lines[..benchmarks].Where(line => IsClaim().IsMatch(line)).Concat(lines[benchmarks..]);
        var known = Numbers(Json.ToText(Ledger.Claims)).ToHashSet();
        var missing = told.SelectMany(Numbers).Distinct().Where(number => !known.Contains(number));
        Assert.Empty(missing);
        Assert.True(told.SelectMany(Numbers).Distinct().Count() > 120);
    }

    private static IEnumerable<string> Numbers(string text) =>
        Number().Matches(text).Select(match => match.Value.Replace(",", "").TrimEnd('.'));

    [GeneratedRegex("^- (Claim|Audit)")]
    private static partial Regex IsClaim();

    [GeneratedRegex(@"\d{1,3}(,\d{3})+|\d+\.\d+|\d+")]
    private static partial Regex Number();
}
