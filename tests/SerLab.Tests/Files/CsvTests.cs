using FsCheck;
using FsCheck.Fluent;
using SerLab.Files;

namespace SerLab.Tests.Files;

[Trait("Kind", "law")]
public sealed class CsvTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private sealed record Epoch(int Number, double TrainLoss, bool IsBest, string? Note);

    [Fact]
    public void Records_become_lines_with_snake_case_columns()
    {
        Csv.Write(_folder["a.csv"], [new Epoch(1, 0.1, true, null), new Epoch(2, double.NaN, false, "a, \"b\"")]);

        Assert.Equal(
            "number,train_loss,is_best,note\n1,0.1,True,\n2,NaN,False,\"a, \"\"b\"\"\"\n",
            File.ReadAllText(_folder["a.csv"]));
    }

    [Fact]
    public void Any_text_and_any_number_come_back()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<(string, double)>(), pair =>
        {
            var text = pair.Item1?.Replace("\0", "") ?? "";
            Csv.WriteRows(_folder["a.csv"], ["text", "number"], [[text, pair.Item2]]);
            var row = Assert.Single(Csv.ReadRows(_folder["a.csv"], "text"));
            Assert.Equal(text, row["text"]);
            Assert.Equal(pair.Item2, row.Number("number"));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Errors_name_file_line_and_column()
    {
        File.WriteAllText(_folder["a.csv"], "\uFEFFfile,seconds\n\"x\ny\",1.5\nz,quick\n");
        var rows = Csv.ReadRows(_folder["a.csv"], "file", "seconds");

        Assert.Equal(1.5, rows[0].Number("seconds"));
        Assert.Equal(4, rows[1].Line);
        var thrown = Assert.Throws<BadFileException>(() => rows[1].Number("seconds"));
        Assert.EndsWith("a.csv: line 4, column seconds: 'quick' is not a number. Mend that cell.", thrown.Message);
        Assert.Contains("no column speaker", Assert.Throws<BadFileException>(() => rows[0]["speaker"]).Problem);
        Assert.Null(rows[0].Optional("speaker"));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("a\n1\n", "lacks the column b")]
    [InlineData("a,b,a\n1,2,3\n", "a comes twice")]
    [InlineData("a,b\n1,2\n1,2,3\n", "line 3 has 3 cells where 2")]
    [InlineData("a,b\n1\n", "line 2 has 1 cells where 2")]
    [InlineData("a,b\n1,\"2\n", "line 2: the quotes")]
    [InlineData("a,b\n1,\"2\"x\n", "line 2: the quotes")]
    public void A_broken_table_is_refused_with_the_line(string text, string reason)
    {
        File.WriteAllText(_folder["a.csv"], text);

        var thrown = Assert.Throws<BadFileException>(() => Csv.ReadRows(_folder["a.csv"], "a", "b"));
        Assert.Contains(reason, thrown.Problem);
    }

    [Fact]
    public void A_row_of_another_length_is_refused_when_writing()
    {
        Assert.Throws<ArgumentException>(() => Csv.WriteRows(_folder["a.csv"], ["a"], [["1", "2"]]));
        Assert.Empty(_folder.Names());
    }
}
