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
    public void Jitter_and_shimmer_are_Praats_within_a_few_percent(string signal)
    {
        var analysis = Clip(signal).Analysis();
        Assert.Equal(Number(signal, "marks"), GlottalCycles.Of(analysis, Pitch).Length, 6.0);
        foreach (var feature in new Feature[] { new Jitter { MinHz = 75 }, new Shimmer { MinHz = 75 } })
        {
            foreach (var (row, value) in feature.Rows.Zip(feature.Of(analysis)))
            {
                var praat = Number(signal, row.Name);
                Assert.True(Math.Abs(value / praat - 1) < 0.05, $"{row.Name} of {signal}: {value}, Praat {praat}");
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
    public void Formants_are_Praats_within_half_a_percent_in_the_middle(string signal)
    {
        var clip = Clip(signal);
        var track = Pitch.Of(clip.Analysis());
        var finder = new Formants(clip);
        for (var k = 0; k < 3; k++)
        {
            var ratios =
                from praat in Track(signal, $"formant_{k + 1}")
                where praat.Value > 0 && track.IsVoiced((int)(praat.Seconds / track.HopSeconds))
                let found = finder.At(praat.Seconds)
                where found.Length > k
                let ratio = found[k].Hz / praat.Value
                orderby ratio
                select ratio;
            Assert.InRange(ratios.Count(), 80, 1000);
            Assert.InRange(ratios.ElementAt(ratios.Count() / 2), 0.995, 1.005);
        }
    }

    private static Clip Clip(string signal)
    {
        var clip = AudioFile.Load(Golden.Wav(signal));
        return clip with { Samples = clip.Samples[..(int)Number(signal, "samples")] };
    }

    private static double Number(string signal, string name) =>
        Praat.Value.GetProperty(signal).GetProperty(name).GetDouble();

    private static IEnumerable<(double Seconds, double Value)> Track(string signal, string name)
    {
        var track = Praat.Value.GetProperty(signal).GetProperty(name);
        var (first, step) = (track.GetProperty("first").GetDouble(), track.GetProperty("step").GetDouble());
        return track.GetProperty("values").EnumerateArray().Select((value, i) => (first + i * step, value.GetDouble()));
    }
}
