using SerLab.Corpora;
using SerLab.Evaluation;
using SerLab.Figures;
using SerLab.Files;
using SerLab.Splits;
using SerLab.Text;

namespace SerLab.Reports;

/// <summary>What the words alone say of the emotion, beside chance and beside what the voice says.</summary>
/// <param name="Corpus">Its name.</param>
/// <param name="Split">How the clips were split, as tables call it.</param>
/// <param name="Clips">Test clips.</param>
/// <param name="Transcripts">Different transcripts among all clips.</param>
/// <param name="Chance">UAR of guessing.</param>
/// <param name="Ceiling">
/// UAR of whoever knows how often each transcript is spoken in each emotion in the whole corpus: no model of words can
/// truly do better. Equal to chance where every transcript is spoken equally often in every emotion.
/// </param>
/// <param name="Tied">Clips whose likeliest emotions are equal; the first in the common order is taken.</param>
/// <param name="Text">UAR of the words, with its interval.</param>
/// <param name="TextAccuracy">Accuracy of the words; guessing the most frequent emotion is its chance.</param>
/// <param name="Voice">UAR of the audio model on the same clips; null where there is none.</param>
/// <param name="Difference">UAR of voice minus text on the same draws; null where there is no voice.</param>
/// <param name="P">Two-sided paired permutation test of the two; null where there is no voice.</param>
/// <param name="Unit">What intervals draw and the test exchanges: speakers where 5 and more are tested.</param>
public sealed record TextAgainstVoice(
    string Corpus, string Split, int Clips, int Transcripts, double Chance, double Ceiling, int Tied,
    Interval Text, Interval TextAccuracy, Interval? Voice, Interval? Difference, double? P, ResampledUnit Unit)
{
    private const int EnoughSpeakers = 5;
    private const double Rounding = 1e-9;

    /// <summary>The result in one or two sentences.</summary>
    public string Verdict => string.Join(" ", new[] { TextVerdict, VoiceVerdict }.OfType<string>());

    /// <summary>Tests the words on the folds of a run, and against its answers.</summary>
    /// <param name="corpus">The run's corpus; utterances that the run left out are left out here too.</param>
    /// <param name="transcripts">By the utterance's id.</param>
    /// <param name="run">An audio model's run, of one training or of folds.</param>
    /// <param name="options">The text model; the defaults where null.</param>
    /// <exception cref="BadFileException">The run is of another corpus.</exception>
    public static (TextAgainstVoice Result, Predictions Text) Of(
        Corpus corpus, IReadOnlyDictionary<string, string> transcripts, Run run, TextOptions? options = null)
    {
        var (read, files) = Shared(corpus, run);
        var plans = SplitCsv.Read(run.Folder.Split, read);
        var text = TextModel.Test(plans, transcripts, options);
        var voice = new Predictions(
            run.Predictions.Labels, [.. run.Predictions.Rows.Select(row => row with { File = files[row.File] })]);
        return text.SharesClipsWith(voice)
            ? (Of(read, transcripts, run.SplitName, text, voice), text)
            : throw new BadFileException(
                run.Folder.Path, "its predictions are not of the test part in its split.csv.", "Train it again.");
    }

    /// <summary>Tests the words alone.</summary>
    /// <param name="corpus">All its utterances have a transcript.</param>
    /// <param name="transcripts">By the utterance's id.</param>
    /// <param name="split">One plan or folds; speakers unseen is the fair one.</param>
    /// <param name="options">The text model; the defaults where null.</param>
    public static (TextAgainstVoice Result, Predictions Text) Of(
        Corpus corpus, IReadOnlyDictionary<string, string> transcripts, SplitRule split, TextOptions? options = null)
    {
        var text = TextModel.Test(split.Folds(corpus), transcripts, options);
        return (Of(corpus, transcripts, $"{split.Name} split", text, voice: null), text);
    }

    /// <summary>Text, voice and chance as bars with intervals.</summary>
    public Figure Figure() => TextAgainstVoiceFigure.Of(this);

    /// <summary>The numbers as aligned plain text.</summary>
    public string ToText() => TextAgainstVoiceFigure.Table(this);

    private static TextAgainstVoice Of(
        Corpus corpus, IReadOnlyDictionary<string, string> transcripts, string split, Predictions text,
        Predictions? voice)
    {
        var unit = text.Speakers.Count >= EnoughSpeakers ? ResampledUnit.Speakers : ResampledUnit.Clips;
        return new TextAgainstVoice(
            corpus.Name, split, text.Rows.Count, transcripts.Values.Distinct(StringComparer.Ordinal).Count(),
            1.0 / text.Labels.Count, CeilingOf(corpus, transcripts), text.Rows.Count(IsTied),
            Bootstrap.Of(text, Metrics.Uar, unit), Bootstrap.Of(text, Metrics.Accuracy, unit),
            voice is null ? null : Bootstrap.Of(voice, Metrics.Uar, unit),
            voice is null ? null : Bootstrap.PairedDifference(voice, text, Metrics.Uar, unit),
            voice is null ? null : PermutationTest.PValue(voice, text, Metrics.Uar, unit), unit);
    }

    // A run may have been made where the corpus lay elsewhere, and may have left out recordings that cannot be read.
    private static (Corpus Corpus, Dictionary<string, string> Files) Shared(Corpus corpus, Run run)
    {
        var rows = Csv.ReadRows(run.Folder.Split, "file", "id").DistinctBy(row => row["file"]).ToArray();
        var ids = rows.Select(row => row["id"]).ToHashSet(StringComparer.Ordinal);
        Utterance[] shared = [.. corpus.Utterances.Where(u => ids.Contains(u.Id))];
        var places = shared.ToDictionary(u => u.Id, u => u.File, StringComparer.Ordinal);
        return (corpus with { Utterances = shared }, rows.ToDictionary(
            row => row["file"], row => places.GetValueOrDefault(row["id"], row["file"]), StringComparer.Ordinal));
    }

    private static bool IsTied(Prediction row) => row.Probabilities.Count(p => p == row.Confidence) > 1;

    private static double CeilingOf(Corpus corpus, IReadOnlyDictionary<string, string> transcripts)
    {
        var sizes = corpus.Utterances.CountBy(u => u.Emotion).ToDictionary();
        return corpus.Utterances.GroupBy(u => transcripts[u.Id], StringComparer.Ordinal)
            .Sum(said => said.CountBy(u => u.Emotion).Max(count => (double)count.Value / sizes[count.Key]))
            / sizes.Count;
    }

    private bool IsBelowChance => Text.High < Chance - Rounding;

    private string TextVerdict => this switch
    {
        { Text.Low: { } low } when low > Chance + Rounding =>
            $"The words tell something: {Share(Text)}, chance is {Wording.Percent(Chance, 1)}" +
            $" and no words could tell more than {Wording.Percent(Ceiling, 1)}.",
        { IsBelowChance: true } =>
            $"The words score below chance ({Share(Text)}, chance is {Wording.Percent(Chance, 1)}), which is no " +
            "knowledge: of a phrase that is spoken equally often in every emotion, what is in the test part is " +
            "missing in training. On unseen speakers this does not happen.",
        _ => $"The words carry no emotion that shows: {Share(Text)}, chance is {Wording.Percent(Chance, 1)}.",
    };

    private string? VoiceVerdict => this switch
    {
        { Voice: null } => null,
        { IsBelowChance: true } =>
            $"The voice scores {Wording.Percent(Voice.Value, 1)}: hold it against chance, not against these words.",
        { Difference: { ExcludesZero: true, Value: > 0 } more } =>
            $"The voice scores {Wording.Percent(Voice.Value, 1)}, {Points(more)} points more " +
            $"(permutation test by {(Unit == ResampledUnit.Speakers ? "speakers" : "clips")}: " +
            $"p = {Wording.Short(P!.Value)}).",
        { Difference: { } difference } =>
            $"The voice scores {Wording.Percent(Voice.Value, 1)}, " +
            $"and its {Points(difference)} points more are within chance.",
        _ => null,
    };

    private static string Share(Interval interval) => interval is { Low: { } low, High: { } high }
        ? $"UAR {Wording.Percent(interval.Value, 1)} " +
            $"[{Wording.Text(100 * low, "0.0")}, {Wording.Text(100 * high, "0.0")}]"
        : $"UAR {Wording.Percent(interval.Value, 1)}";

    private static string Points(Interval difference) => Wording.Text(100 * difference.Value, "0.0");
}
