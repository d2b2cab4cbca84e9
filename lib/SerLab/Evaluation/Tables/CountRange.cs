namespace SerLab.Evaluation.Tables;

/// <summary>Whole numbers from one to another, both included; none where the first is above the second.</summary>
internal readonly record struct CountRange(int Least, int Most)
{
    /// <summary>More clips than any table has.</summary>
    public const int Many = 1 << 28;

    public static CountRange Any { get; } = new(0, Many);

    public bool IsOne => Least == Most;

    public static CountRange At(int value) => new(value, value);

    public static CountRange Sum(IEnumerable<CountRange> parts) =>
        parts.Aggregate((a, b) => new CountRange(a.Least + b.Least, a.Most + b.Most));

    public override string ToString() => IsOne ? $"{Least}" : $"{Least} to {Most}";
}
