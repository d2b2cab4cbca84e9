using FsCheck;
using FsCheck.Fluent;
using SerLab.Audio;
using SerLab.Files;

namespace SerLab.Tests.Audio;

public class TrimTests
{
    [Theory]
    [Trait("Kind", "reference")]
    [MemberData(nameof(Golden.Signals), MemberType = typeof(Golden))]
    public void The_interval_is_the_one_that_librosa_finds(string signal)
    {
        var clip = new Clip(Golden.Vector(signal, "y"), 22050, signal);
        var (start, end) = Trim.Interval(clip, topDb: 30);
        Assert.Equal(Golden.Vector(signal, "trim_30db_interval"), new float[] { start, end });
        Assert.Equal(end - start, Trim.ByLevel(clip, topDb: 30).Samples.Length);
    }

    [Fact]
    [Trait("Kind", "law")]
    public void Trimming_never_loses_the_loudest_sample()
    {
        Prop.ForAll(Arb.From(Gen.Choose(0, 20_000)), Arb.From(Gen.Choose(1, 20_000)), (before, loud) =>
        {
            var tone = SoundMaker.Tone(440, loud / 22050.0, 22050).Samples;
            var clip = new Clip([.. new float[before], .. tone, .. new float[before]], 22050, "law");
            return Trim.ByLevel(clip).PeakDb.Equals(clip.PeakDb);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    [Trait("Kind", "law")]
    public void Frames_without_samples_are_refused()
    {
        var clip = SoundMaker.Tone(440, 0.1, 22050);
        Assert.Throws<BadOptionException>(() => Trim.ByLevel(clip, hop: 0));
        Assert.Throws<BadOptionException>(() => Trim.ByLevel(clip, frameLength: 0));
    }

    [Fact]
    [Trait("Kind", "law")]
    public void No_samples_stay_none()
    {
        Assert.Empty(Trim.ByLevel(new Clip([], 22050, "none")).Samples);
    }
}
