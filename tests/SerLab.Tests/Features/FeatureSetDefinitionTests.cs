using SerLab.Audio;
using SerLab.Features;
using SerLab.Files;
using SerLab.Tests.Files;

namespace SerLab.Tests.Features;

[Trait("Kind", "law")]
public sealed class FeatureSetDefinitionTests : IDisposable
{
    private static readonly FeatureSetDefinition Mine = new()
    {
        Name = "mine",
        Rate = 16000,
        Stft = new StftOptions { FftSize = 400, Hop = 160 },
        Frames = 30,
        Features =
        [
            new Mfcc { Count = 5, Mel = new MelOptions { Bands = 40, Scale = MelScale.Htk } },
            new Delta { Source = new Mfcc { Count = 5, Mel = new MelOptions { Bands = 40, Scale = MelScale.Htk } } },
            new SpectralRolloff { Share = 0.95 },
            new MelSpectrogram { Mel = new MelOptions { Bands = 6 }, Level = MelLevel.DecibelsBelowMax },
        ],
    };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_set_of_every_feature_comes_back_from_its_file()
    {
        var all = Mine with { Layout = FeatureLayout.Frames, Features = SpectralFeatures.At(400) };
        Json.Write(_folder["mine.json"], all);
        var read = FeatureSetDefinition.Read(_folder["mine.json"]);
        Assert.Equal(Json.ToText(all), Json.ToText(read));
        Assert.Equal(all.Features, read.Features);
    }

    [Fact]
    public void A_set_written_by_hand_needs_only_a_name_and_features_in_any_order_of_keys()
    {
        var read = Read("""
            {
              // cepstrum and its slope
              "features": [
                { "count": 13, "feature": "mfcc" },
                { "source": { "count": 13, "feature": "mfcc" }, "feature": "delta", },
              ],
              "name": "by hand",
            }
            """);
        Assert.Equal([new Mfcc { Count = 13 }, new Delta { Source = new Mfcc { Count = 13 } }], read.Features);
        Assert.Equal((FeatureLayout.Mean, 22050, new StftOptions()), (read.Layout, read.Rate, read.Stft));
    }

    [Theory]
    [InlineData(FeatureLayout.Mean, new[] { 17 })]
    [InlineData(FeatureLayout.Frames, new[] { 17, 30 })]
    [InlineData(FeatureLayout.Image, new[] { 1, 17, 30 })]
    public void A_set_holds_what_its_features_give_one_after_the_other(FeatureLayout layout, int[] shape)
    {
        var mine = Mine with { Layout = layout };
        var options = new FeatureOptions { Set = "mine", Definition = mine, Padding = Padding.Floor };
        var set = FeatureSets.Create(Json.Parse<FeatureOptions>(Json.ToText(options), "memory"));
        Assert.Equal(shape, set.Shape);
        Assert.Equal((16000, 17), (set.Rate, set.Rows.Count));
        Assert.Equal(["mfcc_4", "delta_mfcc_0"], set.Rows.Skip(4).Take(2).Select(row => row.Name));
        var clip = new Clip(GoldenFeatures.Clip("speech_male").Samples[4000..7000], 16000, "speech"); // 19 frames
        var values = set.Compute(clip);
        var row = 0;
        foreach (var feature in Mine.Features)
        {
            var single = feature.Of(new Analyzer(16000, Mine.Stft).Of(clip));
            for (var i = 0; i < feature.Rows.Count; i++, row++)
            {
                var frames = single.AsSpan(i * 19, 19);
                if (layout == FeatureLayout.Mean)
                {
                    Assert.Equal(frames.ToArray().Average(x => (double)x), values[row], 1e-3);
                    continue;
                }
                Assert.Equal(frames.ToArray(), values.AsSpan(row * 30, 19).ToArray());
                Assert.Equal(11, values.AsSpan(row * 30 + 19, 11).Count(feature is MelSpectrogram ? -80f : 0f));
            }
        }
    }

    [Theory]
    [InlineData("""{ "feature": "mfc" }""", "features.feature is 'mfc', which is not known", "Did you mean 'mfcc'?")]
    [InlineData("""{ "feature": "weather" }""", "is 'weather', which is not known", "Known here: ")]
    [InlineData("""{ "feature": "weather" }""", "not known", "spectral_rolloff")]
    [InlineData("""{ "count": 13 }""", "the key 'features.feature' is missing", "mfcc")]
    [InlineData("""{ "feature": "mfcc", "cuont": 13 }""", "the key 'features.cuont' is not known", "mean 'count'?")]
    [InlineData("""{ "feature": "mfcc", "share": 0.5 }""", "'features.share'", "Known keys here: count, lifter, mel")]
    [InlineData("""{ "feature": "mfcc", "floor": 1 }""", "the key 'features.floor' is not known", "count, lifter, mel")]
    [InlineData("""{ "feature": "mfcc", "mel": { "band": 4 } }""", "'features.mel.band'", "Did you mean 'bands'?")]
    [InlineData("""{ "feature": "mfcc", "mel": { "scale": "bark" } }""", "line", "Mend")]
    [InlineData("""{ "feature": "mfcc", "count": "many" }""", "line", "Mend")]
    [InlineData("""{ "feature": "delta" }""", "the key 'features.source' is missing", "Write it there")]
    [InlineData("""{ "feature": "delta", "source": null }""", "null", "Mend")]
    [InlineData("""{ "feature": "delta", "source": { "feature": "mfcx" } }""", "source.feature is 'mfcx'", "'mfcc'")]
    [InlineData("null", "the list 'features' holds null", "Write a value there")]
    [InlineData("", "it has no feature", "Mend its definition")]
    [InlineData("""{ "feature": "mfcc", "count": -1 }""", "-1 MFCCs", "Use between")]
    [InlineData("""{ "feature": "mfcc", "count": 129 }""", "129 MFCCs", "Use between")]
    [InlineData("""{ "feature": "mel", "mel": { "bands": -7 } }""", "-7 mel bands", "at least one")]
    [InlineData("""{ "feature": "mel", "mel": { "highHz": 20000 } }""", "to 20000 Hz cannot be made at 22050", "half")]
    [InlineData("""{ "feature": "spectrogram", "fftSize": 1024 }""", "1024", "Give both")]
    [InlineData("""{ "feature": "spectral_rolloff", "share": 2 }""", "roll-off of 2", "between 0 and 1")]
    [InlineData("""{ "feature": "spectral_contrast", "bands": 9 }""", "9 octaves", "below half the rate")]
    [InlineData("""{ "feature": "chroma_stft", "tuning": 3 }""", "tuning of 3", "0.5")]
    [InlineData("""{ "feature": "delta", "width": 4, "source": { "feature": "rms" } }""", "over 4 frames", "odd width")]
    public void A_feature_that_is_not_one_is_refused_with_the_file_and_the_mend(
        string feature, string problem, string mend) =>
        Refused($$"""{ "name": "mine", "features": [ {{feature}} ] }""", problem, mend);

