using FsCheck;
using FsCheck.Fluent;
using SerLab.Augmentation;
using SerLab.Files;

namespace SerLab.Tests.Augmentation;

[Trait("Kind", "law")]
public sealed class GainTests
{
    [Fact]
    public void Twenty_decibels_are_ten_times_and_nothing_is_clipped() =>
        Assert.Equal([5f, -10f, 0f], new Gain { Decibels = 20 }.Apply(Sounds.Of(0.5f, -1f, 0f), 1).Samples);

    [Fact]
    public void Gains_add_up() => Prop.ForAll(Sounds.Any, Arb.From(Gen.Choose(-30, 30)), (clip, decibels) =>
    {
        var once = new Gain { Decibels = 2 * decibels }.Apply(clip, 1).Samples;
        var half = new Gain { Decibels = decibels };
        var twice = half.Apply(half.Apply(clip, 1), 1).Samples;
        return once.Zip(twice).All(pair => Math.Abs(pair.First - pair.Second) <= 1e-6 * Math.Abs(pair.First));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Too_much_is_refused() => Assert.Contains(
        "gain in dB -6..200 is not within -120 to 120",
        Assert.Throws<BadOptionException>(() => new Gain { Decibels = (-6, 200) }.Apply(Sounds.Of(1), 1)).Message);

    [Fact]
    public void The_larger_end_first_is_refused() => Assert.Contains(
        "gain in dB 6..-6 has the larger end first",
        Assert.Throws<BadOptionException>(() => new Gain { Decibels = (6, -6) }.Apply(Sounds.Of(1), 1)).Message);
}
