using SerLab.Corpora;
using SerLab.Evaluation;
using SerLab.Features;
using SerLab.Files;
using SerLab.Reports;
using SerLab.Tests.Features;
using SerLab.Tests.Files;

namespace SerLab.Tests.Reports;

[Trait("Kind", "law")]
public sealed class EdaTests : IDisposable
{
    private static readonly EdaOptions Quick = new() { Map = new TsneOptions { Perplexity = 5, Iterations = 40 } };

    private readonly TemporaryFolder _sounds = new();
    private readonly TemporaryFolder _out = new();

    public void Dispose()
    {
        _sounds.Dispose();
        _out.Dispose();
    }

    [Fact]
    public void Tables_and_figures_have_the_published_names_and_tell_the_same_numbers()
    {
        var report = Of(Corpus());
        var files = report.Save(_out.Root, null, null, TestContext.Current.CancellationToken);
        string[] tables =
        [
            "eda_summary.csv", "label_distribution.csv", "class_balance.csv", "recordings.csv",
            "mean_features_mfcc.csv", "left_out.csv", "correlation.csv", "map.csv",
        ];
        string[] figures =
        [
            "emotion_bar_plot", "class_balance", "audio_duration", "sample_rates", "feature_distributions",
            "correlation_heatmap", "map_pca", "map_tsne",
        ];
        Assert.Equal([.. tables, .. figures.Select(name => $"{name}.html")], files.Select(Path.GetFileName));
        Assert.Equal(figures, report.Figures.Select(figure => figure.Name));
        Assert.All(report.Figures, figure => Assert.EndsWith("1 recording left out.", Start(figure.Figure.Note)));

        var summary = Csv.ReadRows(_out["eda_summary.csv"]).ToDictionary(row => row["measure"], row => row["value"]);
        Assert.Equal("13", summary["recordings"]);
        Assert.Equal("1", summary["left_out"]);
        Assert.Equal("8000 22050", summary["sample_rates"]);
        Assert.Equal("13", Csv.ReadRows(_out["label_distribution.csv"]).Sum(r => r.Number("clips")).ToString());
        Assert.Equal(1, Csv.ReadRows(_out["label_distribution.csv"]).Sum(r => r.Number("share")), 1e-12);
        Assert.Equal(13, Csv.ReadRows(_out["recordings.csv"]).Count);
        Assert.Equal(13, Csv.ReadRows(_out["map.csv"]).Count);
        Assert.Contains("bad.wav", Assert.Single(Csv.ReadRows(_out["left_out.csv"]))["file"]);
        var means = Csv.ReadRows(_out["mean_features_mfcc.csv"], "emotion", "duration", "level", "mfcc_0", "mfcc_19");
        Assert.Equal(report.Survey.Corpus.Labels, means.Select(row => row["emotion"]));
    }

    [Fact]
    public void The_same_corpus_gives_the_same_figures_and_progress_tells_every_step()
    {
        var seen = new List<EdaProgress>();
        var first = new Eda(Quick).Of(
            Corpus(), new Listener<EdaProgress>(step => { lock (seen) seen.Add(step); }),
            TestContext.Current.CancellationToken);
        var second = Of(Corpus());
        Assert.Equal(first.Figures.Select(f => f.Figure.ToJson()), second.Figures.Select(f => f.Figure.ToJson()));
        Assert.Equal(14, seen.Count(step => step.Stage == "recordings"));
        Assert.Equal(1, seen.Where(step => step.Stage == "recordings").Max(step => step.LeftOut));
        Assert.Equal(Enumerable.Range(1, 40), seen.Where(step => step.Stage == "map").Select(step => step.Done));
    }

    [Fact]
    public void More_clips_than_a_map_holds_are_drawn_from_every_speaker_and_emotion_alike()
    {
        var corpus = Recordings.Corpus(_sounds, speakers: 3, phrases: 4);
        var report = Of(corpus, Quick with { MostOnMap = corpus.Utterances.Count / 2 });
        var counts = report.Map!.Clips.CountBy(clip => (clip.Utterance.Speaker, clip.Utterance.Emotion)).ToDictionary();
        Assert.Equal(corpus.Utterances.Count / 2, report.Map.Clips.Count);
        Assert.Equal(3 * corpus.Labels.Count, counts.Count);
        Assert.All(counts.Values, count => Assert.Equal(2, count));
        Assert.Contains($"{report.Map.Clips.Count} of {corpus.Utterances.Count} clips", report["map_tsne"].Note);
        Assert.Equal(
            report.Map.Clips.Select(clip => clip.Utterance),
            Of(corpus, Quick with { MostOnMap = corpus.Utterances.Count / 2 }).Map!.Clips.Select(clip => clip.Utterance));
    }

