using SerLab.Audio;
using SerLab.Features;
using SerLab.Files;

namespace SerLab.Tests.Features;

[Trait("Kind", "law")]
public sealed class Prosody88Tests
{
    private static readonly Feature[] OfTheVoice =
    [
        new Prosody88(), new Jitter(), new Shimmer(), new HarmonicsToNoise(), new SpeechRate(), new LongTermSpectrum(),
        new AlphaRatio(), new HammarbergIndex(), new SpectralSlope(), new SpectralFlux(), new Loudness(),
    ];

    public static TheoryData<string> OddNames => Voices.OddNames;

    [Theory]
    [MemberData(nameof(OddNames))]
    public void Nothing_is_ever_NaN_and_there_are_as_many_numbers_as_rows(string odd)
    {
        var clip = Voices.OddClip(odd);
        foreach (var feature in OfTheVoice)
        {
            var values = feature.Of(clip);
            Assert.Equal(feature.IsOfClip ? 1 : clip.Analysis().Frames, values.Frames);
            Assert.All(values.Values, value => Assert.True(float.IsFinite(value), $"{feature} of {odd}: {value}"));
        }
    }

    [Fact]
    public void There_are_88_rows_with_names_of_their_own()
    {
        var rows = new Prosody88().Rows;
        Assert.Equal(88, rows.Count);
        Assert.Equal(88, rows.Select(row => row.Name).Distinct().Count());
        Assert.All(rows, row => Assert.Matches("^[a-z0-9_]+$", row.Name));
    }

    [Fact]
    public void Silence_is_0_but_for_the_level_and_the_length_of_the_pause()
    {
        var values = new Prosody88().Of(Voices.OddClip("silence"));
        foreach (var (row, value) in values.Rows.Zip(values.Values))
        {
            var expected = row.Name switch { "equivalent_level" => -100, "unvoiced_segment_length_mean" => 0.5f, _ => 0 };
            Assert.Equal(expected, value, 0.02f);
        }
    }

    [Fact]
    public void Only_loudness_and_level_hear_a_gain_and_nothing_an_offset()
    {
        var clip = Speech("speech_female");
        var expected = new Prosody88().Of(clip);
        var louder = new Prosody88().Of(clip.Times(0.5f)).Values;
        var shifted = new Prosody88().Of(clip.Plus(0.25f)).Values;
        for (var i = 0; i < 88; i++)
        {
            var name = expected.Rows[i].Name;
            var change = name == "equivalent_level" ? -6.02f
                : name.StartsWith("loudness") && !name.EndsWith("cv") && name != "loudness_peaks_per_second"
                    ? expected.Values[i] * (float)(Math.Pow(0.25, 0.33) - 1)
                    : 0;
            var (value, tolerance) = (expected.Values[i], 1e-3f + 0.01f * Math.Abs(expected.Values[i]));
            Assert.True(Math.Abs(value + change - louder[i]) < tolerance, $"{name}: {value} {louder[i]}");
            Assert.True(Math.Abs(value - shifted[i]) < 5 * tolerance, $"{name}: {value} {shifted[i]}");
        }
    }

    [Fact]
    public void A_steady_vowel_says_what_it_was_made_with()
    {
        var clip = Voices.Vowel(220, 1, (700, 80), (1200, 90), (2600, 120));
        float Of(string row) => new Prosody88().Row(clip, row)[0];
        Assert.Equal(36, Of("f0_semitone_mean"), 0.1f); // three octaves above 27.5 Hz
        Assert.Equal(0, Of("f0_semitone_range_20_80"), 0.05f);
        Assert.InRange(Of("hnr_mean"), 15, 60);
        var mean = clip.Samples.Average(x => (double)x);
        Assert.Equal(10 * Math.Log10(clip.Samples.Average(x => (x - mean) * (x - mean))), Of("equivalent_level"), 0.05);
        Assert.Equal(1, Of("voiced_segments_per_second"), 1e-5f);
    }

    [Fact]
    public void A_pitch_that_rises_by_an_octave_a_second_has_that_slope()
    {
        var clip = Voices.Sampled(1, t => 0.5 * Math.Sin(2 * Math.PI * 110 * (Math.Pow(2, t) - 1) / Math.Log(2)));
        var row = new Prosody88();
        Assert.Equal(30, row.Row(clip, "f0_semitone_mean")[0], 0.2f);
        Assert.Equal(12, row.Row(clip, "f0_semitone_rise_mean")[0], 0.6f);
    }

    [Fact]
    public void Harmonics_of_known_levels_give_h1_h2()
    {
        var clip = Voices.Sampled(
            1, t => 0.4 * Math.Sin(2 * Math.PI * 200 * t) + 0.1 * Math.Sin(2 * Math.PI * 400 * t));
        Assert.Equal(12.04f, new Prosody88().Row(clip, "h1_h2_mean")[0], 0.5f);
    }

    [Fact]
    public void Every_feature_comes_back_from_its_JSON()
    {
        foreach (var feature in OfTheVoice)
        {
            var text = System.Text.Json.JsonSerializer.Serialize(feature, Json.Options);
            Assert.DoesNotContain("rows", text, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(feature, System.Text.Json.JsonSerializer.Deserialize<Feature>(text, Json.Options));
        }
    }

    internal static Clip Speech(string signal) => GoldenFeatures.Clip(signal);
}
