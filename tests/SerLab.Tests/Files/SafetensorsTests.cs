using System.Buffers.Binary;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using SerLab.Files;

namespace SerLab.Tests.Files;

public sealed class SafetensorsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact, Trait("Kind", "law")]
    public void Any_set_of_arrays_comes_back_the_same()
    {
        Prop.ForAll(Files().ToArbitrary(), tensors =>
        {
            var notes = new Dictionary<string, string> { ["labels"] = "[\"ärger\"]", ["a"] = "1" };
            Safetensors.Write(_folder["a.safetensors"], tensors, notes);
            var read = Safetensors.Read(_folder["a.safetensors"]);
            Assert.Equal(notes, read.Metadata);
            Assert.Equal(
                tensors.OrderBy(tensor => tensor.Name, StringComparer.Ordinal).Select(Describe),
                read.Tensors.OrderBy(tensor => tensor.Name, StringComparer.Ordinal).Select(Describe));
        }).QuickCheckThrowOnFailure();
    }

    [Fact, Trait("Kind", "law")]
    public void The_order_of_the_arrays_does_not_change_the_bytes()
    {
        var a = StoredTensor.Of("a", [2], [1f, 2f]);
        var b = StoredTensor.Of("b", [1], [7L]);
        Safetensors.Write(_folder["1"], [a, b]);
        Safetensors.Write(_folder["2"], [b, a]);

        Assert.Equal(File.ReadAllBytes(_folder["1"]), File.ReadAllBytes(_folder["2"]));
        Assert.Equal(["b", "a"], Safetensors.Read(_folder["1"]).Tensors.Select(tensor => tensor.Name));
        Assert.Equal(0UL, BinaryPrimitives.ReadUInt64LittleEndian(File.ReadAllBytes(_folder["1"])) % 8);
    }

    [Fact, Trait("Kind", "law")]
    public void Narrow_types_become_floats()
    {
        var half = new StoredTensor("h", TensorType.F16, [2], [0x00, 0x3c, 0x00, 0xc0]);
        var brain = new StoredTensor("b", TensorType.BF16, [2], [0x80, 0x3f, 0x00, 0xc0]);
        var truth = new StoredTensor("t", TensorType.BOOL, [2], [1, 0]);

        Assert.Equal([1f, -2f], half.ToFloats());
        Assert.Equal([1f, -2f], brain.ToFloats());
        Assert.Equal([1L, 0L], truth.ToLongs());
    }

    [Theory, Trait("Kind", "law")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", 8, "its arrays take 4 bytes, but 8")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""", 4, "its shape needs 8")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", 8, "a hole")]
    [InlineData(
        """{"a":{"dtype":"U8","shape":[4],"data_offsets":[0,4]},"b":{"dtype":"U8","shape":[4],"data_offsets":[2,6]}}""",
        6, "overlap")]
    [InlineData(
        """{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"a":{"dtype":"U8","shape":[1],"data_offsets":[1,2]}}""",
        2, "not sound JSON")]
    [InlineData("""{"a":{"dtype":"C64","shape":[1],"data_offsets":[0,8]}}""", 8, "C64")]
    [InlineData("""{"a":{"dtype":"3","shape":[1],"data_offsets":[0,4]}}""", 4, "element type 3")]
    [InlineData("""{"a":{"dtype":"U8","shape":[-1],"data_offsets":[0,1]}}""", 1, "whole number")]
    [InlineData("""{"a":{"dtype":"F32","shape":[9000000000,9000000000],"data_offsets":[0,4]}}""", 4, "too large")]
    [InlineData("""{"a":{"dtype":"U8","data_offsets":[0,1]}}""", 1, "lacks")]
    [InlineData("""{"a":[1]}""", 1, "lacks")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[1]}}""", 1, "two data_offsets")]
    [InlineData("""{"__metadata__":{"a":1}}""", 0, "only strings")]
    [InlineData("""[]""", 0, "begin with '{'")]
    [InlineData(""" {}""", 0, "begin with '{'")]
    [InlineData("""{"a":""", 0, "not sound JSON")]
    public void A_broken_file_is_refused_with_the_reason(string header, int bytes, string reason)
    {
        byte[] text = Encoding.UTF8.GetBytes(header);
        File.WriteAllBytes(_folder["x"], [.. Length(text.Length), .. text, .. new byte[bytes]]);

        var thrown = Assert.Throws<BadFileException>(() => Safetensors.Read(_folder["x"]));
        Assert.Contains(reason, thrown.Problem);
    }

    [Theory, Trait("Kind", "law")]
    [InlineData(ulong.MaxValue)]
    [InlineData(100_000_001UL)]
    [InlineData(3UL)]
    public void A_header_longer_than_the_file_or_the_limit_is_refused(ulong length)
    {
        File.WriteAllBytes(_folder["x"], [.. BitConverter.GetBytes(length), (byte)'{', (byte)'}']);

        Assert.Contains("claims", Assert.Throws<BadFileException>(() => Safetensors.Read(_folder["x"])).Problem);
    }

    [Fact, Trait("Kind", "law")]
    public void Every_cut_is_noticed()
    {
        Safetensors.Write(_folder["a"], [StoredTensor.Of("w", [3], [1f, 2f, 3f])]);
        var whole = File.ReadAllBytes(_folder["a"]);
        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(_folder["cut"], whole[..length]);
            Assert.Throws<BadFileException>(() => Safetensors.Read(_folder["cut"]));
        }
    }

    [Fact, Trait("Kind", "law")]
    public void Names_that_clash_are_refused_when_writing()
    {
        var one = StoredTensor.Of("a", [1], [1f]);

        Assert.Throws<ArgumentException>(() => Safetensors.Write(_folder["a"], [one, one]));
        Assert.Throws<ArgumentException>(() => Safetensors.Write(_folder["a"], [one with { Name = "__metadata__" }]));
        Assert.Throws<ArgumentException>(() => Safetensors.Write(_folder["a"], [one with { Shape = [2] }]));
    }

    private static Gen<StoredTensor[]> Files() =>
        from count in Gen.Choose(0, 5)
        from tensors in Gen.CollectToArray(Enumerable.Range(0, count), i => Tensor($"layer.{i}/\"ü\""))
        select tensors;

    private static Gen<StoredTensor> Tensor(string name) =>
        from type in Gen.Elements(Enum.GetValues<TensorType>())
        from shape in Gen.Choose(0, 3).Select(length => (long)length).ArrayOf(2)
        from bytes in Gen.Choose(0, 255).Select(value => (byte)value)
            .ArrayOf((int)(shape[0] * shape[1]) * StoredTensor.SizeOf(type))
        select new StoredTensor(name, type, shape, bytes);

    private static string Describe(StoredTensor tensor) =>
        $"{tensor.Name} {tensor.Type} {string.Join('x', tensor.Shape)} {Convert.ToHexString(tensor.Bytes)}";

    private static byte[] Length(int length) => BitConverter.GetBytes((long)length);
}
