namespace SerLab.Tests;

/// <summary>A clock that stands still until it is moved.</summary>
/// <param name="seconds">Where it starts, in seconds since 1970.</param>
internal sealed class HandClock(double seconds = 0) : TimeProvider
{
    /// <summary>What it shows, in seconds since 1970.</summary>
    public double Seconds { get; set; } = seconds;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddSeconds(Seconds);

    public override long GetTimestamp() => TimeSpan.FromSeconds(Seconds).Ticks;
}
