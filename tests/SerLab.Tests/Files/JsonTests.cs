using System.Text.Json.Serialization;
using SerLab.Files;

namespace SerLab.Tests.Files;

[Trait("Kind", "law")]
public sealed class JsonTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private enum Pace { VerySlow, Quick }

    private sealed record Layer(int Width = 8);

    private sealed record Options(
        double LearningRate = 0.001, Pace Pace = Pace.Quick, Layer[]? Layers = null, string Name = "");

    [JsonPolymorphic(TypeDiscriminatorPropertyName = "shape")]
    [JsonDerivedType(typeof(Circle), "circle")]
    [JsonDerivedType(typeof(Square), "square")]
    private abstract record Shape
    {
        [JsonIgnore]
        public virtual int Corners => 0;
    }

    private sealed record Circle : Shape
    {
        public required double Radius { get; init; }
    }

    private sealed record Square(double Side, Shape? Inside = null) : Shape
    {
        public override int Corners => 4;
    }

    private sealed record Drawing(IReadOnlyList<Shape> Shapes);

    [Fact]
    public void What_a_base_type_keeps_out_of_the_JSON_stays_out_where_it_is_overridden()
    {
        Assert.DoesNotContain("corners", Json.ToText<Shape>(new Square(1, new Circle { Radius = 2 })));
        var thrown = Assert.Throws<BadFileException>(
            () => Json.Parse<Shape>("""{"shape": "square", "side": 1, "corners": 4}""", "x"));
        Assert.Contains("the key 'corners' is not known", thrown.Problem);
        Assert.Contains("Known keys here: inside, side.", thrown.Mend);
    }

    [Fact]
    public void The_key_that_names_a_type_may_stand_anywhere() => Assert.Equal(
        [new Square(2, new Circle { Radius = 1 })],
        Json.Parse<Drawing>("""{"shapes": [{"side": 2, "inside": {"radius": 1, "shape": "circle"}, "shape": "square"}]}""", "x")
            .Shapes);

    [Theory]
    [InlineData("""{"shape": "cirle", "radius": 1}""", "shapes.shape is 'cirle', which is not known", "Did you mean 'circle'? Known here: circle, square.")]
    [InlineData("""{"shape": "weather"}""", "shapes.shape is 'weather'", "Known here: circle, square.")]
    [InlineData("""{"radius": 1}""", "the key 'shapes.shape' is missing", "Give one of: circle, square.")]
    [InlineData("""{"shape": "circle"}""", "the key 'shapes.radius' is missing", "Write it there.")]
    [InlineData("""{"shape": "square"}""", "the key 'shapes.side' is missing", "Write it there.")]
    [InlineData("""{"shape": "square", "side": 1, "inside": {"shape": "circle", "radios": 1}}""", "'shapes.inside.radios'", "'radius'")]
    [InlineData("null", "the list 'shapes' holds null", "Write a value there.")]
    public void What_does_not_fit_in_a_part_of_several_types_is_refused_with_its_place(string shape, string problem, string mend)
    {
        var thrown = Assert.Throws<BadFileException>(() => Json.Parse<Drawing>($$"""{"shapes": [{{shape}}]}""", "a.json"));
        Assert.Contains(problem, thrown.Problem);
        Assert.Contains(mend, thrown.Mend);
    }

    [Fact]
    public void Keys_and_words_are_camel_case_and_NaN_is_a_string()
    {
        var text = Json.ToText(new Options(double.NaN, Pace.VerySlow, [new(3)], "Käfer"));

        Assert.Equal(
            """
            {
              "learningRate": "NaN",
              "pace": "verySlow",
              "layers": [
                {
                  "width": 3
                }
              ],
              "name": "Käfer"
            }
            """, text);
        Assert.Equal(double.NaN, Json.Parse<Options>(text, "x").LearningRate);
    }

    [Fact]
    public void Files_come_back_the_same_and_comments_are_allowed()
    {
        Json.Write(_folder["a.json"], new Options(0.5));
        Assert.Equal(new Options(0.5), Json.Read<Options>(_folder["a.json"]));
        Assert.EndsWith("}\n", File.ReadAllText(_folder["a.json"]));

        File.WriteAllText(_folder["b.json"], "// mine\n{ \"learningRate\": 2, }");
        Assert.Equal(2, Json.Read<Options>(_folder["b.json"]).LearningRate);
    }

    [Theory]
    [InlineData("""{"learningrate": 1}""", "the key 'learningrate' is not known", "Did you mean 'learningRate'?")]
    [InlineData("""{"layers": [{"widht": 1}]}""", "the key 'layers.widht' is not known", "Did you mean 'width'?")]
    [InlineData("""{"zzzzzzzzzzzz": 1}""", "not known", "Known keys here: layers, learningRate, name, pace.")]
    [InlineData("{\n\"learningRate\": \"fast\"}", "line 2", "Mend")]
    [InlineData("""{"pace": "slowly"}""", "line 1", "Mend")]
    [InlineData("""{"pace": 1}""", "line 1", "Mend")]
    [InlineData("""{"name": null}""", "null", "Mend")]
    [InlineData("""{"name": "a", "name": "b"}""", "name", "Mend")]
    [InlineData("{", "line 1", "Mend")]
    [InlineData("null", "holds null", "value")]
    public void What_does_not_fit_is_refused_with_the_place_and_the_mend(string text, string problem, string mend)
    {
        var thrown = Assert.Throws<BadFileException>(() => Json.Parse<Options>(text, "train.json"));

        Assert.StartsWith("train.json: ", thrown.Problem);
        Assert.Contains(problem, thrown.Problem);
        Assert.Contains(mend, thrown.Mend);
    }
}
