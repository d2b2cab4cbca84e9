using SerLab.Files;
using SerLab.Models;
using static TorchSharp.torch;

namespace SerLab.Tests.Models;

[Trait("Kind", "law")]
public sealed class ArchitecturesTests
{
    public static TheoryData<string> Names => [.. Architectures.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_network_reads_every_feature_set_in_any_batch_and_answers_a_row_an_example(string name)
    {
        using var scope = NewDisposeScope();
        foreach (var (frames, batch) in new[] { (216, 1), (128, 3) })
        {
            using var network = Architectures.Create(name).Build([1, 128, frames], 7);
            Assert.Equal([batch, 7L], network.call(randn(batch, 1, 128, frames)).shape);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Options_are_written_with_the_name_and_come_back_equal(string name)
    {
        var text = Json.ToText(Architectures.Create(name));
        Assert.Contains($"\"name\": \"{name}\"", text);
        Assert.Equal(Architectures.Create(name), Json.Parse<Architecture>(text, "memory"));
    }

    [Fact]
    public void Options_that_differ_are_not_equal()
    {
        Cnn2d one = new() { Channels = [4, 6] }, same = new() { Channels = [4, 6] };
        Assert.Equal(one, same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(one, one with { Channels = [4, 7] });
        Assert.NotEqual(one, one with { Hidden = 7 });
        Assert.NotEqual(one, one with { Dropout = 0.1 });
        Assert.NotEqual<Architecture>(one, new LeNet2d());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Inputs_that_cannot_be_read_are_refused(string name)
    {
        var network = Architectures.Create(name);
        Assert.Contains("[169]", Assert.Throws<BadOptionException>(() => network.Build([169], 7)).Message);
        Assert.Contains("1 class", Assert.Throws<BadOptionException>(() => network.Build([1, 128, 216], 1)).Message);
        Assert.Contains("5 mel bands", Assert.Throws<BadOptionException>(() => network.Build([1, 5, 216], 7)).Message);
        Assert.Throws<BadOptionException>(() => network.Build([0, 128, 216], 7));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_smallest_input_that_is_not_refused_works(string name)
    {
        using var scope = NewDisposeScope();
        var smallest = name == "lenet2d" ? 16 : 8;
        using var network = Architectures.Create(name).Build([1, smallest, smallest], 2);
        Assert.Equal([2L, 2], network.call(randn(2, 1, smallest, smallest)).shape);
        Assert.Throws<BadOptionException>(() => Architectures.Create(name).Build([1, smallest - 1, smallest], 2));
    }

    [Fact]
    public void Options_that_cannot_hold_are_refused()
    {
        Cnn2d[] wrong =
        [
            new() { Channels = [] }, new() { Channels = [4, 0] }, new() { Hidden = 0 }, new() { Dropout = 1 },
            new() { Dropout = -0.1 }, new() { Dropout = double.NaN },
        ];
        Assert.All(wrong, options => Assert.Throws<BadOptionException>(() => options.Build([1, 128, 216], 7)));
        Assert.Throws<BadOptionException>(() => new Cnn2d { Channels = [1, 1, 1, 1, 1, 1, 1, 1] }.Build([1, 128, 216], 7));
        Assert.Contains("lenet2d, cnn2d", Assert.Throws<BadOptionException>(() => Architectures.Create("vgg")).Message);
    }
}
