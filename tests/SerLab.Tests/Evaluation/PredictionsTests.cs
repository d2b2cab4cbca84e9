using SerLab.Evaluation;
using SerLab.Files;

namespace SerLab.Tests.Evaluation;

[Trait("Kind", "law")]
public sealed class PredictionsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("serlab-predictions-").FullName;

    private string Table => Path.Combine(_folder, "predictions.csv");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_row_says_file_speaker_truth_prediction_and_probabilities()
    {
        new Predictions(["sad", "calm"], [new("a, b.wav", "S1", 1, [0.1 + 0.2, 0.7])]).WriteCsv(Table);
        Assert.Equal(
            "file,speaker,true_label,predicted_label,correct,p_sad,p_calm\n" +
            "\"a, b.wav\",S1,calm,calm,true,0.30000000000000004,0.7\n", File.ReadAllText(Table));
    }

    [Theory]
    [InlineData("eight")]
    [InlineData("ties")]
    [InlineData("all_wrong")]
    public void What_is_written_reads_back_exactly(string name)
    {
        var written = GoldenCases.Predictions(GoldenCases.Case(name));
        written.WriteCsv(Table);
        var read = Predictions.ReadCsv(Table);
        Assert.Equal(written.Labels, read.Labels);
        Assert.Equal(written.Speakers, read.Speakers);
        Assert.Equal(written.Rows.Select(r => (r.File, r.Truth)), read.Rows.Select(r => (r.File, r.Truth)));
        Assert.Equal(written.Rows.Select(r => r.Probabilities), read.Rows.Select(r => r.Probabilities));
        Assert.Equal(written.Rows.Count(r => r.IsCorrect), read.Rows.Count(r => r.IsCorrect));
    }

    [Theory]
    [InlineData("p_calm", "q_calm", "line 2: the true label 'calm' has no column p_calm")]
    [InlineData("calm,calm,true", "calm,sad,true", "line 2: 'sad' is predicted, but 'calm' is likeliest")]
    [InlineData("0.7", "7", "line 2: a probability is not in 0..1")]
    [InlineData("0.7", "x", "'x' is not a number")]
    [InlineData("a.wav,S1,calm,calm,true,0.3,0.7\n", "", "no rows")]
    [InlineData("p_", "q_", "no probability columns")]
    [InlineData("speaker", "actor", "speaker")]
    public void A_table_that_cannot_hold_is_refused_with_the_place(string found, string put, string problem)
    {
        new Predictions(["sad", "calm"], [new("a.wav", "S1", 1, [0.3, 0.7])]).WriteCsv(Table);
        File.WriteAllText(Table, File.ReadAllText(Table).Replace(found, put));
        Assert.Contains(problem, Assert.Throws<BadFileException>(() => Predictions.ReadCsv(Table)).Message);
    }

    [Fact]
    public void Rows_have_to_fit_the_labels()
    {
        Assert.Throws<ArgumentException>(() => new Predictions([], []));
        Assert.Throws<ArgumentException>(() => new Predictions(["sad", "sad"], []));
        Assert.Throws<ArgumentException>(() => new Predictions(["sad"], [new("a", "s", 1, [1])]));
        Assert.Throws<ArgumentException>(() => new Predictions(["sad"], [new("a", "s", 0, [0.5, 0.5])]));
        Assert.Throws<ArgumentException>(() => new Predictions(["sad"], [new("a", "s", 0, [double.NaN])]));
    }
}
