using SerLab.Evaluation;
using SerLab.Files;

namespace SerLab.Tests.Evaluation;

[Trait("Kind", "law")]
public sealed class PublishedTableFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tables").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Json_keeps_the_decimals_as_written()
    {
        var path = Write("t.json", """{ "classes": [{ "name": "a", "recall": 84.00 }], "accuracy": 0.850 }""");
        var table = PublishedTableFile.Read(path);
        Assert.Equal((2, 3), (table.Classes[0].Recall!.Value.Scale, table.Accuracy!.Value.Scale));
        Json.Write(path, table);
        Assert.Contains("84.00", File.ReadAllText(path));
    }

    [Fact]
    public void A_classification_report_of_scikit_learn_as_csv_is_read()
    {
        var table = PublishedTableFile.Read(Write("t.csv", """
            class,precision,recall,f1-score,support
            angry,0.75,0.75,0.75,8.0
            happy,0.80,0.80,0.80,10.0
            accuracy,0.78,0.78,0.78,0.78
            macro avg,0.78,0.78,0.78,18.0
            weighted avg,0.78,0.78,0.78,18.0
            """));
        Assert.Equal(
            new PublishedClass("angry") { Support = 8, Recall = 0.75m, Precision = 0.75m, F1 = 0.75m },
            table.Classes[0]);
        Assert.Equal(
            (18, 0.78m, 0.78m, 0.78m, 0.78m),
            (table.Total, table.Accuracy, table.MacroPrecision, table.WeightedF1, table.WeightedPrecision));
        Assert.True(TableCheck.Of(table).Holds);
    }

    [Fact]
    public void Percent_signs_counts_UAR_total_and_a_confusion_matrix_are_read()
    {
        var table = PublishedTableFile.Read(Write("t.csv", """
            class,count,accuracy,predicted_a,predicted_b
            a,10,50.0 %,1,1
            b,20,,0,4
            UAR,,75.0%,,
            total,,,,
            """));
        Assert.Equal((10, 50.0m, 75.0m), (table.Classes[0].Count, table.Classes[0].Recall, table.Uar));
        Assert.Equal([1m, 1m], table.Confusion![0]);
        Assert.Null(table.Total);
    }

    [Theory]
    [InlineData("t.csv", "class,recal\na,1\n", "there is no score called recal.")]
    [InlineData("t.csv", "class,recall\na,many\n", "line 2, column recall: 'many' is not a number.")]
    [InlineData("t.csv", "class,support\na,1.5\n", "line 2, column support: '1.5' is not a whole number.")]
    [InlineData("t.csv", "class,recall\n", "it has no lines.")]
    [InlineData("t.csv", "name,recall\na,1\n", "lacks the column class")]
    [InlineData("t.txt", "a", "it is neither .json nor .csv.")]
    [InlineData("t.json", """{ "acuracy": 1 }""", "Did you mean 'accuracy'?")]
    public void What_is_no_table_is_refused(string name, string text, string said)
    {
        var path = Write(name, text);
        Assert.Contains(said, Assert.Throws<BadFileException>(() => PublishedTableFile.Read(path)).Message);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
