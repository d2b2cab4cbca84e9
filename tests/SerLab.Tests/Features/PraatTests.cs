using System.Text.Json;
using SerLab.Audio;
using SerLab.Features;

namespace SerLab.Tests.Features;

/// <summary>Pitch, voice quality and formants against Praat's numbers (tests/fixtures/voice).</summary>
[Trait("Kind", "reference")]
public sealed class PraatTests
{
    private static readonly VoicePitch Pitch = new(75, 600);

    private static readonly Lazy<JsonElement> Praat = new(() =>
        JsonDocument.Parse(File.ReadAllText(Repository.Fixture("voice", "praat.json"))).RootElement);

    public static TheoryData<string> Signals => ["speech_16k", "speech_female", "speech_male"];

    [Theory]
    [MemberData(nameof(Signals))]
    public void Pitch_is_Praats_within_a_thousandth_and_voicing_in_all_but_a_frame_or_two(string signal)
    {
        var track = Pitch.Of(Clip(signal).Analysis());
        var (flips, worst) = (0, 0.0);
        foreach (var (seconds, hz) in Track(signal, "f0"))
        {
            var frame = (int)Math.Round(seconds / track.HopSeconds);
            flips += track.IsVoiced(frame) == hz > 0 ? 0 : 1;
            worst = track.IsVoiced(frame) && hz > 0 ? Math.Max(worst, Math.Abs(track.F0Hz[frame] / hz - 1)) : worst;
        }
        Assert.InRange(flips, 0, 2);
        Assert.InRange(worst, 0, 0.001);
    }

    [Theory]
    [MemberData(nameof(Signals))]
    public void Nine_of_ten_periods_are_Praats_within_a_hundredth_of_their_length(string signal)
    {
        var ours = Periods(GlottalCycles.Of(Clip(signal).Analysis(), Pitch));
        var praats = Periods([.. Praat.Value.GetProperty(signal).GetProperty("marks").EnumerateArray()
            .Select(mark => mark.GetDouble())]);
        var same = praats.Count(period => ours.Any(o =>
            Math.Abs(o.Middle - period.Middle) < 0.5 * period.Seconds
            && Math.Abs(o.Seconds / period.Seconds - 1) < 0.01));
        Assert.InRange(same, 0.9 * praats.Count, praats.Count);
        Assert.InRange(ours.Count, praats.Count - 6, praats.Count + 6);
    }

    // A mark more or less in a consonant is a difference of some percent in clips of two seconds.
    [Theory]
    [InlineData("speech_16k", 0.07, 0.05)]
    [InlineData("speech_female", 0.25, 0.05)]
    [InlineData("speech_male", 0.07, 0.05)]
    public void Jitter_and_shimmer_are_about_Praats(string signal, double jitter, double shimmer)
    {
        var analysis = Clip(signal).Analysis();
        foreach (var (feature, tolerance) in new (Feature, double)[]
        {
            (new Jitter { MinHz = 75 }, jitter), (new Shimmer { MinHz = 75 }, shimmer),
        })
        {
            foreach (var (row, value) in feature.Rows.Zip(feature.Of(analysis)))
            {
                var praat = Number(signal, row.Name);
                Assert.True(Math.Abs(value / praat - 1) < tolerance, $"{row.Name} of {signal}: {value}, Praat {praat}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Signals))]
    public void Harmonics_to_noise_is_Praats_within_half_a_decibel_in_the_middle(string signal)
    {
        var clip = Clip(signal);
        var hop = VoicePitch.Hop(clip.Rate);
        var ours = new HarmonicsToNoise { MinHz = 75 }.Of(
            new Analyzer(clip.Rate, new StftOptions { Hop = hop }).Of(clip));
        var differences =
            from praat in Track(signal, "hnr")
            let value = ours[(int)Math.Round(praat.Seconds * clip.Rate / hop)]
            where praat.Value > -100 && value > -20
            orderby value - praat.Value
            select value - praat.Value;
        Assert.InRange(differences.ElementAt(differences.Count() / 2), -0.5, 0.5);
    }

    [Theory]
    [MemberData(nameof(Signals))]
    public void Formants_are_Praats_within_a_percent_in_the_middle(string signal)
    {
        var clip = Clip(signal);
        var track = Pitch.Of(clip.Analysis());
        var finder = new Formants(clip);
        for (var k = 0; k < 3; k++)
        {
            var ratios = (
                from praat in Track(signal, $"formant_{k + 1}")
                where praat.Value > 0 && track.IsVoiced((int)(praat.Seconds / track.HopSeconds))
                let found = finder.At(praat.Seconds)
                where found.Length > k
                let ratio = found[k].Hz / praat.Value
                orderby ratio
                select ratio).ToArray();
            Assert.InRange(ratios.Length, 80, 1000);
            Assert.InRange(ratios[ratios.Length / 2], 0.99, 1.01);
        }
    }

    private static Clip Clip(string signal)
    {
        var clip = AudioFile.Load(Golden.Wav(signal), rate: null);
        return clip with { Samples = clip.Samples[..(int)Number(signal, "samples")] };
    }

    private static List<(double Middle, double Seconds)> Periods(double[] marks) =>
        [.. marks.Zip(marks.Skip(1), (a, b) => ((a + b) / 2, b - a)).Where(period => period.Item2 < 0.0125)];

    private static double Number(string signal, string name) =>
        Praat.Value.GetProperty(signal).GetProperty(name).GetDouble();

    private static IEnumerable<(double Seconds, double Value)> Track(string signal, string name)
    {
        var track = Praat.Value.GetProperty(signal).GetProperty(name);
        var (first, step) = (track.GetProperty("first").GetDouble(), track.GetProperty("step").GetDouble());
        return track.GetProperty("values").EnumerateArray().Select((value, i) => (first + i * step, value.GetDouble()));
    }
}
