using SerLab.Evaluation;
using SerLab.Files;

namespace SerLab.Tests.Evaluation;

/// <summary>Tables as they were published, and small ones whose contradiction is known.</summary>
[Trait("Kind", "reference")]
public sealed class TableCheckTests
{
    private static readonly PublishedTable Three = new()
    {
        Scale = TableScale.Percent,
        Classes =
        [
            new("angry") { Support = 8, Recall = 75.0m, Precision = 85.7m, F1 = 80.0m }, // 6 of 8, 7 predicted
            new("happy") { Support = 10, Recall = 80.0m, Precision = 80.0m, F1 = 80.0m }, // 8 of 10, 10 predicted
            new("sad") { Support = 6, Recall = 83.3m, Precision = 71.4m, F1 = 76.9m }, // 5 of 6, 7 predicted
        ],
        Total = 24, Accuracy = 79.2m, Uar = 79.4m, MacroPrecision = 79.0m, MacroF1 = 79.0m, WeightedF1 = 79.2m,
    };

    [Fact]
    public void P1_with_8_classes_contradicts_itself_in_accuracy_and_weighted_F1()
    {
        var check = TableCheck.Of(Read("p1-8-classes.json"));
        Assert.Equal(
            [
                "accuracy 85.42 cannot be: the classes' recalls and supports give 77.80.",
                "weighted F1 84.90 cannot be: the classes' F1 and supports give 77.77.",
            ],
            check.Findings.Select(f => f.Sentence));
        Assert.Equal(new TableCell("accuracy", 85.42m, 77.80m, 77.80m), check.Findings[0].Cells[0]);
        Assert.Equal("The table contradicts itself in 2 places.", check.Verdict);
    }

    [Fact]
    public void P1_without_neutral_holds_when_two_numbers_are_swapped()
    {
        var check = TableCheck.Of(Read("p1-7-classes.csv"));
        Assert.Equal(
            "accuracy 79.31 and weighted F1 79.47 hold if they are swapped: the classes give 79.47 and 79.31.",
            Assert.Single(check.Findings).Sentence);
    }

    [Fact]
    public void The_repaired_tables_of_P1_hold()
    {
        var eight = Read("p1-8-classes.json") with { Accuracy = 77.80m, WeightedF1 = 77.77m };
        var seven = Read("p1-7-classes.csv") with { Accuracy = 79.47m, WeightedF1 = 79.31m };
        Assert.Empty(TableCheck.Of(eight).Findings);
        Assert.Empty(TableCheck.Of(seven).Findings);
        Assert.Contains("all classes together", TableCheck.Of(eight).Checked);
    }

    [Fact]
    public void P1_is_found_wrong_from_the_sizes_of_the_corpus_and_the_test_share_alone()
    {
        int[] counts = [376, 376, 192, 376, 376, 188, 376, 192];
        var table = Read("p1-8-classes.json");
        var check = TableCheck.Of(table with
        {
            Total = null, TestShare = 0.2m,
            Classes = [.. table.Classes.Zip(counts, (c, count) => c with { Support = null, Count = count })],
        });
        Assert.Contains(check.Findings, f => f.Sentence.StartsWith("accuracy 85.42 cannot be"));
    }

    [Fact]
    public void A_consistent_table_is_passed_with_what_was_checked()
    {
        var check = TableCheck.Of(Three);
        Assert.Empty(check.Findings);
        Assert.True(check.Holds);
        Assert.Contains("accuracy against the classes' recalls and supports", check.Checked);
        Assert.Equal($"No contradiction in the {check.Checked.Count} relations that could be checked.", check.Verdict);
    }

    [Fact]
    public void A_recall_that_no_whole_number_of_clips_gives_is_found_with_its_neighbours()
    {
        var check = TableCheck.Of(With(Three, 0, c => c with { Recall = 71.0m }));
        Assert.Equal(
            "recall of angry 71.0 cannot be: no whole number of its 8 clips gives it; the nearest are 62.5 and 75.0.",
            check.Findings[0].Sentence);
    }

    [Fact]
    public void An_F1_that_is_not_the_mean_of_precision_and_recall_is_found_with_and_without_supports()
    {
        var wrong = With(Three, 1, c => c with { F1 = 84.2m });
        Assert.StartsWith(
            "precision of happy 80.0 and F1 of happy 84.2 cannot hold together with 10 clips: ",
            TableCheck.Of(wrong).Findings[0].Sentence);
        var bare = new PublishedTable { Classes = [wrong.Classes[1] with { Support = null }] };
        Assert.Contains("or F1 of happy would have to be 80.0", TableCheck.Of(bare).Findings[0].Sentence);
    }

    [Fact]
    public void Supports_that_do_not_come_to_the_total_are_found() =>
        Assert.Equal(
            "total 25 cannot be: the supports come to 24.",
            TableCheck.Of(Three with { Total = 25, Accuracy = null }).Findings[0].Sentence);

    [Fact]
    public void An_accuracy_alone_is_a_whole_number_of_clips()
    {
        var check = TableCheck.Of(new PublishedTable { Total = 24, Accuracy = 0.81m });
        Assert.Equal(
            "accuracy 0.81 cannot be: no whole number of the 24 clips gives it; the nearest are 0.79 and 0.83.",
            Assert.Single(check.Findings).Sentence);
        Assert.Empty(TableCheck.Of(new PublishedTable { Total = 24, Accuracy = 0.83m }).Findings);
    }

