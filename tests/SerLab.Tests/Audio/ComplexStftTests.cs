using FsCheck;
using FsCheck.Fluent;
using SerLab.Audio;
using SerLab.Files;
using SerLab.Tests.Features;

namespace SerLab.Tests.Audio;

public sealed class ComplexStftTests
{
    public static TheoryData<string> Signals => GoldenFeatures.With("stft_mag");

    [Theory]
    [Trait("Kind", "reference")]
    [MemberData(nameof(Signals))]
    public void Magnitudes_are_librosas(string signal)
    {
        var spectra = new ComplexStft(new StftOptions()).Transform(GoldenFeatures.Clip(signal).Samples);
        var magnitudes = Enumerable.Range(0, spectra.Bins).SelectMany(
            bin => Enumerable.Range(0, spectra.Frames).Select(frame => float.Hypot(
                spectra.Frame(frame)[2 * bin], spectra.Frame(frame)[2 * bin + 1])));
        GoldenFeatures.Close(signal, "stft_mag", [.. magnitudes]);
    }

    [Fact]
    [Trait("Kind", "law")]
    public void The_inverse_gives_the_signal_back() => Prop.ForAll(Cases, c =>
    {
        var stft = new ComplexStft(new StftOptions { FftSize = c.Size, Hop = c.Hop });
        var back = stft.Invert(stft.Transform(c.Samples), c.Samples.Length);
        // From the first sample on that a window of more than nothing covers, up to the last.
        return c.Samples.Zip(back).Select((s, i) => Covered(c, i) ? Math.Abs(s.First - s.Second) : 0).Max() < 1e-4;
    }).QuickCheckThrowOnFailure();

    [Theory]
    [Trait("Kind", "law")]
    [MemberData(nameof(Signals))]
    public void Librosas_frames_give_every_sample_back(string signal)
    {
        var (stft, samples) = (new ComplexStft(new StftOptions()), GoldenFeatures.Clip(signal).Samples);
        Assert.Equal(samples, stft.Invert(stft.Transform(samples), samples.Length), (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    [Trait("Kind", "law")]
    public void The_phase_of_a_delayed_click_falls_with_frequency()
    {
        var samples = new float[64];
        samples[3] = 1; // frame 0 is centred on sample 0
        var frame = new ComplexStft(new StftOptions { FftSize = 64, Hop = 64 }).Transform(samples).Frame(0);
        for (var bin = 0; bin < 33; bin++)
        {
            var phase = -2 * Math.PI * bin * (32 + 3) / 64;
            var height = 0.5 - 0.5 * Math.Cos(2 * Math.PI * 35 / 64);
            Assert.Equal(height * Math.Cos(phase), frame[2 * bin], 1e-6);
            Assert.Equal(height * Math.Sin(phase), frame[2 * bin + 1], 1e-6);
        }
    }

    [Fact]
    [Trait("Kind", "law")]
    public void Longer_than_the_frames_reach_is_zero_there()
    {
        var stft = new ComplexStft(new StftOptions { FftSize = 8, Hop = 2 });
        Assert.Equal([0, 0, 0, 0], stft.Invert(stft.Transform([1, 1, 1, 1]), 20)[16..]);
    }

    [Fact]
    [Trait("Kind", "law")]
    public void Frames_that_cannot_be_cut_are_refused() =>
        Assert.Throws<BadOptionException>(() => new ComplexStft(new StftOptions { FftSize = 7 }));

    private static bool Covered(Case c, int sample) => Enumerable.Range(0, 1 + c.Samples.Length / c.Hop).Any(frame =>
        Math.Abs(sample - frame * c.Hop) < c.Size / 2 - 1);

    private static Arbitrary<Case> Cases { get; } = Arb.From(
        from size in Gen.Elements(4, 6, 16, 64)
        from hop in Gen.Choose(1, 90)
        from samples in Gen.Choose(-1000, 1000).NonEmptyListOf()
        select new Case(size, hop, [.. samples.Select(n => n / 1000f)]));

    private sealed record Case(int Size, int Hop, float[] Samples);
}
