using SerLab.Files;
using SerLab.Splits;
using SerLab.Training;
using static TorchSharp.torch;

namespace SerLab.Tests.Training;

[Trait("Kind", "law")]
public sealed class SpecAugmentTests
{
    private const int Rows = 10, Frames = 12;

    private static readonly SpecAugment Nothing = new() { RowStripes = 0, FrameStripes = 0 };

    [Fact]
    public void Stripes_are_whole_rows_and_frames_no_wider_than_asked_of_the_examples_mean_and_the_rest_stays()
    {
        var stripes = new SpecAugment { RowStripes = 1, RowWidth = 3, FrameStripes = 1, FrameWidth = 4 };
        float[] checks = [.. Enumerable.Range(0, Rows * Frames).Select(n => 4f + 2 * (n % 2))]; // whose mean is 5
        var masked = Applied(stripes, Repeated(checks, 200), [200, 1, Rows, Frames]);
        var seen = new HashSet<(int, int)>();
        foreach (var example in masked.Chunk(Rows * Frames))
        {
            int[] rows = [.. Places(Rows).Where(r => Places(Frames).All(f => example[Frames * r + f] == 5))];
            int[] frames = [.. Places(Frames).Where(f => Places(Rows).All(r => example[Frames * r + f] == 5))];
            Assert.True(IsRun(rows) && IsRun(frames));
            Assert.All(example.Index(), value => Assert.Equal(
                rows.Contains(value.Index / Frames) || frames.Contains(value.Index % Frames) ? 5 : checks[value.Index],
                value.Item));
            seen.Add((rows.Length, frames.Length));
        }
        Assert.Equal(Enumerable.Range(0, 4), seen.Select(s => s.Item1).Distinct().Order());
        Assert.Equal(Enumerable.Range(0, 5), seen.Select(s => s.Item2).Distinct().Order());
    }

    [Fact]
    public void Each_example_is_filled_with_its_own_mean()
    {
        var all = new SpecAugment { RowStripes = 9, RowWidth = 99, FrameStripes = 0 };
        var filled = Applied(all, [.. Range(60), .. Range(60).Select(x => x - 100)], [2, 6, 10]).Chunk(60).ToArray();
        Assert.InRange(filled[0].Count(value => value == 29.5f), 50, 60); // nine stripes leave hardly a row
        Assert.InRange(filled[1].Count(value => value == -70.5f), 50, 60);
    }

    [Fact]
    public void Nothing_asked_for_changes_nothing()
    {
        float[] values = [.. Range(96).Select(x => MathF.Sin(x))];
        Assert.Equal(values, Applied(Nothing, values, [4, 1, 4, 6]));
        Assert.Equal(values, Applied(Nothing with { RowStripes = 2, RowWidth = 0, FrameStripes = 2, FrameWidth = 0 },
            values, [4, 4, 6]));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(64)] // longer than the clip
    public void Rolling_keeps_every_value_and_moves_all_rows_of_an_example_alike(int roll)
    {
        var rolled = Applied(Nothing with { Roll = roll }, Numbered(100, 3, 8), [100, 3, 8]);
        var moves = new HashSet<int>();
        foreach (var (i, example) in rolled.Chunk(24).Index())
        {
            var move = (int)example.Index().MinBy(value => value.Item).Index;
            Assert.Equal(
                Enumerable.Range(0, 24).Select(n => 24f * i + n / 8 * 8 + (n % 8 - move + 8) % 8), example);
            moves.Add(move);
        }
        Assert.Equal(Enumerable.Range(0, Math.Min(roll, 7) + 1), moves.Order());
    }

    [Fact]
    public void Stretching_leaves_a_ramp_a_ramp_as_steep_as_time_is_fast_up_to_the_last_frame()
    {
        const int frames = 50;
        var ramps = Applied(Nothing with { Stretch = 0.2 }, Repeated(Range(frames), 80), [40, 2, frames])
            .Chunk(frames).ToArray();
        var rates = new List<float>();
        foreach (var rows in ramps.Chunk(2))
        {
            Assert.Equal(rows[0], rows[1]);
            var rate = rows[0][1];
            Assert.InRange(rate, Math.Exp(-0.2), Math.Exp(0.2));
            Assert.All(rows[0].Index(), value => Assert.Equal(
                Math.Min(rate * value.Index, frames - 1), value.Item, 1e-4 * frames));
            rates.Add(rate);
        }
        Assert.True(rates.Min() < 0.9 && rates.Max() > 1.1, "some are slower and some are faster");
        Assert.Equal(40, rates.Distinct().Count());
    }

    [Fact]
    public void Stretching_follows_the_line_between_frames_and_makes_no_new_extremes()
    {
        var values = Enumerable.Range(0, 200).Select(n => MathF.Sin(n * n)).ToArray();
        var stretched = Applied(Nothing with { Stretch = 1, Roll = 5 }, values, [1, 1, 4, 50]);
        Assert.InRange(stretched.Max(), -1, values.Max());
        Assert.InRange(stretched.Min(), values.Min(), 1);
        Assert.NotEqual(values, stretched);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_others()
    {
        var all = new SpecAugment { Stretch = 0.1, Roll = 5, RowWidth = 3, FrameWidth = 3 };
        var values = Numbered(6, 8, 9);
        Assert.Equal(Applied(all, values, [6, 8, 9]), Applied(all, values, [6, 8, 9]));
        Assert.NotEqual(Applied(all, values, [6, 8, 9]), Applied(all, values, [6, 8, 9], seed: 2));
    }

    [Fact]
    public void One_frame_stays_as_it_is() =>
        Assert.Equal([7, 8], Applied(Nothing with { Stretch = 1, Roll = 3 }, [7, 8], [1, 2, 1]));

    [Fact]
    public void Options_that_cannot_hold_are_all_named()
    {
        var bad = new TrainingOptions
        {
            SpecAugment = new SpecAugment { Stretch = 1.1, Roll = -1, RowStripes = -2, FrameWidth = -3 },
        };
        Assert.Contains(
            "specAugment.stretch is 1.1, specAugment.roll is -1, specAugment.rowStripes is -2, " +
            "specAugment.frameWidth is -3",
            Assert.Throws<BadOptionException>(bad.Check).Problem);
    }

    [Fact]
    public void Features_without_frames_are_refused_stripes()
    {
        using var train = Examples.From(new float[8], [2], [0, 1, 0, 1]);
        using var network = nn.Sequential(("out", nn.Linear(2, 2)));
        var options = new TrainingOptions { SpecAugment = new SpecAugment() };
        Assert.Contains("no frames", Assert.Throws<BadOptionException>(
            () => Toy.Fit(network, train, train, options)).Message);
    }

    private static float[] Applied(SpecAugment options, float[] values, long[] shape, int seed = 1)
    {
        using var scope = NewDisposeScope();
        var changed = options.Apply(tensor(values, shape), new SeededShuffle(seed));
        Assert.Equal(shape, changed.shape);
        return changed.contiguous().data<float>().ToArray();
    }

    private static float[] Range(int count) => [.. Enumerable.Range(0, count).Select(n => (float)n)];

    private static IEnumerable<int> Places(int count) => Enumerable.Range(0, count);

    private static float[] Repeated(float[] values, int times) =>
        [.. Enumerable.Repeat(values, times).SelectMany(same => same)];

    // Every value is another one.
    private static float[] Numbered(int examples, int rows, int frames) => Range(examples * rows * frames);

    private static bool IsRun(int[] places) => places.Length == 0 || places[^1] - places[0] == places.Length - 1;
}
