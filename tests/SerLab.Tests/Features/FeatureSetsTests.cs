using FsCheck;
using FsCheck.Fluent;
using SerLab.Audio;
using SerLab.Features;
using SerLab.Files;
using SerLab.Tests.Audio;

namespace SerLab.Tests.Features;

public sealed class FeatureSetsTests
{
    public static TheoryData<string> Signals => GoldenFeatures.With("mel_db_128");

    public static TheoryData<string> WithFs2 => GoldenFeatures.With("fs2");

    [Theory]
    [Trait("Kind", "reference")]
    [MemberData(nameof(Signals))]
    public void Fs2_and_mel128_are_librosas_decibels_cut_or_padded(string signal)
    {
        foreach (var (name, frames) in new[] { ("fs2", 216), ("mel128", 128) })
        {
            var golden = GoldenFeatures.Fix(Golden.Vector(signal, "mel_db_128"), 128, frames);
            GoldenFeatures.Close(signal, "mel_db_128", golden, Of(name).Compute(GoldenFeatures.Clip(signal)));
        }
    }

    [Theory]
    [Trait("Kind", "reference")]
    [MemberData(nameof(WithFs2))]
    public void The_rule_for_cutting_and_padding_is_that_of_the_stored_sets(string signal)
    {
        foreach (var (name, frames) in new[] { ("fs2", 216), ("mel128", 128) })
        {
            var decibels = Golden.Vector(signal, "mel_db_128");
            Assert.Equal(Golden.Vector(signal, name), GoldenFeatures.Fix(decibels, 128, frames));
        }
    }

    [Theory]
    [Trait("Kind", "reference")]
    [MemberData(nameof(Signals))]
    public void From_the_file_on_fs2_is_librosas(string signal)
    {
        var golden = GoldenFeatures.Fix(Golden.Vector(signal, "mel_db_128"), 128, 216);
        GoldenFeatures.Close(signal, "mel_db_128", golden, Of("fs2").OfFile(Golden.Wav(signal)));
    }

    [Theory]
    [Trait("Kind", "reference")]
    [InlineData("fs1", 14)]
    [InlineData("mean180", 14)]
    [InlineData("frames187", 3)]
    public void Each_row_of_a_set_is_librosas_within_the_tolerance_of_its_feature(string name, int signals)
    {
        var all = GoldenFeatures.With(name).Select(row => row.Data).ToArray();
        Assert.Equal(signals, all.Length);
        foreach (var signal in all)
        {
            GoldenFeatures.Close(signal, name, Of(name).Compute(GoldenFeatures.Clip(signal)));
        }
    }

    [Fact]
    [Trait("Kind", "reference")]
    public void Of_a_clip_shorter_than_a_delta_the_set_is_librosas_in_mode_nearest() => GoldenFeatures.Close(
        "short", "frames187_nearest", Of("frames187").Compute(GoldenFeatures.Clip("short")));

    [Theory]
    [Trait("Kind", "law")]
    [InlineData("speech_long")]
    [InlineData("chirp")]
    public void Frames188_is_frames187_with_the_level_last(string signal)
    {
        var clip = GoldenFeatures.Clip(signal);
        var level = GoldenFeatures.Fix(new Rms().Of(clip).Values, 1, 216);
        Assert.Equal([.. Of("frames187").Compute(clip), .. level], Of("frames188").Compute(clip));
    }

    [Theory]
    [Trait("Kind", "law")]
    [MemberData(nameof(OddSounds.Names), MemberType = typeof(OddSounds))]
    public void No_sound_makes_anything_but_finite_numbers(string sound)
    {
        foreach (var set in FeatureSets.Names.Select(Of))
        {
            var values = set.Compute(OddSounds.All[sound]);
            Assert.Equal(set.Size, values.Length);
            Assert.True(values.All(float.IsFinite), $"{set.Options.Set} of {sound}");
        }
    }

