namespace SerLab.Evaluation.Tables;

/// <summary>The shares that a class's scores can be; null where nothing bounds them.</summary>
internal sealed record ClassScores(Bounds? Recall, Bounds? Precision, Bounds? F1)
{
    private static readonly Bounds Anything = new(0, 1);

    /// <summary>What the facts allow; null where they contradict each other.</summary>
    public static ClassScores? Of(ClassFacts facts, CountRange total) =>
        facts.Support is null ? OfShares(facts) : OfCounts(ClassCount.Of(facts, total.Most));

    public Bounds? this[TableScore score] => score switch
    {
        TableScore.Recall => Recall, TableScore.Precision => Precision, _ => F1,
    };

    private static ClassScores? OfCounts(IReadOnlyList<ClassCount> counts) => counts.Count == 0 ? null
        : new ClassScores(
            Bounds.Around(counts.Select(c => c.Recall)),
            Bounds.Around(counts.Select(c => c.Precision)),
            Bounds.Around(counts.Select(c => c.F1)));

    // Without a support, only that F1 is the harmonic mean: F = 2 P R / (P + R), so R = F P / (2 P − F).
    private static ClassScores? OfShares(ClassFacts facts)
    {
        var (r, p, f) = (facts.Recall?.Shares, facts.Precision?.Shares, facts.F1?.Shares);
        var mean = HarmonicMean(r ?? Anything, p ?? Anything);
        return f is { } written && !written.Meets(mean)
            ? null
            : new ClassScores(r ?? Other(f, p), p ?? Other(f, r), f ?? (r is null || p is null ? null : mean));
    }

    private static Bounds HarmonicMean(Bounds a, Bounds b) =>
        new(HarmonicMean(a.Low, b.Low), HarmonicMean(a.High, b.High));

    private static decimal HarmonicMean(decimal a, decimal b) => a + b == 0 ? 0 : 2 * a * b / (a + b);

    private static Bounds? Other(Bounds? mean, Bounds? one) =>
        mean is { } f && one is { } p && 2 * p.High > f.Low
            ? new Bounds(
                Math.Min(1, f.Low * p.High / ((2 * p.High) - f.Low)),
                2 * p.Low <= f.High ? 1 : Math.Min(1, f.High * p.Low / ((2 * p.Low) - f.High)))
            : null;
}
