namespace SerLab.Evaluation.Tables;

/// <summary>
/// The numbers from one to another, both included. Decimals hold written numbers exactly; quotients of counts are right
/// to 27 digits, so a border counts as met within <see cref="Slack"/>, far less than two fractions of clips can differ.
/// </summary>
internal readonly record struct Bounds(decimal Low, decimal High)
{
    public const decimal Slack = 1e-18m;

    public static Bounds At(decimal value) => new(value, value);

    /// <summary>The least that holds all of them.</summary>
    public static Bounds Around(IEnumerable<Bounds> parts) =>
        parts.Aggregate((a, b) => new Bounds(Math.Min(a.Low, b.Low), Math.Max(a.High, b.High)));

    public static Bounds operator +(Bounds a, Bounds b) => new(a.Low + b.Low, a.High + b.High);

    public static Bounds operator /(Bounds a, decimal by) => new(a.Low / by, a.High / by);

    public bool Meets(Bounds other) => Low <= other.High + Slack && other.Low <= High + Slack;

    /// <summary>What lies in both, which have to meet.</summary>
    public Bounds And(Bounds other) => new(Math.Max(Low, other.Low), Math.Min(High, other.High));

    /// <summary>The counts k with k / <paramref name="whole"/> inside; none where least is above most.</summary>
    public (int Least, int Most) Counts(int whole) =>
        (Ceiling(Low * whole), Floor(High * whole));

    /// <summary>
    /// The counts k with <paramref name="part"/> / k inside, for a part above 0; at most <paramref name="most"/>.
    /// </summary>
    public (int Least, int Most) Wholes(int part, int most) =>
        (Math.Min(most + 1, Ceiling(part / High)), Low <= Slack ? most : Math.Min(most, Floor(part / Low)));

    private static int Ceiling(decimal value) => (int)Math.Min(int.MaxValue / 2, decimal.Ceiling(value - Slack));

    private static int Floor(decimal value) => (int)Math.Min(int.MaxValue / 2, decimal.Floor(value + Slack));
}