    [Fact]
    [Trait("Kind", "law")]
    public void Files_of_odd_rates_depths_and_lengths_give_finite_numbers()
    {
        var noise = GoldenFeatures.Clip("noise");
        string[] files =
        [
            SoundMaker.Save(AudioFile.Encode(noise with { Rate = 7350 }, AudioFormat.Wav), "7350.wav"),
            SoundMaker.Save(AudioFile.Encode(noise with { Rate = 44099 }, AudioFormat.Wav), "44099.wav"),
            SoundMaker.Save(SoundMaker.FloatWav(0.5f), "one-sample.wav"),
            SoundMaker.Save(SoundMaker.Wav(new byte[20_000]), "zeros.wav"),
            SoundMaker.Save(SoundMaker.Wav(new byte[16_000], channels: 8), "eight.wav"),
            SoundMaker.Save(SoundMaker.Wav(new byte[16_000], rate: 192_000), "fast.wav"),
            SoundMaker.Save(SoundMaker.FloatWav(1e-20f, -1e-20f, 3f), "loud.wav"),
            SoundMaker.Save(SoundMaker.Wav([.. Enumerable.Repeat((byte)255, 9000)], bits: 8), "eight-bits-full.wav"),
        ];
        foreach (var set in FeatureSets.Names.Select(Of))
        {
            Assert.All(
                files, file => Assert.True(set.OfFile(file).All(float.IsFinite), $"{set.Options.Set} of {file}"));
        }
    }

    [Fact]
    [Trait("Kind", "law")]
    public void A_clip_of_another_rate_is_refused() => Assert.All(
        FeatureSets.Names,
        name => Assert.Throws<BadOptionException>(() => Of(name).Compute(new Clip([1], 16000, "x"))));

    [Fact]
    [Trait("Kind", "law")]
    public void Rows_have_names_that_differ_and_as_many_as_the_shape_says() => Assert.All(FeatureSets.Names, name =>
    {
        var set = Of(name);
        Assert.Equal(set.Shape.Count == 1 ? set.Shape[0] : set.Shape[^2], set.Rows.Count);
        Assert.Equal(set.Rows.Count, set.Rows.Select(row => row.Name).Distinct().Count());
    });

    [Fact]
    [Trait("Kind", "law")]
    public void Fitting_keeps_the_first_frames_and_fills_the_rest() => Prop.ForAll(
        Arb.From(from rows in Gen.Choose(1, 5) from given in Gen.Choose(1, 9) from frames in Gen.Choose(1, 9)
            from fill in Gen.Elements(0f, -80f) select (rows, given, frames, fill)),
        c =>
        {
            var values = Enumerable.Range(1, c.rows * c.given).Select(n => (float)n).ToArray();
            var fitted = new float[c.rows * c.frames];
            FeatureSets.FitFrames(values, c.frames, c.fill, fitted);
            return fitted.Index().All(e => e.Item ==
                (e.Index % c.frames < c.given ? values[e.Index / c.frames * c.given + e.Index % c.frames] : c.fill));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [Trait("Kind", "law")]
    [InlineData(Padding.Zero, 0f)]
    [InlineData(Padding.Floor, -80f)]
    public void The_frames_after_the_end_hold_what_was_asked_for(Padding padding, float fill)
    {
        var set = FeatureSets.Create(new FeatureOptions { Set = "mel128", Padding = padding });
        var noise = GoldenFeatures.Clip("noise");
        var values = set.Compute(noise with { Samples = noise.Samples[..FeatureSets.Rate] }); // 44 frames
        for (var band = 0; band < 128; band++)
        {
            Assert.Equal(84, values.AsSpan(band * 128 + 44, 84).Count(fill));
            Assert.InRange(values[band * 128], -79.9f, -0.1f);
        }
    }

    [Fact]
    [Trait("Kind", "law")]
    public void Every_named_set_exists_with_its_shape_and_another_name_is_refused_with_the_names()
    {
        Assert.Equal(
            [
                "fs1 [169]", "fs2 [1, 128, 216]", "frames187 [187, 216]", "frames188 [188, 216]", "mean180 [180]",
                "mean105 [105]", "mel128 [1, 128, 128]", "speech128 [1, 128, 160]", "prosody88 [88]",
            ],
            FeatureSets.Names.Select(name => $"{name} [{string.Join(", ", Of(name).Shape)}]"));
        Assert.All(FeatureSets.Names, name => Assert.Equal(Of(name).Shape.Aggregate((a, b) => a * b), Of(name).Size));
        Assert.Contains("fs2, frames187", Assert.Throws<BadOptionException>(() => Of("fs9")).Message);
    }

    [Fact]
    [Trait("Kind", "law")]
    public void Options_are_written_as_words_and_come_back_equal()
    {
        var options = new FeatureOptions { Set = "mel128", Padding = Padding.Floor };
        Assert.Contains("\"padding\": \"floor\"", Json.ToText(options));
        Assert.Equal(options, Json.Parse<FeatureOptions>(Json.ToText(options), "memory"));
    }

    private static FeatureSet Of(string name) => FeatureSets.Create(new FeatureOptions { Set = name });
}
