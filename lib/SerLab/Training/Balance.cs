namespace SerLab.Training;

/// <summary>What makes up for classes of unequal size; always measured on the training part.</summary>
public enum Balance
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Each class weighs examples / (classes · its own) in the loss: scikit-learn's <c>balanced</c>.</summary>
    Weights,

    /// <summary>Each epoch repeats examples of the smaller classes until all are as large as the largest.</summary>
    Oversample,

    /// <summary>Each epoch draws as many examples of each class as the smallest has.</summary>
    Undersample,
}
