using FsCheck;
using FsCheck.Fluent;
using SerLab.Audio;
using SerLab.Files;
using SerLab.Tests.Features;

namespace SerLab.Tests.Audio;

public sealed class StftTests
{
    public static TheoryData<string> Signals => GoldenFeatures.With("stft_mag");

    [Theory]
    [Trait("Kind", "reference")]
    [MemberData(nameof(Signals))]
    public void Magnitudes_are_librosas(string signal)
    {
        var power = new Stft(new StftOptions()).Power(GoldenFeatures.Clip(signal));
        var magnitudes = Enumerable.Range(0, power.Rows).SelectMany(
            bin => Enumerable.Range(0, power.Frames).Select(frame => MathF.Sqrt(power.Row(bin)[frame])));
        GoldenFeatures.Close(signal, "stft_mag", [.. magnitudes]);
    }

    [Fact]
    [Trait("Kind", "law")]
    public void Any_size_and_hop_gives_the_squares_of_a_discrete_Fourier_transform_of_the_windowed_frame() =>
        Prop.ForAll(Cases, c =>
        {
            var options = new StftOptions { FftSize = c.Size, Hop = c.Hop };
            var power = new Stft(options).Power(new Clip(c.Samples, 8000, "case"));
            return power.Frames == 1 + c.Samples.Length / c.Hop && power.Rows == c.Size / 2 + 1
                && Enumerable.Range(0, power.Frames).All(frame => Enumerable.Range(0, power.Rows).All(bin =>
                    Math.Abs(power.Row(bin)[frame] - Slow(c.Samples, options, frame, bin)) < 1e-4 * c.Size));
        }).QuickCheckThrowOnFailure();

    [Fact]
    [Trait("Kind", "law")]
    public void Double_the_amplitude_is_four_times_the_power_to_the_last_bit()
    {
        var clip = SoundMaker.Tone(440, 1.7, 22050, 0.3);
        var twice = clip with { Samples = [.. clip.Samples.Select(x => 2 * x)] };
        var stft = new Stft(new StftOptions());
        Assert.Equal(stft.Power(clip).ToArray().Select(p => 4 * p), stft.Power(twice).ToArray());
    }

    [Fact]
    [Trait("Kind", "law")]
    public void Frames_are_the_same_to_the_last_bit_in_whatever_blocks_they_come() => Prop.ForAll(
        Arb.From(from samples in Gen.Choose(1, 30_000) from first in Gen.Choose(0, 20) from count in Gen.Choose(1, 40)
            from size in Gen.Elements(2048, 512, 128) select (samples, first, count, size)),
        c =>
        {
            var clip = SoundMaker.Tone(440, c.samples / 22050.0, 22050);
            var stft = new Stft(new StftOptions { FftSize = c.size });
            var whole = stft.Power(clip);
            var first = Math.Min(c.first, whole.Frames - 1);
            var some = stft.Power(clip, first, Math.Min(c.count, whole.Frames - first));
            return some.First == first && Enumerable.Range(0, whole.Rows).All(
                bin => some.Row(bin).SequenceEqual(whole.Row(bin).Slice(first, some.Frames)));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [Trait("Kind", "law")]
    [InlineData(0, 512)]
    [InlineData(3, 512)]
    [InlineData(-2, 512)]
    [InlineData(2048, 0)]
    [InlineData(2048, -1)]
    [InlineData(2048, 1_048_577)]
    [InlineData(2048, int.MaxValue)]
    [InlineData(1_048_578, 512)]
    public void Frames_that_cannot_be_cut_are_refused(int size, int hop) =>
        Assert.Throws<BadOptionException>(() => new Stft(new StftOptions { FftSize = size, Hop = hop }));

    [Fact]
    [Trait("Kind", "law")]
    public void A_clip_without_samples_is_refused_by_name() =>
        Assert.Equal("nothing.wav", Assert.Throws<BadFileException>(
            () => new Stft(new StftOptions()).Power(new Clip([], 22050, "nothing.wav"))).Path);

    private static Arbitrary<Case> Cases { get; } = Arb.From(
        from size in Gen.Elements(2, 6, 10, 16, 32, 64, 128)
        from hop in Gen.Choose(1, 90)
        from samples in Gen.Choose(-1000, 1000).NonEmptyListOf()
        select new Case(size, hop, [.. samples.Select(n => n / 1000f)]));

    private static double Slow(float[] samples, StftOptions options, int frame, int bin)
    {
        var (re, im, size) = (0.0, 0.0, options.FftSize);
        for (var n = 0; n < size; n++)
        {
            var at = frame * options.Hop - size / 2 + n;
            var sample = at >= 0 && at < samples.Length ? samples[at] : 0;
            var windowed = sample * (0.5 - 0.5 * Math.Cos(2 * Math.PI * n / size));
            re += windowed * Math.Cos(2 * Math.PI * bin * n / size);
            im += windowed * Math.Sin(2 * Math.PI * bin * n / size);
        }
        return re * re + im * im;
    }

    private sealed record Case(int Size, int Hop, float[] Samples);
}
