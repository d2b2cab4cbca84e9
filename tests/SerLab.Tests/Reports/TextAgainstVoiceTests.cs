using SerLab.Corpora;
using SerLab.Evaluation;
using SerLab.Reports;
using SerLab.Splits;
using SerLab.Text;
using SerLab.Tests.Corpora;

namespace SerLab.Tests.Reports;

/// <summary>Corpora of names alone: whether words tell emotions is known.</summary>
[Trait("Kind", "law")]
public sealed class TextAgainstVoiceTests
{
    private static readonly string[] Emotions = ["angry", "fear", "happy", "sad"];

    [Theory]
    [InlineData("loso")]
    [InlineData("speaker")]
    [InlineData("phrase")]
    [InlineData("folds(k=5, by=phrase)")]
    public void Of_words_spoken_equally_often_in_every_emotion_chance_comes_out_as_chance(string split)
    {
        var corpus = Balanced();
        var (result, predictions) = TextAgainstVoice.Of(corpus, Transcripts.Of(corpus), SplitRule.Parse(split));
        Assert.Equal((0.25, 0.25), (result.Chance, result.Text.Value));
        Assert.Equal(0.25, result.Ceiling, 1e-12);
        Assert.Equal(predictions.Rows.Count, result.Tied);
        Assert.Equal(
            "The words carry no emotion that shows: UAR 25.0 % [25.0, 25.0], chance is 25.0 %.", result.Verdict);
    }

    [Fact]
    public void On_a_random_split_they_score_below_chance_and_the_verdict_says_why()
    {
        var corpus = Balanced();
        var (result, _) = TextAgainstVoice.Of(corpus, Transcripts.Of(corpus), SplitRule.Parse("random"));
        Assert.True(result.Text.High < 0.25);
        Assert.StartsWith("The words score below chance", result.Verdict);
        var voice = result with { Voice = new Interval(0.9, 0.8, 1, "", 5) };
        Assert.EndsWith("The voice scores 90.0 %: hold it against chance, not against these words.", voice.Verdict);
    }

    [Fact]
    public void Words_of_their_own_give_an_emotion_away()
    {
        var corpus = Balanced();
        var told = corpus.Utterances.ToDictionary(u => u.Id, u => $"say the word {u.Emotion} {u.Phrase}");
        var (result, _) = TextAgainstVoice.Of(corpus, told, SplitRule.Parse("loso"));
        Assert.Equal(1, result.Text.Value);
        Assert.Equal(1, result.Ceiling, 1e-12);
        Assert.StartsWith("The words tell something: UAR 100.0 %", result.Verdict);
    }

    [Fact]
    public void The_numbers_and_the_figure_say_the_same()
    {
        var corpus = Balanced();
        var (result, _) = TextAgainstVoice.Of(corpus, Transcripts.Of(corpus), SplitRule.Parse("loso"));
        Assert.Contains("text, UAR                 25.0 [25.0, 25.0]", result.ToText());
        Assert.DoesNotContain("voice", result.ToText());
        Assert.Equal(result.Verdict, result.Figure().Finding);
        var voice = result with
        {
            Voice = new Interval(0.6, 0.5, 0.7, "", 5), P = 0.0005, Difference = new Interval(0.35, 0.25, 0.45, "", 5),
        };
        Assert.EndsWith(
            "The voice scores 60.0 %, 35.0 points more (permutation test by speakers: p = 0.0005).", voice.Verdict);
        Assert.Contains("voice − text              +35.0 [+25.0, +45.0]", voice.ToText());
        Assert.EndsWith(
            "its 35.0 points more are within chance.",
            (voice with { Difference = new Interval(0.35, -0.1, 0.45, "", 5) }).Verdict);
    }

    /// <summary>5 speakers say 20 words once in each of 4 emotions.</summary>
    private static Corpus Balanced() => CorpusReader.Read(CorpusMaker.Folder(
    [
        .. from speaker in Enumerable.Range(1, 5) from word in Enumerable.Range(1, 20) from emotion in Emotions
           select $"F0{speaker}_word{word}_{emotion}.wav",
    ]));
}
