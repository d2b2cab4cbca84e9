using System.Reflection;
using System.Text.Json.Serialization;
using SerLab.Features;

namespace SerLab.Tests.Features;

[Trait("Kind", "golden")]
public sealed class FeaturesPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "features.md"));

    [Fact]
    public void The_page_lists_every_feature_by_its_name_in_JSON_and_in_code()
    {
        var known = typeof(Feature).GetCustomAttributes<JsonDerivedTypeAttribute>().ToArray();
        Assert.True(known.Length > 20);
        Assert.All(known, type => Assert.Contains($"| `{type.TypeDiscriminator}` | `{type.DerivedType.Name}` |", Page));
    }

    [Fact]
    public void The_page_lists_every_named_set_with_its_shape() => Assert.All(FeatureSets.Names, name =>
    {
        var set = FeatureSets.Create(new FeatureOptions { Set = name });
        Assert.Contains($"| `{name}` | [{string.Join(", ", set.Shape)}] |", Page);
    });

    [Fact]
    public void The_users_own_set_on_the_page_can_be_computed()
    {
        var json = Page.Split("```json")[1].Split("```")[0];
        var definition = SerLab.Files.Json.Parse<FeatureSetDefinition>(json, "features.md");
        var set = FeatureSets.Create(new FeatureOptions { Set = definition.Name, Definition = definition });
        Assert.Equal([13 + 13 + 64, 216], set.Shape);
        Assert.All(set.Compute(GoldenFeatures.Clip("speech_male")), value => Assert.True(float.IsFinite(value)));
    }
}
