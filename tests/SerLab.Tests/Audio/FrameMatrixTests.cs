using FsCheck;
using FsCheck.Fluent;
using SerLab.Audio;

namespace SerLab.Tests.Audio;

[Trait("Kind", "law")]
public sealed class FrameMatrixTests
{
    [Fact]
    public void Rows_stand_apart_by_whole_vectors_and_come_out_without_padding() => Prop.ForAll(
        Arb.From(from rows in Gen.Choose(1, 5) from frames in Gen.Choose(1, 70) select (rows, frames)), c =>
        {
            var matrix = new FrameMatrix(c.rows, c.frames, first: 3);
            for (var row = 0; row < c.rows; row++)
            {
                for (var frame = 0; frame < c.frames; frame++)
                {
                    matrix.Row(row)[frame] = 1000 * row + frame;
                }
            }
            var expected = Enumerable.Range(0, c.rows * c.frames).Select(i => 1000f * (i / c.frames) + i % c.frames);
            return matrix.Stride % FrameMatrix.Lanes == 0 && matrix.Stride - c.frames is >= 0 and < FrameMatrix.Lanes
                && matrix.First == 3 && matrix.Values.Length == c.rows * matrix.Stride
                && matrix.PaddedRow(c.rows - 1)[..c.frames].SequenceEqual(matrix.Row(c.rows - 1))
                && matrix.PaddedRow(0)[c.frames..].IndexOfAnyExcept(0f) < 0
                && matrix.ToArray().SequenceEqual(expected);
        }).QuickCheckThrowOnFailure();
}
