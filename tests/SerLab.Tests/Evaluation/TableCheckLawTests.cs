using FsCheck;
using FsCheck.Fluent;
using SerLab.Evaluation;
using SerLab.Files;

namespace SerLab.Tests.Evaluation;

/// <summary>Tables made from confusion matrices are passed; tables with one number changed are mostly found.</summary>
[Trait("Kind", "law")]
public sealed class TableCheckLawTests(ITestOutputHelper output)
{
    private static readonly Gen<MadeTable> Any = Gen.Choose(0, int.MaxValue - 1).Select(seed => new MadeTable(seed));

    [Fact]
    public void A_table_of_any_confusion_matrix_under_any_rounding_holds() =>
        Prop.ForAll(Any.ToArbitrary(), made =>
        {
            var check = TableCheck.Of(made.Table());
            return check.Holds.Label(string.Join('\n', check.Findings.Select(f => f.Sentence)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(600));

    [Fact]
    public void A_table_that_says_only_some_of_its_numbers_holds() =>
        Prop.ForAll(Any.ToArbitrary(), made =>
        {
            var check = TableCheck.Of(made.Thinned());
            return check.Holds.Label(string.Join('\n', check.Findings.Select(f => f.Sentence)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(600));

    [Fact]
    public void One_number_changed_by_more_than_rounding_is_found_in_nearly_every_full_table()
    {
        var found = Enumerable.Range(0, 600).Count(seed => !TableCheck.Of(new MadeTable(seed).WithOneError()).Holds);
        output.WriteLine($"found {found} of 600");
        Assert.InRange(found, 590, 600);
    }

    [Fact]
    public void In_tables_with_as_few_numbers_as_P1_it_is_mostly_found_too()
    {
        var wrong = Enumerable.Range(0, 1200).Select(seed => (
            Table: MadeTable.AsP1(new MadeTable(seed).WithOneError()),
            Right: MadeTable.AsP1(new MadeTable(seed).Table())))
            .Where(made => Json.ToText(made.Table) != Json.ToText(made.Right)).ToArray();
        var found = wrong.Count(made => !TableCheck.Of(made.Table).Holds);
        output.WriteLine($"found {found} of {wrong.Length}");
        Assert.InRange((double)found / wrong.Length, 0.95, 1);
    }

    [Fact]
    public void What_a_finding_leaves_a_changed_average_is_what_stood_there()
    {
        foreach (var seed in Enumerable.Range(0, 100))
        {
            var made = new MadeTable(seed);
            var table = made.Table();
            var cell = TableCheck.Of(table with { Accuracy = made.Other(table.Accuracy!.Value) }).Findings
                .SelectMany(f => f.Cells).Single(cell => cell.Name == "accuracy");
            var last = 1.01m / (decimal)Math.Pow(10, table.Accuracy.Value.Scale);
            Assert.InRange(table.Accuracy.Value, cell.Low!.Value - last, cell.High!.Value + last);
        }
    }
}
