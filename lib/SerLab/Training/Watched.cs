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

    /// <summary>None: the last epoch is kept, as suits a learning rate that falls to 0.</summary>
    Last,
}

/// <summary>What a history says about its epochs.</summary>
public static class Watching
{
    /// <summary>The epoch whose weights are kept: the first of the best.</summary>
    /// <param name="history">At least one epoch.</param>
    /// <param name="watched">The score that decides.</param>
    public static Epoch Best(this IReadOnlyList<Epoch> history, Watched watched) =>
        history.MaxBy(epoch => Worth(epoch, watched))!;

    private static (double, double) Worth(Epoch epoch, Watched watched) => (watched, epoch.Validation) switch
    {
        (Watched.Last, _) => (epoch.Number, 0),
        (Watched.Loss, var score) => (-score.Loss, score.Uar),
        (Watched.Accuracy, var score) => (score.Accuracy, -score.Loss),
        (_, var score) => (score.Uar, -score.Loss),
    };
}
