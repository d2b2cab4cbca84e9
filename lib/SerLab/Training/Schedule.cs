using System.Text.Json.Serialization;

namespace SerLab.Training;

/// <summary>
/// How the learning rate changes while training. A schedule keeps nothing of its own: the rate follows from the epochs
/// that have ended and the place in the running one, so that a resumed training has the rates of one never stopped.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ConstantSchedule), "constant")]
[JsonDerivedType(typeof(CosineSchedule), "cosine")]
[JsonDerivedType(typeof(PlateauSchedule), "plateau")]
[JsonDerivedType(typeof(StepSchedule), "step")]
public abstract record Schedule
{
    /// <summary>The learning rate of a step.</summary>
    /// <param name="first">The rate that was asked for.</param>
    /// <param name="history">The epochs that have ended.</param>
    /// <param name="within">How far the running epoch is, 0 up to below 1.</param>
    /// <param name="epochs">How many epochs there will be at most.</param>
    public abstract double Rate(double first, IReadOnlyList<Epoch> history, double within, int epochs);

    internal virtual IEnumerable<string> Problems() => [];
}

/// <summary>The same rate all the time.</summary>
public sealed record ConstantSchedule : Schedule
{
    /// <inheritdoc/>
    public override double Rate(double first, IReadOnlyList<Epoch> history, double within, int epochs) => first;
}

/// <summary>The rate times a factor every so many epochs: PyTorch's <c>StepLR</c>.</summary>
public sealed record StepSchedule : Schedule
{
    /// <summary>Epochs between two changes, 1 and up; 10 is ours.</summary>
    public int Every { get; init; } = 10;

    /// <summary>What the rate is multiplied by, above 0 up to 1; PyTorch's 0.1.</summary>
    public double Factor { get; init; } = 0.1;

    /// <inheritdoc/>
    public override double Rate(double first, IReadOnlyList<Epoch> history, double within, int epochs) =>
        first * Math.Pow(Factor, history.Count / Every);

    internal override IEnumerable<string> Problems() =>
    [
        .. Every >= 1 ? Array.Empty<string>() : [$"schedule.every is {Every}"],
        .. Factor is > 0 and <= 1 ? Array.Empty<string>() : [$"schedule.factor is {Factor}"],
    ];
}

/// <summary>
/// A rise from near 0 to the full rate, step by step, then half a cosine down to a share of it (Loshchilov and Hutter,
/// 2017).
/// </summary>
public sealed record CosineSchedule : Schedule
{
    /// <summary>Epochs of the rise, 0 and up, parts of one included; 0 is PyTorch's <c>CosineAnnealingLR</c>.</summary>
    public double WarmUp { get; init; }

    /// <summary>The share of the rate that is left at the end, 0..1.</summary>
    public double Floor { get; init; }

    /// <inheritdoc/>
    public override double Rate(double first, IReadOnlyList<Epoch> history, double within, int epochs)
    {
        var now = history.Count + within;
        if (now < WarmUp)
        {
            return first * Math.Max(now / WarmUp, 0.01);
        }
        var share = (now - WarmUp) / Math.Max(epochs - WarmUp, 1e-9);
        return first * (Floor + (1 - Floor) * (1 + Math.Cos(Math.PI * Math.Min(1, share))) / 2);
    }

    internal override IEnumerable<string> Problems() =>
    [
        .. WarmUp is >= 0 and <= 1e6 ? Array.Empty<string>() : [$"schedule.warmUp is {WarmUp}"],
        .. Floor is >= 0 and <= 1 ? Array.Empty<string>() : [$"schedule.floor is {Floor}"],
    ];
}

/// <summary>
/// The rate times a factor whenever the validation loss has not fallen for a while: PyTorch's
/// <c>ReduceLROnPlateau</c> (relative threshold 0.0001, no pause after a change) with P1's settings as defaults.
/// </summary>
public sealed record PlateauSchedule : Schedule
{
    private const double Threshold = 1e-4, SmallestChange = 1e-8;

    /// <summary>What the rate is multiplied by, above 0 and below 1; P1's 0.5.</summary>
    public double Factor { get; init; } = 0.5;

    /// <summary>Epochs without a better loss that are let pass, 0 and up; P1's 5.</summary>
    public int Patience { get; init; } = 5;

    /// <summary>The rate is never made lower than this, 0 and up; P1's 0.000001.</summary>
    public double Least { get; init; } = 1e-6;

    /// <inheritdoc/>
    public override double Rate(double first, IReadOnlyList<Epoch> history, double within, int epochs)
    {
        var (rate, best, bad) = (first, double.PositiveInfinity, 0);
        foreach (var epoch in history)
        {
            var isBetter = epoch.Validation.Loss < best * (1 - Threshold);
            (best, bad) = isBetter ? (epoch.Validation.Loss, 0) : (best, bad + 1);
            if (bad > Patience)
            {
                var lower = Math.Max(rate * Factor, Least);
                (rate, bad) = (rate - lower > SmallestChange ? lower : rate, 0);
            }
        }
        return rate;
    }

    internal override IEnumerable<string> Problems() =>
    [
        .. Factor is > 0 and < 1 ? Array.Empty<string>() : [$"schedule.factor is {Factor}"],
        .. Patience >= 0 ? Array.Empty<string>() : [$"schedule.patience is {Patience}"],
        .. Least is >= 0 and <= 1000 ? Array.Empty<string>() : [$"schedule.least is {Least}"],
    ];
}
