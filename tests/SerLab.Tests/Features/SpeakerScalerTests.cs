using SerLab.Corpora;
using SerLab.Features;
using SerLab.Files;

namespace SerLab.Tests.Features;

[Trait("Kind", "law")]
public sealed class SpeakerScalerTests
{
    // A speaks around 10, B around −100 with twice the spread; C has too few clips.
    private static readonly FeatureTable Train = Tables.Of(
        [1], [8, 9, 10, 11, 12, -104, -102, -100, -98, -96, 3, 4], [.. Said("A", 5), .. Said("B", 5), .. Said("C", 2)]);

    private static readonly SpeakerScaler Scaler = SpeakerScaler.Fit(Train, Train.All());

    [Fact]
    public void Speakers_of_the_training_part_are_scaled_by_their_training_clips_also_elsewhere()
    {
        Assert.Equal(["c/A", "c/B"], Scaler.Speakers.Keys);
        Assert.Equal([10], Scaler.Speakers["c/A"].Centre);
        Assert.Equal([Math.Sqrt(2)], Scaler.Speakers["c/A"].Scale, (a, b) => Math.Abs(a - b) < 1e-12);
        var elsewhere = Tables.Of([1], [12, -102, 13, 14, 15, 16], "A", "B", "A", "A", "A", "A");
        Assert.Equal([MathF.Sqrt(2), -MathF.Sqrt(0.5f)], elsewhere.Scaled(Scaler)[..2], Near);
    }

    [Fact]
    public void An_unseen_speaker_is_scaled_by_all_clips_at_hand_whatever_other_speakers_say()
    {
        float[] clips = [1000, 2000, 3000, 4000, 5000];
        float[] expected = [-MathF.Sqrt(2), -MathF.Sqrt(0.5f), 0, MathF.Sqrt(0.5f), MathF.Sqrt(2)];
        Assert.Equal(expected, Tables.Of([1], clips, Said("D", 5)).Scaled(Scaler), Near);
        var among = Tables.Of([1], [.. clips, 7, 8, 9], [.. Said("D", 5), "E", "A", ""]).Scaled(Scaler);
        Assert.Equal(expected, among[..5], Near);
    }

    [Fact]
    public void One_clip_alone_an_unknown_speaker_and_a_rare_one_count_as_an_average_speaker()
    {
        var everyone = StandardScaler.Fit(Train, Train.All());
        Assert.Equal(everyone.Mean, Scaler.Everyone.Centre);
        foreach (var speaker in new[] { "D", "", "C" })
        {
            var clip = Tables.Of([1], [5], speaker);
            Assert.Equal(clip.Scaled(everyone), clip.Scaled(Scaler));
        }
        var unknown = Tables.Of([1], [1, 2, 3, 4, 5, 6], "", "", "", "", "", ""); // not one speaker with six clips
        Assert.Equal(unknown.Scaled(everyone), unknown.Scaled(Scaler));
    }

    [Fact]
    public void A_speaker_of_the_same_name_in_another_corpus_is_another_one()
    {
        float[] clips = [8, 9, 10, 11, 13];
        Utterance[] others = [.. clips.Select((_, i) => Tables.Clip($"{i}.wav", "A", "another"))];
        Scaler.Apply(clips, [1], others);
        Assert.Equal(0, clips.Average(), 1e-6);
        Assert.Equal(1, clips.Average(v => v * v), 1e-6);
    }

    [Fact]
    public void It_reads_back_from_JSON_with_its_speakers()
    {
        var text = Json.ToText<Scaler>(Scaler);
        var read = Json.Parse<Scaler>(text, "bundle.json");
        Assert.Contains("\"kind\": \"speaker\"", text);
        Assert.Equal(text, Json.ToText(read));
        Assert.Equal(Train.Scaled(Scaler), Train.Scaled(read));
    }

    private static bool Near(float a, float b) => Math.Abs(a - b) < 1e-6;

    private static string[] Said(string speaker, int clips) => [.. Enumerable.Repeat(speaker, clips)];
}
