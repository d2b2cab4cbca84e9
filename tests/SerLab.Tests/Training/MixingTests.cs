using SerLab.Files;
using SerLab.Splits;
using SerLab.Training;
using static TorchSharp.torch;

namespace SerLab.Tests.Training;

[Trait("Kind", "law")]
public sealed class MixingTests
{
    [Fact]
    public void Stripes_are_whole_rows_and_frames_no_wider_than_asked_and_the_rest_stays()
    {
        using var scope = NewDisposeScope();
        var stripes = new SpecAugment { RowStripes = 1, RowWidth = 3, FrameStripes = 1, FrameWidth = 4 };
        var masked = stripes.Apply(ones(200, 1, 10, 12), new SeededShuffle(1));
        var seen = new HashSet<(int, int)>();
        foreach (var example in masked.data<float>().ToArray().Chunk(120))
        {
            var rows = Enumerable.Range(0, 10).Where(r => example.Skip(12 * r).Take(12).All(v => v == 0)).ToArray();
            var frames = Enumerable.Range(0, 12).Where(f => Enumerable.Range(0, 10).All(r => example[12 * r + f] == 0)).ToArray();
            Assert.True(IsRun(rows) && IsRun(frames));
            Assert.Equal(120 - example.Count(v => v == 1), 12 * rows.Length + 10 * frames.Length - rows.Length * frames.Length);
            seen.Add((rows.Length, frames.Length));
        }
        Assert.Equal(Enumerable.Range(0, 4), seen.Select(s => s.Item1).Distinct().Order());
        Assert.Equal(Enumerable.Range(0, 5), seen.Select(s => s.Item2).Distinct().Order());
    }

    [Fact]
    public void Stripes_wider_than_the_features_and_none_at_all_do_what_they_say()
    {
        using var scope = NewDisposeScope();
        var none = new SpecAugment { RowStripes = 0, FrameStripes = 0 };
        Assert.Equal(1, none.Apply(ones(4, 3, 5), new SeededShuffle(1)).mean().item<float>());
        var wide = new SpecAugment { RowStripes = 3, RowWidth = 99, FrameStripes = 3, FrameWidth = 99 };
        Assert.InRange(wide.Apply(ones(4, 3, 5), new SeededShuffle(1)).mean().item<float>(), 0, 0.9);
    }

    [Fact]
    public void Mixup_adds_a_partner_and_shares_the_loss_in_the_same_way()
    {
        using var scope = NewDisposeScope();
        var mixup = Mixup.Draw(0.4, 6, new SeededShuffle(3), CPU);
        Assert.InRange(mixup.Share, 0.5, 1);
        var (inputs, truth) = (arange(6).reshape(6, 1).to(float32), tensor([0L, 1, 0, 1, 0, 1]));
        var partners = mixup.Partners.data<long>().ToArray();
        Assert.Equal(Enumerable.Range(0, 6).Select(n => (long)n), partners.Order());
        Assert.Equal(
            Enumerable.Range(0, 6).Select(n => (float)(n * mixup.Share + partners[n] * (1 - mixup.Share))),
            mixup.Of(inputs).data<float>().ToArray(), (a, b) => Math.Abs(a - b) < 1e-5);
        var logits = tensor(new float[] { 1, 0, 0, 2, 1, 1, 0, 0, 3, 0, 0, 1 }, [6, 2]);
        var losses = new ClassificationLoss(new LossOptions(), null);
        var expected = mixup.Share * losses.Of(logits, truth).item<float>()
            + (1 - mixup.Share) * losses.Of(logits, truth.index_select(0, mixup.Partners)).item<float>();
        Assert.Equal(expected, mixup.Loss(losses, logits, truth).item<float>(), 1e-5);
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

    private static bool IsRun(int[] places) => places.Length == 0 || places[^1] - places[0] == places.Length - 1;
}
