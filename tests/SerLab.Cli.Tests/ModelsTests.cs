using System.Text.Json;

namespace SerLab.Cli.Tests;

[Trait("Kind", "end-to-end")]
public class ModelsTests
{
    [Fact]
    public void The_catalogue_is_a_table_with_options_and_sizes()
    {
        var table = ProgramRun.Serlab("models").Ended(0);
        var lines = table.Output.Split('\n');
        Assert.Matches("^model +parameters +multiply-adds +reads +features$", lines[0]);
        Assert.Contains(
            "cnn-lstm-attention        724,103     83,901,440  rows over frames  frames187 [187, 216]", lines);
        Assert.Contains("  small CNN with batch normalisation (P0): channels [16,32,64], hidden 128, dropout 0.3", lines);
        Assert.StartsWith("7 classes;", lines[^2]);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 110));
        Assert.Equal("", table.Error);
    }

    [Fact]
    public void Another_feature_set_gives_other_sizes_and_says_who_cannot_read_it()
    {
        var models = ProgramRun.Serlab("models", "--features", "mean105", "--classes", "4", "--json").Ended(0).Json()
            .GetProperty("models").EnumerateArray().ToDictionary(model => model.GetProperty("name").GetString()!);
        Assert.Equal(105 * 4 + 4, models["linear"].GetProperty("parameters").GetInt64());
        Assert.Equal(105 * 4, models["linear"].GetProperty("multiplyAdds").GetInt64());
        Assert.Equal(JsonValueKind.Null, models["lenet2d"].GetProperty("parameters").ValueKind);
        Assert.Contains("cannot read a vector", models["lenet2d"].GetProperty("refused").GetString());
        Assert.Equal("mlp", models["mlp"].GetProperty("model").GetProperty("name").GetString());
        Assert.Equal("image", models["cnn2d"].GetProperty("reads").GetString());
    }
}