    [Theory]
    [InlineData("\"nane\": \"mine\"", "'nane' is not known", "'name'")]
    [InlineData("\"layout\": \"mean\"", "the key 'name' is missing", "Write it there")]
    [InlineData("\"name\": \" \"", "its name is empty", "Mend its definition")]
    [InlineData("\"name\": \"fs1\"", "'fs1'", "its own name, which is none of fs1, fs2")]
    [InlineData("\"name\": \"m\", \"layout\": \"rows\"", "line", "Mend")]
    [InlineData("\"name\": \"m\", \"layout\": \"frames\", \"frames\": 0", "frames is 0", "Mend")]
    [InlineData("\"name\": \"m\", \"layout\": \"image\", \"frames\": 2000000000", "frames is 2000000000", "Mend")]
    [InlineData("\"name\": \"m\", \"rate\": 999, \"frames\": 0", "rate is 999", "Mend")]
    [InlineData("\"name\": \"m\", \"rate\": 2000000", "rate is 2000000", "Mend")]
    [InlineData("\"name\": \"m\", \"trimDb\": 0", "trimDb is 0", "Mend")]
    [InlineData("\"name\": \"m\", \"trimDb\": -30", "trimDb is -30", "Mend")]
    [InlineData("\"name\": \"m\", \"trimDb\": 1001, \"rate\": 999", "rate is 999; trimDb is 1001", "Mend")]
    [InlineData("\"name\": \"m\", \"trimDb\": \"loud\"", "line", "Mend")]
    [InlineData("\"name\": \"m\", \"trimdb\": 30", "'trimdb' is not known", "'trimDb'")]
    [InlineData("\"name\": \"m\", \"stft\": { \"fftSize\": 401 }", "frames of 401", "even")]
    [InlineData("\"name\": \"m\", \"stft\": { \"hop\": 0 }", "a hop of 0", "above 0")]
    [InlineData("\"name\": \"m\", \"stft\": { \"hop\": 2000000000 }", "a hop of 2000000000", "at most")]
    [InlineData("\"name\": \"m\", \"stft\": { \"hopp\": 100 }", "'stft.hopp'", "'hop'")]
    public void A_set_that_cannot_be_is_refused_with_the_file_and_the_mend(string keys, string problem, string mend) =>
        Refused($$"""{ {{keys}}, "features": [ { "feature": "rms" } ] }""", problem, mend);

    [Fact]
    public void All_that_is_wrong_is_told_at_once()
    {
        var bad = Mine with { Name = "", Rate = 1, Frames = -1, Layout = FeatureLayout.Frames, Features = [] };
        var thrown = Assert.Throws<BadOptionException>(bad.Check);
        Assert.Contains("its name is empty; it has no feature; frames is -1; rate is 1", thrown.Problem);
    }

    [Fact]
    public void A_feature_of_the_whole_clip_has_no_place_among_frames()
    {
        var frames = Mine with { Layout = FeatureLayout.Frames, Features = [new OneNumber()] };
        Assert.Contains("one is of the whole clip", Assert.Throws<BadOptionException>(frames.Check).Problem);
        var means = FeatureSets.Create(new FeatureOptions
        {
            Set = "mine",
            Definition = Mine with { Features = [new OneNumber(), new Rms()] },
        });
        Assert.Equal([7f, 0], means.Compute(new Clip(new float[5000], 16000, "silence")));
    }

    [Fact]
    public void A_set_of_ones_own_is_asked_for_by_its_own_name() => Assert.Contains(
        "named 'mine' is asked for as 'fs2'",
        Assert.Throws<BadOptionException>(() => FeatureSets.Create(new FeatureOptions { Definition = Mine })).Problem);

    private FeatureSetDefinition Read(string text)
    {
        File.WriteAllText(_folder["mine.json"], text);
        return FeatureSetDefinition.Read(_folder["mine.json"]);
    }

    private void Refused(string text, string problem, string mend)
    {
        var thrown = Assert.Throws<BadFileException>(() => Read(text));
        Assert.StartsWith(_folder["mine.json"], thrown.Problem);
        Assert.Contains(problem, thrown.Problem);
        Assert.Contains(mend, thrown.Mend);
    }

    private sealed record OneNumber : Feature
    {
        public override bool IsOfClip => true;

        public override IReadOnlyList<FeatureRow> Rows => [new("one", "")];

        public override float[] Of(Analysis analysis) => [7];
    }
}
