namespace SerLab.Text;

/// <summary>A text model: TF-IDF and multinomial naive Bayes with scikit-learn's defaults.</summary>
public sealed record TextOptions
{
    /// <summary>How words are weighted.</summary>
    public TfIdfOptions TfIdf { get; init; } = new();

    /// <summary>What is added to every count, above 0.</summary>
    public double Alpha { get; init; } = 1;

    /// <summary>Priors are the classes' shares of the training part; else all are equal.</summary>
    public bool FitPriors { get; init; } = true;
}
