using System.Globalization;
using System.Text.RegularExpressions;
using SerLab.Features;
using SerLab.Models;

namespace SerLab.Tests.Models;

/// <summary>docs/models.md says what is so.</summary>
[Trait("Kind", "golden")]
public sealed partial class ModelsPageTests
{
    private const int Classes = 7;

    private static readonly string Path = System.IO.Path.Combine(Repository.Root, "docs", "models.md");
    private static readonly string Page = File.ReadAllText(Path);

    public static TheoryData<string> Names => SmallNetworks.Names;

    /// <summary>After a wanted change: run with SERLAB_UPDATE_GOLDEN=1 and read the differences.</summary>
    [Fact]
    public void The_table_has_the_parameters_and_multiply_adds_of_every_network()
    {
        var rows = Architectures.All.Select(entry => Row(entry, entry.Features)).ToList();
        var published = Architectures.All.Single(entry => entry.Name == "cnn-bilstm-attention");
        rows.Insert(rows.FindIndex(row => row.Contains($"`{published.Name}`")) + 1, Row(published, "mean180"));
        var table = string.Join('\n', rows);
        if (Environment.GetEnvironmentVariable("SERLAB_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(Path, Table().Replace(Page, match => $"{match.Groups[1].Value}{table}\n\n", 1));
        }
        Assert.Contains($"| --- | --- | --- | --- |\n{table}\n\n", File.ReadAllText(Path));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_section_names_every_weight_and_its_record(string name)
    {
        var section = Regex.Match(Page, $@"\n## {name}\n(.*?)\n## ", RegexOptions.Singleline).Groups[1].Value;
        var named = Regex.Matches(section.Split("Weights:")[1], "`([^`]+)`")
            .SelectMany(match => Expanded(match.Groups[1].Value));
        var architecture = Architectures.Create(name);
        var small = architecture switch // the widths of the largest do not change what is named
        {
            AlexNet1d net => net with { Width = 0.1 },
            AlexNet2d net => net with { Width = 0.1 },
            Vgg1d net => net with { Width = 0.1 },
            Vgg2d net => net with { Width = 0.1 },
            _ => architecture,
        };
        using var network = small.Build([1, 128, 216], Classes);
        Assert.Equal(
            network.state_dict().Keys.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
        Assert.Contains($"`{architecture.GetType().Name}`", section);
    }

    private static string Row(CatalogueEntry entry, string features)
    {
        var set = FeatureSets.Create(new FeatureOptions { Set = features });
        var size = ModelSummary.Of(entry.Architecture, set.Shape, Classes);
        return string.Create(CultureInfo.InvariantCulture,
            $"| `{entry.Name}` | `{features}` [{string.Join(", ", set.Shape)}] | {size.Parameters:N0} | " +
            $"{size.MultiplyAdds:N0} |");
    }

    /// <summary>a{1,2}.{b,c} is a1.b, a1.c, a2.b, a2.c.</summary>
    private static IEnumerable<string> Expanded(string names) => Braces().Match(names) is { Success: true } match
        ? match.Groups[2].Value.Split(',').SelectMany(one => Expanded($"{match.Groups[1]}{one}{match.Groups[3]}"))
        : [names];

    [GeneratedRegex(@"^(.*?)\{([^}]+)\}(.*)$")]
    private static partial Regex Braces();

    [GeneratedRegex(@"(\| --- \| --- \| --- \| --- \|\n)(?:TABLE|\| `linear` .*?)\n\n", RegexOptions.Singleline)]
    private static partial Regex Table();
}
