namespace SerLab.Evaluation;

/// <summary>What a model says of one utterance.</summary>
/// <param name="File">The recording.</param>
/// <param name="Speaker">Who speaks.</param>
/// <param name="Truth">Index of the true label, from 0.</param>
/// <param name="Probabilities">One a label [label], 0..1, in sum 1.</param>
public sealed record Prediction(string File, string Speaker, int Truth, double[] Probabilities)
{
    /// <summary>Index of the label with the largest probability; the first of equals.</summary>
    public int Predicted { get; } = Array.IndexOf(Probabilities, Probabilities.Max());

    /// <summary>The probability of the predicted label.</summary>
    public double Confidence => Probabilities[Predicted];

    /// <summary>The predicted label is the true one.</summary>
    public bool IsCorrect => Predicted == Truth;
}