    [Fact]
    public void Features_with_frames_are_averaged_and_power_is_in_decibels()
    {
        var corpus = Corpus();
        var images = new Eda(Quick with { Features = new FeatureOptions { Set = "mel128" } }).Of(
            corpus, null, TestContext.Current.CancellationToken);
        Assert.All(images.Survey.Clips, clip => Assert.Equal(128, clip.Features.Length));
        var first = images.Survey.Set.OfFile(images.Survey.Clips[0].Utterance.File);
        Assert.Equal(first[..128].Average(), images.Survey.Clips[0].Features[0], 1e-3);

        var means = Of(corpus).Survey;
        var power = means.Set.OfFile(means.Clips[0].Utterance.File)[^1];
        Assert.Equal(Math.Max(-100, 10 * Math.Log10(power)), means.Clips[0].Features[^1], 1e-4);
    }

    [Fact]
    public void A_tone_has_its_pitch_its_level_and_its_rate_of_crossings()
    {
        var corpus = Recordings.Corpus(_sounds, speakers: 1, phrases: 1); // tones of 400 and 800 Hz with an amplitude of 0.4
        var measured = Of(corpus).Survey.Clips.Single(clip => clip.Utterance.Emotion == "neutral");
        var byName = CorpusSurvey.Measures.Zip(measured.Measures).ToDictionary(m => m.First.Name, m => m.Second);
        Assert.Equal(0.4, byName["duration"], 1e-9);
        Assert.Equal(20 * Math.Log10(0.4 / Math.Sqrt(2)), byName["level"], 0.05);
        Assert.Equal(400, byName["pitch"], 4.0);
        Assert.InRange(byName["pitch_range"], 0, 0.2);
        Assert.InRange(byName["voiced"], 0.8, 1);
        Assert.Equal(2 * 400.0 / 22050, byName["zcr"], 0.003);
    }

    [Fact]
    public void Fewer_than_four_clips_have_no_map_and_one_silent_clip_is_an_overview()
    {
        var corpus = Corpus();
        var report = Of(corpus with { Utterances = [corpus.Utterances[0]] });
        Assert.Null(report.Map);
        Assert.Equal(
            ["emotion_bar_plot", "class_balance", "audio_duration", "feature_distributions"],
            report.Figures.Select(figure => figure.Name));
        Assert.Throws<KeyNotFoundException>(() => report["map_tsne"]);
        Assert.Contains("there is nothing to compare", report["feature_distributions"].Finding);

        File.WriteAllBytes(_sounds["silent.wav"], Audio.SoundMaker.Wav(new byte[2000]));
        var silent = Of(corpus with { Utterances = [Recordings.At(_sounds["silent.wav"])] });
        double[] measures = silent.Survey.Clips[0].Measures;
        Assert.Equal([-100, double.NaN, double.NaN, 0], measures[1..5]);
        Assert.All(measures[5..], value => Assert.True(double.IsFinite(value)));
    }

    [Fact]
    public void Bad_options_are_told_before_anything_is_read_and_a_corpus_without_sound_names_its_folder()
    {
        var corpus = Corpus();
        Assert.Throws<BadOptionException>(() => Of(corpus, Quick with { Map = new TsneOptions { Perplexity = 0 } }));
        Assert.Throws<BadOptionException>(
            () => Of(corpus, Quick with { Features = new FeatureOptions { Set = "fs9" } }));
        var failure = Assert.Throws<BadFileException>(
            () => Of(corpus with { Utterances = [Recordings.At(_sounds["bad.wav"])] }));
        Assert.Equal(corpus.Root, failure.Path);
        Assert.Contains("not one of 1 recording", failure.Message);
    }

    [Fact]
    public void A_cancelled_overview_stops()
    {
        using var source = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => new Eda(Quick).Of(
            Corpus(), new Listener<EdaProgress>(_ => source.Cancel()), source.Token));
    }

    // Twelve clips, one at another rate, and one that is no sound.
    private Corpus Corpus()
    {
        var corpus = Recordings.Corpus(_sounds, speakers: 2, phrases: 3);
        File.WriteAllText(_sounds["bad.wav"], "not a sound");
        byte[] noise = [.. Enumerable.Range(0, 9000).Select(i => (byte)(i * i % 251))];
        File.WriteAllBytes(_sounds["slow.wav"], Audio.SoundMaker.Wav(noise, rate: 8000));
        Utterance[] more = [Recordings.At(_sounds["slow.wav"]), Recordings.At(_sounds["bad.wav"])];
        return corpus with { Utterances = [.. corpus.Utterances, .. more] };
    }

    private static EdaReport Of(Corpus corpus, EdaOptions? options = null) =>
        new Eda(options ?? Quick).Of(corpus, null, TestContext.Current.CancellationToken);

    // What a figure adds to the note stands behind it.
    private static string Start(string note) => note[..(note.IndexOf("left out.", StringComparison.Ordinal) + 9)];
}
