using System.Runtime.InteropServices;
using FsCheck;
using FsCheck.Fluent;
using SerLab.Files;

namespace SerLab.Tests.Files;

[Trait("Kind", "law")]
public sealed class RowFolderTests : IDisposable
{
    private const int RowBytes = 40;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_added_by_many_threads_is_read_back_bit_for_bit_now_and_after_reopening() =>
        Prop.ForAll(Gen.Choose(0, 10_000).ListOf().ToArbitrary(), seeds =>
        {
            var root = _folder[Path.GetRandomFileName()];
            using (var rows = Open(root))
            {
                Parallel.ForEach(seeds, seed => Assert.NotNull(rows.Add(Key(seed), Row(seed))));
                Assert.All(seeds, seed => Assert.Equal(Row(seed), Read(rows, seed)));
            }
            using var again = Open(root);
            Assert.All(seeds, seed => Assert.Equal(Row(seed), Read(again, seed)));
            Assert.Null(Read(again, -1));
            Assert.Equal(seeds.Distinct().Count() * RowBytes, Sizes(root, ".rows").Sum());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Two_who_fill_at_once_have_a_file_each_and_keep_what_the_other_has_only_once()
    {
        using (RowFolder one = Open(_folder.Root), two = Open(_folder.Root))
        {
            one.Add(Key(1), Row(1));
            two.Add(Key(2), Row(2));
            one.Add(Key(2), Row(2));
            Assert.Equal(Row(2), Read(one, 2));
            Parallel.For(3, 50, seed => (seed % 2 == 0 ? one : two).Add(Key(seed), Row(seed)));
            two.Add(Key(99), Row(99)); // learns what there is
            Assert.All(Enumerable.Range(1, 49), seed => Assert.Equal(Row(seed), Read(two, seed)));
        }
        Assert.Equal(2, Sizes(_folder.Root, ".rows").Length);
        Assert.Equal(50 * RowBytes, Sizes(_folder.Root, ".rows").Sum());
        using var third = Open(_folder.Root);
        third.Add(Key(100), Row(100));
        Assert.Equal(2, Sizes(_folder.Root, ".rows").Length); // goes on where nobody writes any more
    }

    [Theory]
    [InlineData(".rows", 2 * RowBytes + 5)]
    [InlineData(".keys", 2 * 64 + 5)]
    [InlineData(".keys", 2 * 64 + 37)]
    public void A_flipped_bit_makes_one_row_missing_until_it_is_added_again(string ending, int at)
    {
        Fill(5);
        var file = One(ending);
        var bytes = File.ReadAllBytes(file);
        bytes[at] ^= 0x10;
        File.WriteAllBytes(file, bytes);
        using (var rows = Open(_folder.Root))
        {
            Assert.All(new[] { 0, 1, 3, 4 }, seed => Assert.Equal(Row(seed), Read(rows, seed)));
            Assert.Null(Read(rows, 2));
            Assert.NotNull(rows.Add(Key(2), Row(2)));
            Assert.Equal(Row(2), Read(rows, 2));
        }
        using var again = Open(_folder.Root);
        Assert.Equal(Row(2), Read(again, 2));
        Assert.Equal(0, again.Damaged);
    }

    [Fact]
    public void Rows_that_are_cut_off_are_missing_and_counted_once()
    {
        Fill(5);
        using (var file = new FileStream(One(".rows"), FileMode.Open))
        {
            file.SetLength(3 * RowBytes + 7);
        }
        using var rows = Open(_folder.Root);
        Assert.All(new[] { 0, 1, 2 }, seed => Assert.Equal(Row(seed), Read(rows, seed)));
        Assert.All(new[] { 3, 4, 3 }, seed => Assert.Null(Read(rows, seed)));
        Assert.Equal(2, rows.Damaged);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(63)]
    public void What_a_killed_writer_left_half_done_is_not_seen_and_is_written_over(int keyBytes)
    {
        Fill(3);
        Append(One(".rows"), Row(3)[..25]);
        Append(One(".keys"), new byte[keyBytes]);
        using (var rows = Open(_folder.Root))
        {
            Assert.Null(Read(rows, 3));
            rows.Add(Key(3), Row(3));
            rows.Add(Key(4), Row(4));
            Assert.All(Enumerable.Range(0, 5), seed => Assert.Equal(Row(seed), Read(rows, seed)));
            Assert.Equal(0, rows.Damaged);
        }
        Assert.Equal([5 * RowBytes], Sizes(_folder.Root, ".rows"));
    }

    [Fact]
    public void Mapped_rows_outlive_the_folder_and_its_deletion_but_not_their_own_end()
    {
        Fill(3);
        ReadOnlyMemory<float> row;
        MappedRows mapped;
        using (var rows = Open(_folder.Root))
        {
            var place = rows.Read(Key(1), new byte[RowBytes])!.Value;
            mapped = place.Segment.Map();
            row = mapped.Row(place.Number);
        }
        Array.ForEach(Directory.GetFiles(_folder.Root), File.Delete);
        Assert.Equal(Row(1), MemoryMarshal.AsBytes(row.Span).ToArray());
        mapped.Dispose();
        mapped.Dispose();
        Assert.Throws<ObjectDisposedException>(() => row.Span[0]);
    }

    [Fact]
    public void A_folder_that_is_deleted_while_it_is_filled_loses_rows_and_nothing_else()
    {
        var root = _folder["x"];
        using var rows = Open(root);
        rows.Add(Key(1), Row(1));
        Directory.Delete(root, recursive: true);
        Assert.NotNull(rows.Add(Key(2), Row(2)));
        Assert.Equal(Row(1), Read(rows, 1));
        Assert.Equal(Row(2), Read(rows, 2));
        using var other = Open(root);
        Assert.Null(Read(other, 1));
        Assert.NotNull(other.Add(Key(1), Row(1)));
    }

    private void Fill(int count)
    {
        using var rows = Open(_folder.Root);
        for (var seed = 0; seed < count; seed++)
        {
            rows.Add(Key(seed), Row(seed));
        }
    }

    private static RowFolder Open(string root)
    {
        var rows = new RowFolder(root, RowBytes);
        rows.Open();
        return rows;
    }

    private static Digest Key(int seed) => Digest.Of(new MemoryStream(BitConverter.GetBytes(seed)));

    private static byte[] Row(int seed)
    {
        var row = new byte[RowBytes];
        new Random(seed).NextBytes(row);
        return row;
    }

    private static byte[]? Read(RowFolder rows, int seed)
    {
        var row = new byte[RowBytes];
        return rows.Read(Key(seed), row) is null ? null : row;
    }

    private static void Append(string file, byte[] bytes)
    {
        using var stream = new FileStream(file, FileMode.Append);
        stream.Write(bytes);
    }

    private string One(string ending) => Assert.Single(Directory.GetFiles(_folder.Root, $"*{ending}"));

    private static long[] Sizes(string root, string ending) => Directory.Exists(root)
        ? [.. Directory.GetFiles(root, $"*{ending}").Select(file => new FileInfo(file).Length)]
        : [];
}
