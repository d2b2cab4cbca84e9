namespace SerLab.Training;

/// <summary>The validation score that decides which epoch is kept, and when training stops early.</summary>
public enum Watched
{
    /// <summary>Mean recall over classes, the higher the better; the lower loss decides between equals.</summary>
    Uar,

    /// <summary>Mean cross-entropy, the lower the better; the higher UAR decides between equals.</summary>
    Loss,

    /// <summary>Share recognised, the higher the better; the lower loss decides between equals.</summary>
    Accuracy,
}

/// <summary>What a history says about its epochs.</summary>
public static class Watching
{
    /// <summary>The epoch whose weights are kept: the first of the best.</summary>
    /// <param name="history">At least one epoch.</param>
    /// <param name="watched">The score that decides.</param>
    public static Epoch Best(this IReadOnlyList<Epoch> history, Watched watched) =>
        history.MaxBy(epoch => Worth(epoch.Validation, watched))!;

    /// <summary>How good a score is; comparable, the greater the better.</summary>
    internal static (double, double) Worth(Score score, Watched watched) => watched switch
    {
        Watched.Loss => (-score.Loss, score.Uar),
        Watched.Accuracy => (score.Accuracy, -score.Loss),
        _ => (score.Uar, -score.Loss),
    };
}
