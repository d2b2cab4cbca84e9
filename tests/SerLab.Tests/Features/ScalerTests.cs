using SerLab.Corpora;
using SerLab.Features;
using SerLab.Files;

namespace SerLab.Tests.Features;

[Trait("Kind", "law")]
public sealed class ScalerTests
{
    public static TheoryData<ScalerKind> Kinds => [.. Enum.GetValues<ScalerKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_feature_that_is_no_number_is_refused_by_clip_and_row_in_fitting_and_in_scaling(ScalerKind kind)
    {
        foreach (var bad in new[] { float.NaN, float.PositiveInfinity, float.NegativeInfinity })
        {
            var good = Table(7);
            var spoiled = Table(bad);
            Utterance[] clips = [.. spoiled.Utterances];
            Refuses(() => Scaler.Fit(kind, spoiled, spoiled.All()));
            Refuses(() => Scaler.Fit(kind, good, good.All()).Of(spoiled.Rows(spoiled.All()), spoiled.Set.Shape, clips));
        }
        // A clip that is not of the training part does not keep it from being fitted.
        Assert.NotNull(Scaler.Fit(kind, Table(float.NaN), [0]));

        static FeatureTable Table(float last) =>
            Tables.Of([2, 3, 2], [.. Enumerable.Range(0, 21).Select(i => (float)i), last, 0, 1]);
        static void Refuses(Action act)
        {
            var failure = Assert.Throws<BadFileException>(act);
            Assert.Equal("1.wav", failure.Path);
            Assert.Contains("row 1 ", failure.Message);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_is_scaled_stays_finite_for_constant_rows_and_silence(ScalerKind kind)
    {
        var table = Tables.Of([2, 2], [0, 0, -80, -80, 0, 0, -80, -80, 0, 0, 3, 4], "A", "A", "B");
        Assert.All(table.Scaled(Scaler.Fit(kind, table, [0, 1])), value => Assert.True(float.IsFinite(value)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Scales_leave_the_values_alone_and_clips_that_stand_alone_may_come_one_by_one(ScalerKind kind)
    {
        var random = new Random(5);
        var table = Tables.Of(
            [3, 4], [.. Enumerable.Range(0, 10 * 12).Select(_ => random.NextSingle())],
            [.. Enumerable.Range(0, 10).Select(i => i < 5 ? "A" : "B")]);
        var scaler = Scaler.Fit(kind, table, [0, 1, 2, 3, 4]);
        var values = table.Rows(table.All());
        var scales = scaler.Of(values, table.Set.Shape, table.Utterances);
        Assert.Equal(table.Rows(table.All()), values);
        Assert.Equal(10, scales.Count);
        if (scaler.Remark == "")
        {
            Assert.Equal(
                table.Scaled(scaler),
                table.All().SelectMany(i =>
                    Tables.Of([3, 4], table.Rows([i]), table.Utterances[i].Speaker).Scaled(scaler)));
        }
    }

    [Fact]
    public void Only_scaling_by_speaker_needs_a_remark() => Assert.Equal(
        [ScalerKind.Speaker],
        Enum.GetValues<ScalerKind>().Where(kind => Scaler.Fit(kind, Two, [0, 1]).Remark != ""));

    [Fact]
    public void A_vector_has_no_statistics_of_one_utterance()
    {
        var vectors = Tables.Of([4], [1, 2, 3, 4, 5, 6, 7, 8]);
        var failure = Assert.Throws<BadOptionException>(() => Scaler.Fit(ScalerKind.Utterance, vectors, [0, 1]));
        Assert.Contains("no statistics of its own", failure.Message);
    }

    [Fact]
    public void None_changes_nothing() => Assert.Equal(Two.Rows([0, 1]), Two.Scaled(new NoScaler()));

    [Theory]
    [InlineData(ScalerKind.Standard, "standard")]
    [InlineData(ScalerKind.MinMax, "minmax")]
    [InlineData(ScalerKind.Utterance, "utterance")]
    [InlineData(ScalerKind.Speaker, "speaker")]
    [InlineData(ScalerKind.None, "none")]
    public void Options_and_bundles_call_it_by_one_word_and_read_it_back(ScalerKind kind, string word)
    {
        var scaler = Scaler.Fit(kind, Two, [0, 1]);
        var text = Json.ToText(scaler);
        Assert.Contains($"\"kind\": \"{word}\"", text);
        Assert.Equal($"\"{word}\"", Json.ToText(kind));
        Assert.Equal(Two.Scaled(scaler), Two.Scaled(Json.Parse<Scaler>(text, "bundle.json")));
    }

    private static FeatureTable Two => Tables.Of([2, 3], [1, 2, 3, 4, 5, 7, 0, 1, 0, 3, 9, 9]);
}
