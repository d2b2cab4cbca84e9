using FsCheck;
using FsCheck.Fluent;
using SerLab.Audio;
using SerLab.Features;

namespace SerLab.Tests.Features;

[Trait("Kind", "law")]
public sealed class ProjectionTests
{
    [Fact]
    public void Each_row_is_its_weighted_sum_of_source_rows() => Prop.ForAll(Cases, c =>
    {
        var random = new Random(c.Seed);
        var source = Filled(random, c.Sources, c.Frames, c.First);
        var rows = Enumerable.Range(0, c.Rows).Select(_ => Row(random, c.Sources)).ToArray();
        var target = new FrameMatrix(c.Rows, c.First + c.Frames);
        new Projection(rows).Apply(source, target);
        return Enumerable.Range(0, c.Rows).All(row => Enumerable.Range(0, c.Frames).All(frame =>
        {
            var sum = rows[row].Weights.Index().Sum(w => (double)w.Item * source.Row(rows[row].First + w.Index)[frame]);
            return Math.Abs(target.Row(row)[c.First + frame] - sum) < 1e-5;
        }));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_matrix_of_weights_is_applied_and_blocks_do_not_disturb_each_other()
    {
        var random = new Random(1);
        var matrix = Projection.Of(9, 20, (row, source) => row == 7 ? 0 : row - source);
        var (whole, parts) = (new FrameMatrix(9, 40), new FrameMatrix(9, 40));
        var source = Filled(random, 20, 40, 0);
        matrix.Apply(source, whole);
        foreach (var (first, frames) in new[] { (32, 8), (0, 16), (16, 16) })
        {
            var part = new FrameMatrix(20, frames, first);
            for (var row = 0; row < 20; row++)
            {
                source.Row(row).Slice(first, frames).CopyTo(part.Row(row));
            }
            matrix.Apply(part, parts);
        }
        Assert.Equal(9, matrix.Rows);
        Assert.Equal(whole.ToArray(), parts.ToArray());
        Assert.Equal(new float[40], whole.Row(7).ToArray());
    }

    private static Arbitrary<Case> Cases { get; } = Arb.From(
        from rows in Gen.Choose(1, 13) from sources in Gen.Choose(1, 40) from frames in Gen.Choose(1, 40)
        from blocks in Gen.Choose(0, 3) from seed in Gen.Choose(0, 10_000)
        select new Case(rows, sources, frames, 16 * blocks, seed));

    // A third of the rows are alike in place and length, as those of a cosine transform are; some have no weight.
    private static (int First, float[] Weights) Row(Random random, int sources)
    {
        var first = random.Next(3) == 0 ? 0 : random.Next(sources);
        var length = first == 0 ? sources : random.Next(sources - first + 1);
        return (first, [.. Enumerable.Range(0, length).Select(_ => (float)random.NextDouble() - 0.5f)]);
    }

    private static FrameMatrix Filled(Random random, int rows, int frames, int first)
    {
        var matrix = new FrameMatrix(rows, frames, first);
        foreach (ref var value in matrix.Values)
        {
            value = (float)random.NextDouble() - 0.5f;
        }
        return matrix;
    }

    private sealed record Case(int Rows, int Sources, int Frames, int First, int Seed);
}
