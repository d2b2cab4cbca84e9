using System.Reflection;
using System.Text.Json.Serialization;
using SerLab.Features;
using SerLab.Files;
using SerLab.Models;
using static TorchSharp.torch;

namespace SerLab.Tests.Models;

[Trait("Kind", "law")]
public sealed class ArchitecturesTests
{
    private static readonly int[][] Shapes = [[180], [40, 70], [1, 128, 128], [3, 65, 80]];

    public static TheoryData<string> Names => SmallNetworks.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void A_network_reads_features_of_every_shape_in_any_batch_and_answers_a_row_an_example(string name)
    {
        using var scope = NewDisposeScope();
        var isImage = Entry(name).Reads == InputKind.Image;
        foreach (var shape in Shapes.Where(shape => !isImage || shape is [_, .., >= 63] && shape[^2] >= 63))
        {
            using var network = SmallNetworks.Of(name).Build(shape, 5);
            network.eval();
            var examples = randn([3, .. shape.Select(length => (long)length)]);
            var all = network.call(examples);
            Assert.Equal([3L, 5], all.shape);
            var alone = network.call(examples.slice(0, 1, 2, 1));
            Assert.True(all.slice(0, 1, 2, 1).allclose(alone, 1e-4, 1e-5));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_row_of_one_channel_is_read_as_a_row_without_channels(string name)
    {
        using var scope = NewDisposeScope();
        using nn.Module<Tensor, Tensor> flat = SmallNetworks.Of(name).Build([64, 66], 3),
            image = SmallNetworks.Of(name).Build([1, 64, 66], 3);
        image.load_state_dict(flat.state_dict());
        flat.eval();
        image.eval();
        var examples = randn(2, 64, 66);
        Assert.Equal(flat.call(examples).data<float>(), image.call(examples.unsqueeze(1)).data<float>());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Options_are_written_with_the_name_and_come_back_equal(string name)
    {
        foreach (var architecture in new[] { Architectures.Create(name), SmallNetworks.Of(name) })
        {
            var text = Json.ToText(architecture);
            Assert.Contains($"\"name\": \"{name}\"", text);
            Assert.Equal(architecture, Json.Parse<Architecture>(text, "memory"));
            Assert.Equal(name, Architectures.NameOf(architecture));
        }
    }

    [Fact]
    public void The_catalogue_and_the_names_in_JSON_are_the_same()
    {
        var known = typeof(Architecture).GetCustomAttributes<JsonDerivedTypeAttribute>();
        Assert.Equal(
            known.Select(type => (string)type.TypeDiscriminator!).Order(StringComparer.Ordinal),
            Architectures.Names.Order(StringComparer.Ordinal));
        Assert.All(Architectures.All, entry => Assert.Contains(entry.Features, FeatureSets.Names));
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
    public void Inputs_that_cannot_be_read_are_refused_with_a_mend(string name)
    {
        Assert.Contains("1 class ", Refused([1, 128, 216], 1));
        Assert.Contains("[0, 128, 216]", Refused([0, 128, 216], 7));
        Assert.Contains("[1, 2, 3, 4]", Refused([1, 2, 3, 4], 7));
        Assert.Contains("0 class ", Refused([0, 128, 216], 0)); // both problems in one sentence
        Assert.Contains("[0, 128, 216]", Refused([0, 128, 216], 0));
        if (Entry(name).Reads == InputKind.Image)
        {
            Assert.Contains("vector of features, [169]. Use a feature set with frames, such as fs2", Refused([169], 7));
        }

        string Refused(int[] input, int classes) =>
            Assert.Throws<BadOptionException>(() => SmallNetworks.Of(name).Build(input, classes)).Message;
    }

    [Theory]
    [InlineData("lenet1d", 16)]
    [InlineData("lenet2d", 16)]
    [InlineData("alexnet1d", 63)]
    [InlineData("alexnet2d", 63)]
    [InlineData("vgg16-1d", 32)]
    [InlineData("vgg16-2d", 32)]
    [InlineData("custom1d", 16)]
    [InlineData("custom2d", 16)]
    [InlineData("cnn1d", 8)]
    [InlineData("cnn2d", 8)]
    [InlineData("cnn-lstm", 2)]
    [InlineData("cnn-lstm-attention", 2)]
    [InlineData("cnn-bilstm-attention", 4)]
    public void The_smallest_input_that_is_not_refused_works(string name, int smallest)
    {
        using var scope = NewDisposeScope();
        using var network = SmallNetworks.Of(name).Build([1, smallest, smallest], 2);
        Assert.Equal([2L, 2], network.call(randn(2, 1, smallest, smallest)).shape);
        Assert.Equal([1L, 2], network.call(randn(1, 1, smallest, smallest)).shape); // enough to normalise by
        var failure = Assert.Throws<BadOptionException>(
            () => SmallNetworks.Of(name).Build([1, smallest, smallest - 1], 2));
        Assert.Contains($"at least {smallest} ", failure.Mend);
        Assert.Contains($"[1, {smallest}, {smallest - 1}]", failure.Problem);
    }

    [Theory]
    [InlineData("linear")]
    [InlineData("mlp")]
    [InlineData("lstm")]
    [InlineData("attention")]
    public void One_value_is_enough_for_those_that_shorten_nothing(string name)
    {
        using var scope = NewDisposeScope();
        using var network = SmallNetworks.Of(name).Build([1], 2);
        Assert.Equal([2L, 2], network.call(randn(2, 1)).shape);
    }

    [Fact]
    public void Options_that_cannot_hold_are_refused_and_all_are_named()
    {
        Refused(new Cnn2d { Channels = [4, 0], Hidden = 0, Dropout = 1 },
            "cnn2d", "channels of [4, 0]", "hidden of 0", "dropout of 1");
        Refused(new Cnn1d { Channels = [], Hidden = -1, Dropout = double.NaN },
            "cnn1d", "channels of []", "hidden of -1", "dropout of NaN");
        Refused(new Custom1d { Channels = [.. Enumerable.Repeat(1, 17)], Dropout = -0.1 },
            "custom1d", "from 1 to 16 layers", "dropout of -0.1");
        Refused(new Custom2d { Hidden = int.MaxValue }, "custom2d", "hidden of 2147483647");
        Refused(new Mlp { Hidden = [-1], Dropout = 2 }, "mlp", "hidden of [-1]", "dropout of 2");
        Refused(new AlexNet1d { Width = 0, Dropout = 1 }, "alexnet1d", "width of 0", "dropout of 1");
        Refused(new AlexNet2d { Width = double.PositiveInfinity }, "alexnet2d", "width of Infinity");
        Refused(new Vgg1d { Width = double.NaN }, "vgg16-1d", "width of NaN");
        Refused(new Vgg2d { Width = -1, Dropout = -1 }, "vgg16-2d", "width of -1", "dropout of -1");
        Refused(new Lstm { Hidden = 0, Layers = 0, Dropout = 1 }, "lstm", "hidden of 0", "layers of 0", "dropout of 1");
        Refused(new CnnLstm { Filters1 = 0, Filters2 = 0, Hidden = 0, Layers = 99, Dropout = 1 },
            "cnn-lstm", "filters1 of 0", "filters2 of 0", "hidden of 0", "layers of 99", "dropout of 1");
        Refused(new CnnLstmAttention { Filters1 = 0, Hidden = 0 },
            "cnn-lstm-attention", "filters1 of 0", "hidden of 0");
        Refused(new CnnBilstmAttention { Filters2 = 0, Layers = 0 },
            "cnn-bilstm-attention", "filters2 of 0", "layers of 0");
        Refused(new Attention { Heads = 3, Hidden = 0 },
            "attention", "width of 64 (a multiple of 3 heads)", "hidden of 0");
        Refused(new Tdnn { Channels = 12, Blocks = 0, Dropout = 1 },
            "tdnn", "channels of 12 (a multiple of 8)", "blocks of 0", "dropout of 1");
        Refused(new Tdnn { Channels = 0 }, "tdnn", "channels of 0");
        Refused(new Attention { Heads = 0, Width = 0 }, "attention", "heads of 0", "width of 0");

        static void Refused(Architecture options, params string[] said)
        {
            var failure = Assert.Throws<BadOptionException>(() => options.Build([1, 128, 216], 7));
            Assert.All(said, words => Assert.Contains(words, failure.Message));
        }
    }

    [Fact]
    public void A_name_that_is_not_known_is_refused_with_the_nearest_one() =>
        Assert.Contains("Did you mean 'lenet2d'? Use one of: linear, mlp, lenet1d",
            Assert.Throws<BadOptionException>(() => Architectures.Create("lenet-2d")).Message);

    private static CatalogueEntry Entry(string name) => Architectures.All.Single(entry => entry.Name == name);
}
