using SerLab.Audio;
using SerLab.Features;
using SerLab.Files;
using SerLab.Tests.Audio;

namespace SerLab.Tests.Features;

public sealed class ConstantQTests
{
    private static readonly ConstantQ Librosas = new(22050, 512, new ConstantQOptions(), 0);

    public static TheoryData<string> Signals => GoldenFeatures.With("cqt_mag");

    [Theory]
    [Trait("Kind", "reference")]
    [MemberData(nameof(Signals))]
    public void Magnitudes_are_librosas(string signal)
    {
        var tuning = GoldenFeatures.Value(signal, "tuning_cqt");
        var transform = new ConstantQ(22050, 512, new ConstantQOptions(), tuning);
        GoldenFeatures.Close(signal, "cqt_mag", transform.Magnitudes(GoldenFeatures.Clip(signal)));
    }

    // Rates and hops that halve the rate in every octave, before the first one, in some octaves only, and never.
    [Theory]
    [Trait("Kind", "law")]
    [InlineData(22050, 512, 50)]
    [InlineData(22050, 512, 135)]
    [InlineData(22050, 512, 250)]
    [InlineData(48000, 512, 135)]
    [InlineData(96000, 1024, 20)]
    [InlineData(10000, 512, 135)]
    [InlineData(16000, 100, 135)]
    [InlineData(22050, 441, 135)]
    [InlineData(22050, 441, 30)]
    public void A_tone_has_half_its_amplitude_times_the_root_of_its_filters_length(int rate, int hop, int bin)
    {
        var hz = 440 * Math.Pow(2, (bin - 135) / 36.0); // 135 steps of a third of a semitone from C1 to A4
        var transform = new ConstantQ(rate, hop, new ConstantQOptions(), 0);
        var clip = SoundMaker.Tone(hz, 4, rate, 0.5);
        var magnitudes = transform.Magnitudes(clip);
        var frames = transform.FrameCount(clip.Samples.Length);
        // Before the first octave the rate may have been halved, which halves the length of all filters.
        var early = rate >= 96000 ? 4 : rate >= 48000 ? 2 : 1;
        var length = ConstantQFilters.Quality(36) * (rate / early) / hz;
        Assert.Equal(1, magnitudes[bin * frames + frames / 2] / (0.25 * Math.Sqrt(length * early)), 0.02);
        Assert.Equal(bin, Enumerable.Range(0, transform.Bins).MaxBy(b => magnitudes[b * frames + frames / 2]));
    }

    [Fact]
    [Trait("Kind", "law")]
    public void Visiting_shows_every_octave_of_every_frame_from_the_highest_down()
    {
        var clip = GoldenFeatures.Clip("chirp");
        var (magnitudes, seen, frames) = (Librosas.Magnitudes(clip), new List<(int, int)>(), 87);
        Librosas.Visit(clip, (bin, frame, octave) =>
        {
            seen.Add((bin, frame));
            Assert.Equal(magnitudes[(bin + 35) * frames + frame], octave[35]);
        });
        Assert.Equal(
            Enumerable.Range(0, 7).SelectMany(i => Enumerable.Range(0, frames).Select(f => (36 * (6 - i), f))), seen);
    }

    [Theory]
    [Trait("Kind", "law")]
    [InlineData(1)]
    [InlineData(200)]
    [InlineData(1023)]
    public void Short_clips_have_finite_magnitudes_and_silence_none(int samples)
    {
        foreach (var transform in new[] { Librosas, new ConstantQ(48000, 512, new ConstantQOptions(), 0) })
        {
            var loud = new Clip([.. Enumerable.Repeat(0.5f, samples)], 22050, "short");
            var magnitudes = transform.Magnitudes(loud);
            Assert.Equal(252 * (1 + samples / 512), magnitudes.Length);
            Assert.All(magnitudes, m => Assert.True(float.IsFinite(m)));
            Assert.All(transform.Magnitudes(loud with { Samples = new float[samples] }), m => Assert.Equal(0, m));
        }
    }

    [Theory]
    [Trait("Kind", "law")]
    [InlineData(8000, 512, 32.7, 7, 36)]
    [InlineData(22050, 0, 32.7, 7, 36)]
    [InlineData(22050, 512, 0, 7, 36)]
    [InlineData(22050, 512, double.NaN, 7, 36)]
    [InlineData(22050, 512, 32.7, 0, 36)]
    [InlineData(22050, 512, 32.7, 7, 0)]
    [InlineData(22050, 512, 11000, 1, 36)]
    public void Bins_that_do_not_fit_are_refused(int rate, int hop, double low, int octaves, int perOctave)
    {
        var options = new ConstantQOptions { LowHz = low, Octaves = octaves, BinsPerOctave = perOctave };
        Assert.Throws<BadOptionException>(() => new ConstantQ(rate, hop, options, 0));
    }

    [Fact]
    [Trait("Kind", "law")]
    public void A_clip_without_samples_is_refused_by_name() => Assert.Equal(
        "nothing.wav", Assert.Throws<BadFileException>(
            () => Librosas.Magnitudes(new Clip([], 22050, "nothing.wav"))).Path);

    [Fact]
    [Trait("Kind", "law")]
    public void The_filters_of_a_tuning_are_small_enough_to_keep_those_of_all() =>
        Assert.InRange(Librosas.Bytes, 1000, 20_000);
}
