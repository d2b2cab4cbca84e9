using FsCheck;
using FsCheck.Fluent;
using SerLab.Files;

namespace SerLab.Tests.Files;

public sealed class NpyTests : IDisposable
{
    private static readonly string Fixtures = Path.Combine(Repository.Fixtures, "files");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact, Trait("Kind", "law")]
    public void Any_float_array_comes_back_bit_for_bit()
    {
        var array =
            from shape in Gen.Choose(0, 4).ArrayOf(3)
            from values in ArbMap.Default.GeneratorFor<float>().ArrayOf(shape[0] * shape[1] * shape[2])
            select (shape, values);
        Prop.ForAll(array.ToArbitrary(), pair =>
        {
            Npy.Write(_folder["a.npy"], pair.shape, pair.values);
            var read = Npy.Read(_folder["a.npy"]);
            var same = Bits(pair.values).SequenceEqual(Bits(read.ToFloats()));
            return same && read.Shape.SequenceEqual(pair.shape);
        }).QuickCheckThrowOnFailure();
    }

    [Fact, Trait("Kind", "reference")]
    public void Bytes_are_those_that_numpy_writes()
    {
        float[] values = [0, 1, 2, 3, 4, 5];
        Npy.Write(_folder["a.npy"], [2, 3], values);
        Npy.Write(_folder["b.npy"], [6], values);
        Npy.Write(_folder["c.npy"], [], [2.5f]);

        Assert.Equal(File.ReadAllBytes(Path.Combine(Fixtures, "f4.npy")), File.ReadAllBytes(_folder["a.npy"]));
        Assert.Equal(File.ReadAllBytes(Path.Combine(Fixtures, "f4_line.npy")), File.ReadAllBytes(_folder["b.npy"]));
        Assert.Equal(File.ReadAllBytes(Path.Combine(Fixtures, "f4_scalar.npy")), File.ReadAllBytes(_folder["c.npy"]));
    }

    [Theory, Trait("Kind", "reference")]
    [InlineData("f4.npy", typeof(float[]))]
    [InlineData("f8.npy", typeof(double[]))]
    [InlineData("i8.npy", typeof(long[]))]
    [InlineData("i4.npy", typeof(int[]))]
    [InlineData("f4_fortran.npy", typeof(float[]))]
    [InlineData("f4_version2.npy", typeof(float[]))]
    public void Numbers_of_every_type_and_order_are_read(string name, Type type)
    {
        var array = Npy.Read(Path.Combine(Fixtures, name));

        Assert.IsType(type, array.Values);
        Assert.Equal([2, 3], array.Shape);
        Assert.Equal([0, 1, 2, 3, 4, 5], array.ToFloats());
    }

    [Fact, Trait("Kind", "reference")]
    public void Truth_values_and_three_axes_in_Fortran_order_are_read()
    {
        Assert.Equal(new[] { true, false, true }, Npy.Read(Path.Combine(Fixtures, "bool.npy")).Values);
        var fortran = Npy.Read(Path.Combine(Fixtures, "f8_fortran3.npy"));
        Assert.Equal(Enumerable.Range(0, 24).Select(i => (float)i), fortran.ToFloats());
    }

    [Fact, Trait("Kind", "law")]
    public void Rows_written_one_by_one_are_the_whole_array()
    {
        Npy.Write(_folder["a.npy"], [3, 2], Enumerable.Range(0, 3).Select(row => new float[] { row, -row }));

        Assert.Equal([0, 0, 1, -1, 2, -2], Npy.Read(_folder["a.npy"]).ToFloats());
    }

    [Theory, Trait("Kind", "law")]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1234)]
    public void Rows_of_an_unknown_number_give_the_bytes_of_the_whole_array(int count)
    {
        var rows = Enumerable.Range(0, count).Select(row => new float[] { row, -row, 7 }).ToArray();
        Npy.Write(_folder["a.npy"], [count, 3, 1], rows);
        Assert.Equal(count, Npy.WriteRows(_folder["b.npy"], [3, 1], rows.Select(row => row)));
        Assert.Equal(File.ReadAllBytes(_folder["a.npy"]), File.ReadAllBytes(_folder["b.npy"]));
    }

    [Fact, Trait("Kind", "law")]
    public void Rows_that_misfit_or_cannot_be_made_leave_the_old_file()
    {
        File.WriteAllText(_folder["a.npy"], "old");
        Assert.Throws<ArgumentException>(() => Npy.WriteRows(_folder["a.npy"], [2], [[1f, 2f], [3f]]));
        Assert.Throws<InvalidDataException>(() => Npy.WriteRows(_folder["a.npy"], [1], Broken()));
        Assert.Equal("old", File.ReadAllText(_folder["a.npy"]));
        Assert.Equal(["a.npy"], _folder.Names());

        static IEnumerable<float[]> Broken()
        {
            yield return [1];
            throw new InvalidDataException();
        }
    }

    [Fact, Trait("Kind", "law")]
    public void Numbers_that_do_not_fill_the_shape_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Npy.Write(_folder["a.npy"], [2, 2], [1f, 2f, 3f]));
        Assert.Empty(_folder.Names());
    }

    [Theory, Trait("Kind", "law")]
    [InlineData("object.npy", "Python objects")]
    [InlineData("f2.npy", "<f2")]
    [InlineData("big_endian.npy", ">f4")]
    [InlineData("record.npy", "named fields")]
    public void What_cannot_be_read_is_refused_by_name(string name, string reason)
    {
        var thrown = Assert.Throws<BadFileException>(() => Npy.Read(Path.Combine(Fixtures, name)));

        Assert.Contains(reason, thrown.Problem);
        Assert.NotEmpty(thrown.Mend);
    }

    [Fact, Trait("Kind", "law")]
    public void Every_cut_is_noticed()
    {
        var whole = File.ReadAllBytes(Path.Combine(Fixtures, "f4.npy"));
        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(_folder["cut.npy"], whole[..length]);
            Assert.Throws<BadFileException>(() => Npy.Read(_folder["cut.npy"]));
        }
        File.WriteAllBytes(_folder["long.npy"], [.. whole, 0]);
        Assert.Contains("1 bytes follow", Assert.Throws<BadFileException>(() => Npy.Read(_folder["long.npy"])).Problem);
    }

    [Fact, Trait("Kind", "law")]
    public void A_header_that_promises_more_than_memory_is_refused_before_memory_is_taken()
    {
        var text = System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(Path.Combine(Fixtures, "f4.npy")));
        var huge = text.Replace("(2, 3), }            ", "(2000000000, 3), }   ");
        File.WriteAllBytes(_folder["huge.npy"], System.Text.Encoding.Latin1.GetBytes(huge));

        Assert.Contains("ends before", Assert.Throws<BadFileException>(() => Npy.Read(_folder["huge.npy"])).Problem);
    }

    [Fact, Trait("Kind", "law")]
    public void A_missing_file_and_a_folder_are_named()
    {
        Assert.Contains("no such file", Assert.Throws<BadFileException>(() => Npy.Read(_folder["none.npy"])).Problem);
        Assert.Contains("a folder", Assert.Throws<BadFileException>(() => Npy.Read(_folder.Root)).Problem);
    }

    private static IEnumerable<uint> Bits(float[] values) => values.Select(BitConverter.SingleToUInt32Bits);
}
