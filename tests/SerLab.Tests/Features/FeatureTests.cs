using System.Text.Json.Serialization;
using FsCheck;
using FsCheck.Fluent;
using SerLab.Audio;
using SerLab.Features;
using SerLab.Files;

namespace SerLab.Tests.Features;

[Trait("Kind", "law")]
public sealed class FeatureTests
{
    public static TheoryData<string> Names => SpectralFeatures.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void There_is_a_frame_for_every_hop_and_one_more(string name) => Prop.ForAll(
        Arb.From(from samples in Gen.Choose(1, 3000) from hop in Gen.Choose(1, 900) from size in Gen.Elements(32, 64, 100)
            select (samples, hop, size)),
        c =>
        {
            var feature = SpectralFeatures.Named(name, c.size);
            var analyzer = new Analyzer(22050, new StftOptions { FftSize = c.size, Hop = Math.Max(c.hop, c.samples / 200) });
            var clip = new Clip([.. Enumerable.Range(0, c.samples).Select(n => MathF.Sin(n))], 22050, "sine");
            var values = feature.Of(analyzer.Of(clip));
            return values.Length == feature.Rows.Count * (1 + c.samples / analyzer.Frames.Hop)
                && values.All(float.IsFinite);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [MemberData(nameof(OddSounds.Names), MemberType = typeof(OddSounds))]
    public void No_sound_makes_anything_but_finite_numbers(string sound)
    {
        foreach (var feature in SpectralFeatures.At(2048))
        {
            var frames = feature.Of(OddSounds.All[sound]);
            Assert.Equal(1 + OddSounds.All[sound].Samples.Length / 512, frames.Frames);
            Assert.True(frames.Values.All(float.IsFinite), $"{feature} of {sound}");
        }
    }

    [Fact]
    public void Names_of_rows_are_lower_case_and_differ()
    {
        Feature[] once = [.. SpectralFeatures.At(64).DistinctBy(feature => feature.Rows[0].Name)];
        string[] names = [.. once.SelectMany(feature => feature.Rows).Select(row => row.Name)];
        Assert.Equal(names.Distinct().Count(), names.Length);
        Assert.All(names, name => Assert.Matches("^[a-z][a-z0-9_]*$", name));
    }

    [Fact]
    public void Every_kind_of_feature_comes_back_from_its_JSON()
    {
        var kinds = typeof(Feature).GetCustomAttributes(typeof(JsonDerivedTypeAttribute), false)
            .Cast<JsonDerivedTypeAttribute>().ToArray();
        Assert.NotEmpty(kinds);
        foreach (var kind in kinds)
        {
            var source = kind.DerivedType == typeof(Delta) ? ", \"source\": { \"feature\": \"rms\" }" : "";
            var feature = Json.Parse<Feature>($"{{ \"feature\": \"{kind.TypeDiscriminator}\"{source} }}", "memory");
            Assert.Equal(kind.DerivedType, feature.GetType());
            var text = Json.ToText(feature);
            Assert.Equal(feature, Json.Parse<Feature>(text, "memory"));
            Assert.All(["rows", "floor", "isOfClip"], key => Assert.DoesNotContain($"\"{key}\"", text));
            Assert.NotEmpty(feature.Rows);
        }
    }

    [Fact]
    public void Every_option_comes_back_from_JSON_too() => Assert.All(
        SpectralFeatures.At(64), feature => Assert.Equal(feature, Json.Parse<Feature>(Json.ToText(feature), "memory")));

    [Fact]
    public void A_row_is_a_part_of_the_values()
    {
        var chroma = new ChromaStft().Of(GoldenFeatures.Clip("chirp"));
        Assert.Equal(chroma.Values.AsSpan(3 * chroma.Frames, chroma.Frames).ToArray(), chroma.Row(3).ToArray());
        Assert.Equal("chroma_d_sharp", chroma.Rows[3].Name);
    }
}
