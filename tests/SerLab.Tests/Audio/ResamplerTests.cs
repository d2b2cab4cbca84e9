using FsCheck;
using FsCheck.Fluent;
using SerLab.Audio;
using SerLab.Files;

namespace SerLab.Tests.Audio;

public class ResamplerTests
{
    [Fact]
    [Trait("Kind", "law")]
    public void Length_is_the_ceiling_of_the_ratio_and_samples_are_finite()
    {
        var rates = Gen.Elements(8000, 11025, 16000, 22050, 24414, 44100, 48000, 96000, 192000);
        Prop.ForAll(Arb.From(Gen.Choose(0, 5000)), Arb.From(rates), Arb.From(rates), (length, from, to) =>
        {
            var clip = Resampler.Resample(SoundMaker.Tone(440, 1, from) with { Samples = new float[length] }, to);
            return clip.Rate == to && clip.Samples.Length == (int)Math.Ceiling(length * ((double)to / from))
                && clip.Samples.All(float.IsFinite);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [Trait("Kind", "law")]
    [InlineData(48000, 22050)]
    [InlineData(8000, 22050)]
    [InlineData(24414, 16000)]
    public void A_tone_keeps_its_frequency_and_level(int from, int to)
    {
        var clip = Resampler.Resample(SoundMaker.Tone(1000, 1, from), to);
        Assert.Equal(0.5, SoundMaker.AmplitudeAt(clip.Samples.AsSpan(to / 4, to / 2), 1000, to), 1e-3);
    }

    [Fact]
    [Trait("Kind", "law")]
    public void What_the_new_rate_cannot_hold_is_removed()
    {
        var clip = Resampler.Resample(SoundMaker.Tone(15_000, 1, 48_000), 22_050);
        Assert.All(clip.Samples[2000..^2000], x => Assert.Equal(0, x, 1e-4));
    }

    [Fact]
    [Trait("Kind", "law")]
    public void The_same_rate_gives_the_same_clip_and_no_rate_is_refused()
    {
        var clip = SoundMaker.Tone(440, 0.1, 22050);
        Assert.Same(clip, Resampler.Resample(clip, 22050));
        Assert.Throws<BadOptionException>(() => Resampler.Resample(clip, 0));
    }

    [Fact]
    [Trait("Kind", "law")]
    public void In_what_blocks_the_samples_come_changes_not_one_bit() => Prop.ForAll(
        Arb.From(from rates in Gen.Elements((16000, 22050), (48000, 22050), (22050, 8000), (44099, 22050), (7350, 22050))
            from blocks in Gen.Choose(1, 30_000).NonEmptyListOf() select (rates, blocks)),
        c =>
        {
            var random = new Random(c.blocks.Count);
            var samples = Enumerable.Range(0, c.blocks.Sum()).Select(_ => random.NextSingle() - 0.5f).ToArray();
            var whole = Resampler.Resample(new Clip(samples, c.rates.Item1, "noise"), c.rates.Item2);
            using var stream = new ResamplingStream(c.rates.Item1, c.rates.Item2, 1, "noise");
            var rest = samples.AsSpan();
            foreach (var block in c.blocks)
            {
                stream.Add(rest[..block]);
                rest = rest[block..];
            }
            return stream.End().AsSpan().SequenceEqual(whole.Samples);
        }).QuickCheckThrowOnFailure();
}
