using FsCheck;
using FsCheck.Fluent;
using SerLab.Augmentation;
using SerLab.Files;

namespace SerLab.Tests.Augmentation;

[Trait("Kind", "law")]
public sealed class TimeShiftTests
{
    [Theory]
    [InlineData(2, ShiftFill.Silence, new float[] { 0, 0, 1, 2, 3 })]
    [InlineData(-2, ShiftFill.Silence, new float[] { 3, 4, 5, 0, 0 })]
    [InlineData(9, ShiftFill.Silence, new float[] { 0, 0, 0, 0, 0 })]
    [InlineData(-9, ShiftFill.Silence, new float[] { 0, 0, 0, 0, 0 })]
    [InlineData(2, ShiftFill.Roll, new float[] { 4, 5, 1, 2, 3 })]
    [InlineData(-2, ShiftFill.Roll, new float[] { 3, 4, 5, 1, 2 })]
    [InlineData(12, ShiftFill.Roll, new float[] { 4, 5, 1, 2, 3 })]
    public void Samples_move_and_the_length_stays(int samples, ShiftFill fill, float[] moved)
    {
        var shift = new TimeShift { Seconds = samples / (double)Sounds.Rate, Fill = fill };
        Assert.Equal(moved, shift.Apply(Sounds.Of(1, 2, 3, 4, 5), 1).Samples);
    }

    [Fact]
    public void Rolling_loses_nothing() => Prop.ForAll(Sounds.Any, Arb.From(Gen.Choose(0, 1000)), (clip, seed) =>
        new TimeShift { Fill = ShiftFill.Roll }.Apply(clip, seed).Samples.Order().SequenceEqual(clip.Samples.Order()))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void There_and_back_rolled_is_where_it_was() => Prop.ForAll(
        Sounds.Any, Arb.From(Gen.Choose(-9999, 9999)), (clip, n) =>
    {
        var (there, back) = (Rolled(n), Rolled(-n));
        return back.Apply(there.Apply(clip, 1), 1).Samples.SequenceEqual(clip.Samples);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void By_default_silence_comes_in() =>
        Assert.Equal(0, new TimeShift { Seconds = 1 }.Apply(Sounds.Noise(9000), 1).Samples[..8000].Max(MathF.Abs));

    [Fact]
    public void More_than_an_hour_is_refused() => Assert.Contains(
        "shift in seconds 3601 is not within",
        Assert.Throws<BadOptionException>(() => new TimeShift { Seconds = 3601 }.Apply(Sounds.Of(1), 1)).Message);

    private static TimeShift Rolled(int samples) =>
        new() { Seconds = samples / (double)Sounds.Rate, Fill = ShiftFill.Roll };
}
