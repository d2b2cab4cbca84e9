using SerLab.Corpora;
using SerLab.Evaluation;
using SerLab.Features;
using SerLab.Files;
using SerLab.Models;
using SerLab.Tests.Features;

namespace SerLab.Tests.Evaluation;

[Trait("Kind", "law")]
public sealed class PredictorTests
{
    private static readonly string[] Labels = ["neutral", "sad", "happy"]; // not the common order: the model's own counts

    [Fact]
    public void Each_answer_stands_beside_its_utterance_with_the_truth_in_the_models_order()
    {
        using var bundle = Make();
        Utterance[] utterances = [Recordings.At("b.wav", "happy"), Recordings.At("a.wav", "sad"), Recordings.At("c.wav")];
        var values = Values(3);
        var predictions = Predictor.Predict(bundle, utterances, values);
        Assert.Equal(Labels, predictions.Labels);
        Assert.Equal(["b.wav", "a.wav", "c.wav"], predictions.Rows.Select(row => row.File));
        Assert.Equal([2, 1, 0], predictions.Rows.Select(row => row.Truth));
        Assert.Equal(bundle.Probabilities(values), predictions.Rows.Select(row => row.Probabilities));
    }

    [Fact]
    public void An_emotion_that_the_model_does_not_know_is_refused_by_name()
    {
        using var bundle = Make();
        var failure = Assert.Throws<BadOptionException>(
            () => Predictor.Predict(bundle, [Recordings.At("a.wav", "boredom")], Values(1)));
        Assert.Contains("neutral, sad, happy, not boredom", failure.Message);
    }

    private static ModelBundle Make()
    {
        var architecture = new Cnn2d { Channels = [2], Hidden = 4 };
        var scaler = new StandardScaler([.. new double[128]], [.. Enumerable.Repeat(1.0, 128)]);
        var info = new BundleInfo(architecture, new FeatureOptions { Set = "mel128" }, [1, 128, 128], scaler, Labels);
        return new ModelBundle(info, architecture.Build([1, 128, 128], 3));
    }

    private static float[] Values(int examples)
    {
        var random = new Random(3);
        return [.. Enumerable.Range(0, examples * 128 * 128).Select(_ => random.NextSingle())];
    }
}
