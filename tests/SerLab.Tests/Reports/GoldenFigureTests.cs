namespace SerLab.Tests.Reports;

/// <summary>
/// Each report figure's JSON against tests/fixtures/figures. After a wanted change, run the tests once with
/// SERLAB_UPDATE_GOLDEN=1 and look at the differences.
/// </summary>
[Trait("Kind", "golden")]
public sealed class GoldenFigureTests
{
    public static TheoryData<string> Names => [.. SampleFigures.All.Keys, .. DoubtSamples.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_figure_gives_the_JSON_it_gave_before(string name)
    {
        var file = Path.Combine(Repository.Fixtures, "figures", $"{name}.json");
        var figure = (SampleFigures.All.GetValueOrDefault(name) ?? DoubtSamples.All[name])();
        var text = $"// {figure.Finding}\n{figure.ToJson()}\n";
        if (Environment.GetEnvironmentVariable("SERLAB_UPDATE_GOLDEN") == "1")
            File.WriteAllText(file, text);

        Assert.Equal(File.ReadAllText(file), text);
    }
}
