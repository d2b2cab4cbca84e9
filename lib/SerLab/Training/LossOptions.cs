namespace SerLab.Training;

/// <summary>What is minimised.</summary>
public enum LossKind
{
    /// <summary>Minus the logarithm of the true class's probability.</summary>
    CrossEntropy,

    /// <summary>Cross-entropy times (1 − probability)^focus: what is known already counts less (Lin et al. 2017).</summary>
    Focal,
}

/// <summary>What is minimised on the training part; validation is always scored by plain cross-entropy.</summary>
public sealed record LossOptions
{
    /// <summary>Cross-entropy, as in the published projects.</summary>
    public LossKind Kind { get; init; } = LossKind.CrossEntropy;

    /// <summary>Share of each truth spread evenly over all classes, 0 up to below 1; of cross-entropy alone.</summary>
    public double Smoothing { get; init; }

    /// <summary>The focal loss's exponent, 0 (plain cross-entropy) and up; 2 is its paper's.</summary>
    public double Focus { get; init; } = 2;

    internal IEnumerable<string> Problems() =>
    [
        .. Smoothing is >= 0 and < 1 ? Array.Empty<string>() : [$"loss.smoothing is {Smoothing}"],
        .. Focus is >= 0 and <= 100 ? Array.Empty<string>() : [$"loss.focus is {Focus}"],
        .. Kind == LossKind.Focal && Smoothing > 0 ? ["loss.smoothing is not the focal loss's"] : Array.Empty<string>(),
    ];
}
