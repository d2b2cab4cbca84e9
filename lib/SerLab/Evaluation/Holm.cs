namespace SerLab.Evaluation;

/// <summary>
/// Holm's correction (1979) for several tests at once: with it, the chance that any of the true nulls is called a
/// difference is at most the level. R's <c>p.adjust(method="holm")</c>.
/// </summary>
public static class Holm
{
    /// <summary>
    /// Each p times the number of tests that are not below it, made monotone, at most 1; in the order given.
    /// </summary>
    /// <param name="p">From 0 to 1, any number of them.</param>
    public static IReadOnlyList<double> Adjust(IReadOnlyList<double> p)
    {
        var adjusted = new double[p.Count];
        var largest = 0.0;
        foreach (var (rank, place) in Enumerable.Range(0, p.Count).OrderBy(i => p[i]).Index())
        {
            largest = Math.Max(largest, Math.Min(1, (p.Count - rank) * p[place]));
            adjusted[place] = largest;
        }

        return adjusted;
    }
}
