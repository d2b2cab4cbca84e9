using FsCheck;
using FsCheck.Fluent;
using SerLab.Evaluation;
using SerLab.Training;
using static TorchSharp.torch;

namespace SerLab.Tests.Training;

[Trait("Kind", "law")]
public sealed class ScoreTests
{
    private static readonly Arbitrary<(int[] Truth, float[] Logits, int Batch)> Cases = Arb.From(
        from truth in Gen.Choose(0, 2).NonEmptyListOf()
        from logits in Gen.Choose(-5000, 5000).ListOf(3 * truth.Count)
        from batch in Gen.Choose(1, 9)
        select (truth.ToArray(), logits.Select((n, i) => n / 1000f + i * 1e-4f).ToArray(), batch));

    [Fact]
    public void Loss_accuracy_and_UAR_are_those_of_the_metrics_whatever_the_batch() => Prop.ForAll(Cases, c =>
    {
        using var scope = NewDisposeScope();
        using var network = nn.Identity();
        using var examples = Examples.From(c.Logits, [3], c.Truth);
        var score = Trainer.Evaluate(network, examples, c.Batch, 3);
        var predictions = new Predictions(["a", "b", "c"], [.. c.Logits.Chunk(3).Select((logits, i) =>
            new Prediction($"{i}", "s", c.Truth[i], Softmax(logits)))]);
        var loss = predictions.Rows.Average(row => -Math.Log(row.Probabilities[row.Truth]));
        return Math.Abs(score.Loss - loss) < 1e-5 * Math.Max(1, loss)
            && Math.Abs(score.Accuracy - Metrics.Accuracy(ConfusionMatrix.Of(predictions))) < 1e-12
            && Math.Abs(score.Uar - Metrics.Uar(ConfusionMatrix.Of(predictions))) < 1e-12;
    }).QuickCheckThrowOnFailure();

    private static double[] Softmax(float[] logits)
    {
        var powers = Array.ConvertAll(logits, logit => Math.Exp(logit));
        return Array.ConvertAll(powers, power => power / powers.Sum());
    }
}
