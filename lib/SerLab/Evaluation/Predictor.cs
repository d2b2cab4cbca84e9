using SerLab.Corpora;
using SerLab.Models;

namespace SerLab.Evaluation;

/// <summary>A trained model's answers for labelled recordings.</summary>
public static class Predictor
{
    /// <summary>Predicts utterances whose features are at hand.</summary>
    /// <param name="bundle">The model.</param>
    /// <param name="utterances">Their emotions all among the model's labels.</param>
    /// <param name="values">Their unscaled features [utterance, …input shape], C order.</param>
    /// <exception cref="Files.BadOptionException">An utterance has an emotion that the model does not know.</exception>
    public static Predictions Predict(ModelBundle bundle, IReadOnlyList<Utterance> utterances, float[] values)
    {
        var labels = bundle.Info.Labels;
        var strange = Emotions.InOrder(utterances.Select(u => u.Emotion))
            .Except(labels, StringComparer.Ordinal).ToArray();
        if (strange.Length > 0)
        {
            throw new Files.BadOptionException(
                $"The model knows {string.Join(", ", labels)}, not {string.Join(", ", strange)}.",
                "Evaluate it on recordings of the emotions it knows.");
        }
        var probabilities = bundle.Probabilities(values, utterances);
        return new Predictions(labels, [.. utterances.Select((u, i) =>
            new Prediction(u.File, u.Speaker, labels.IndexOf(u.Emotion), probabilities[i]))]);
    }
}