    [Fact]
    public void Without_supports_an_average_lies_between_the_classes()
    {
        var check = TableCheck.Of(new PublishedTable
        {
            Classes = [new("a") { Recall = 0.70m }, new("b") { Recall = 0.80m }], Accuracy = 0.85m, Uar = 0.75m,
        });
        Assert.Equal(
            "accuracy 0.85 cannot be: the classes' recalls, whatever their supports, give 0.70 to 0.81.",
            Assert.Single(check.Findings).Sentence);
    }

    [Fact]
    public void Two_names_of_one_number_have_to_agree()
    {
        var weighted = TableCheck.Of(new PublishedTable { Accuracy = 0.50m, WeightedRecall = 0.60m });
        Assert.Contains("the weighted recall, which is the same", Assert.Single(weighted.Findings).Sentence);
        var macro = TableCheck.Of(new PublishedTable { Uar = 0.50m, MacroRecall = 0.60m });
        Assert.Contains("the macro recall, which is the same", Assert.Single(macro.Findings).Sentence);
    }

    [Fact]
    public void Predictions_of_all_classes_have_to_come_to_the_clips()
    {
        // Each class holds by itself: 6 of 8 and 9 predicted, 8 of 10 and 10 predicted, 5 of 6 and 7 predicted; 26.
        var wrong = With(Three, 0, c => c with { Precision = 66.7m, F1 = 70.6m }) with
        {
            MacroPrecision = null, MacroF1 = null, WeightedF1 = null,
        };
        var finding = Assert.Single(TableCheck.Of(wrong).Findings);
        Assert.StartsWith(
            "The classes' scores cannot hold together: by them 26 clips are predicted, and there are 24.",
            finding.Sentence);
    }

    [Fact]
    public void A_confusion_matrix_of_counts_decides()
    {
        var table = Three with { Confusion = [[6m, 1m, 1m], [1m, 8m, 1m], [0m, 1m, 5m]] };
        Assert.Empty(TableCheck.Of(table).Findings);
        Assert.Equal(
            "recall of angry 62.5 cannot be: the confusion matrix gives 75.0.",
            TableCheck.Of(With(table, 0, c => c with { Recall = 62.5m })).Findings[0].Sentence);
        Assert.Equal(
            "support of sad 7 cannot be: the confusion matrix has 6 clips there.",
            TableCheck.Of(With(table, 2, c => c with { Support = 7 }) with { Total = null }).Findings[0].Sentence);
    }

    [Fact]
    public void A_confusion_matrix_of_row_shares_is_held_against_the_supports()
    {
        var table = Three with { Confusion = [[75m, 12.5m, 12.5m], [10m, 80m, 10m], [0m, 16.7m, 83.3m]] };
        Assert.Empty(TableCheck.Of(table).Findings);
        Assert.Contains(
            TableCheck.Of(table with
            {
                Confusion = [[75m, 12.5m, 12.5m], [10m, 80m, 10m], [0m, 21.7m, 78.3m]],
            }).Findings,
            f => f.Sentence == "confusion of sad with happy 21.7 cannot be: no whole number of the 6 clips gives it.");
        Assert.Contains(
            TableCheck.Of(new PublishedTable
            {
                Classes = [new("a"), new("b")], Confusion = [[70.5m, 39.5m], [10m, 90m]],
            }).Findings,
            f => f.Sentence.StartsWith("The confusion row of a comes to 110"));
        Assert.Contains(
            TableCheck.Of(new PublishedTable
            {
                Classes = [new("a") { Recall = 0.80m }, new("b")], Confusion = [[0.70m, 0.30m], [0.10m, 0.90m]],
            }).Findings,
            f => f.Sentence == "recall of a 0.80 cannot be: the confusion matrix gives 0.70.");
    }

    [Fact]
    public void The_votes_of_human_listeners_on_CREMA_D_come_to_their_rows()
    {
        // One of the six published rows comes to 100.1 %: five roundings explain it.
        Assert.Empty(TableCheck.Of(Read("crema-d-listeners.csv")).Findings);
    }

    [Fact]
    public void What_cannot_be_checked_is_said()
    {
        var check = TableCheck.Of(new PublishedTable { Accuracy = 0.5m });
        Assert.True(check.Holds);
        Assert.StartsWith("Nothing in this table can be checked", check.Verdict);
    }

    [Theory]
    [InlineData(101.0, 1, "accuracy 101 is no percentage.")]
    [InlineData(-1.0, 1, "accuracy -1 is no percentage.")]
    [InlineData(50.0, -1, "total -1 is no number of clips.")]
    public void A_number_that_cannot_be_is_refused(double accuracy, int total, string said)
    {
        var table = new PublishedTable { Accuracy = (decimal)accuracy, Total = total };
        Assert.Contains(said, Assert.Throws<BadOptionException>(() => TableCheck.Of(table)).Message);
    }

    [Fact]
    public void What_is_no_table_is_refused_with_every_problem()
    {
        var error = Assert.Throws<BadOptionException>(() => TableCheck.Of(new PublishedTable
        {
            Scale = TableScale.Share, Accuracy = 1.5m, TestShare = 2, Confusion = [[1m]],
            Classes = [new("a"), new("a")],
        }));
        Assert.Contains("The class a comes twice.", error.Message);
        Assert.Contains("accuracy 1.5 is no share.", error.Message);
        Assert.Contains("The test share 2 is not above 0", error.Message);
        Assert.Contains("has not 2 rows of 2 cells", error.Message);
    }

    private static PublishedTable With(PublishedTable table, int place, Func<PublishedClass, PublishedClass> change) =>
        table with { Classes = [.. table.Classes.Select((c, i) => i == place ? change(c) : c)] };

    private static PublishedTable Read(string file) => PublishedTableFile.Read(Repository.Path("docs", "tables", file));
}
