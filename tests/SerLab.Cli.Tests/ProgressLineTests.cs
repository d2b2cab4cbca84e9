namespace SerLab.Cli.Tests;

[Trait("Kind", "law")]
public sealed class ProgressLineTests
{
    private readonly StringWriter _written = new();
    private readonly Clock _clock = new();

    [Fact]
    public void A_training_says_how_far_fast_and_well_it_goes_and_how_long_it_still_takes()
    {
        using var line = Line();
        line.Show(0, 20000, "");
        _clock.Seconds = 17;
        line.Show(8000, 20000, "loss 1.234, UAR 45.6 %");
        Assert.Equal(
            "training ████████░░░░░░░░░░░░ 8000/20000 examples, 500/s, 00:24 left, loss 1.234, UAR 45.6 %", Last());
    }

    [Fact]
    public void A_resumed_training_counts_only_what_it_does_itself()
    {
        using var line = Line();
        _clock.Seconds = 100; // features came first
        line.Show(15000, 20000);
        Assert.Equal("training ███████████████░░░░░ 15000/20000 examples", Last());
        _clock.Seconds = 110;
        line.Show(16000, 20000);
        Assert.EndsWith("16000/20000 examples, 100/s, 00:40 left", Last());
    }

    [Fact]
    public void Work_that_is_done_at_once_has_no_rate()
    {
        using var line = Line();
        line.Show(7, 7);
        Assert.Equal($"training {new string('█', 20)} 7/7 examples", Last());
    }

    [Fact]
    public void More_than_an_hour_is_said_in_minutes()
    {
        using var line = Line();
        line.Show(0, 10000);
        _clock.Seconds = 11;
        line.Show(10, 10000);
        Assert.EndsWith(", 1/s, 166:30 left", Last());
    }

    private ProgressLine Line() => new(_written, () => 0, "training", "examples", _clock);

    private string Last() => _written.ToString().Split("\e[2K")[^1];

    private sealed class Clock : TimeProvider
    {
        public double Seconds { get; set; } = 1;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => TimeSpan.FromSeconds(Seconds).Ticks;
    }
}
