using SerLab.Splits;
using SerLab.Training;
using static TorchSharp.torch;

namespace SerLab.Tests.Training;

[Trait("Kind", "law")]
public sealed class MixupTests
{
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
}
