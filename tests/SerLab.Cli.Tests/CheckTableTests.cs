namespace SerLab.Cli.Tests;

[Trait("Kind", "end-to-end")]
public class CheckTableTests
{
    [Fact]
    public void A_table_that_contradicts_itself_ends_with_1_and_says_what_would_hold()
    {
        var run = ProgramRun.Serlab("check-table", Table("p1-8-classes.json")).Ended(1);
        Assert.Contains("accuracy 85.42 cannot be: the classes' recalls and supports give 77.80.", run.Output);
        var swapped = ProgramRun.Serlab("check-table", Table("p1-7-classes.csv"), "--json").Ended(1).Json();
        Assert.Contains(
            "hold if they are swapped", swapped.GetProperty("findings")[0].GetProperty("sentence").GetString());
    }

    [Fact]
    public void A_table_that_holds_ends_with_0_and_lists_what_was_checked()
    {
        var run = ProgramRun.Serlab("check-table", Table("crema-d-listeners.csv")).Ended(0);
        Assert.Contains("No contradiction in the one relation that could be checked.", run.Output);
        Assert.Contains("checked: the confusion matrix against the classes", run.Output);
    }

    [Theory]
    [InlineData("t.csv", "class,recall\na,many\n", "line 2, column recall: 'many' is not a number.")]
    [InlineData("t.json", """{ "accuracy": 101 }""", "t.json: accuracy 101 is no percentage.")]
    [InlineData("t.txt", "", "it is neither .json nor .csv.")]
    public void A_file_that_is_no_table_ends_with_2(string name, string text, string said)
    {
        var path = Path.Combine(Folders.New(), name);
        File.WriteAllText(path, text);
        var run = ProgramRun.Serlab("check-table", path).Ended(2);
        Assert.Contains(said, run.Error);
        Assert.Equal("", run.Output);
    }

    private static string Table(string name) => Path.Combine(Folders.Root, "docs", "tables", name);
}
