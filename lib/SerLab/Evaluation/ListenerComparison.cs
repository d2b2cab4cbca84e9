using SerLab.Corpora;
using SerLab.Files;

namespace SerLab.Evaluation;

/// <summary>One emotion as listeners and a model recognise it.</summary>
/// <param name="Emotion">The intended one.</param>
/// <param name="Clips">Clips of the model's test part.</param>
/// <param name="Listeners">Share of votes that are right.</param>
/// <param name="Model">The model's recall.</param>
public sealed record ListenerRecall(string Emotion, int Clips, double Listeners, double Model);

/// <summary>A model on clips that most listeners understood, and on the others.</summary>
/// <param name="Clear">Clips whose intended emotion has more votes than any other.</param>
/// <param name="ModelOnClear">The model's accuracy on them; NaN where there are none.</param>
/// <param name="Unclear">The other clips with votes.</param>
/// <param name="ModelOnUnclear">The model's accuracy on them; NaN where there are none.</param>
public sealed record ClipsByListeners(int Clear, double ModelOnClear, int Unclear, double ModelOnUnclear);

/// <summary>A model beside human listeners on CREMA-D's voices.</summary>
/// <param name="Human">The listeners' confusion, in the order of the model's labels.</param>
/// <param name="Model">The model's counts.</param>
/// <param name="Recalls">Emotion by emotion.</param>
/// <param name="Correlation">
/// Pearson's, between listeners' and model's shares of errors, the cells off the diagonal: 1 where both take the same
/// for the same. NaN where one of them makes no difference between errors.
/// </param>
/// <param name="ByClip">Clip by clip; null without the votes for each.</param>
public sealed record ListenerComparison(
    ListenerConfusion Human, ConfusionMatrix Model, IReadOnlyList<ListenerRecall> Recalls, double Correlation,
    ClipsByListeners? ByClip)
{
    /// <summary>Compares on a run's test part.</summary>
    /// <param name="predictions">Answers on recordings named as CREMA-D names them, every emotion among them.</param>
    /// <param name="votes">The votes for each clip; all clips' published confusion where null.</param>
    /// <exception cref="BadOptionException">
    /// The recordings or labels are not CREMA-D's, an emotion does not occur, or a clip has no votes.
    /// </exception>
    public static ListenerComparison Of(Predictions predictions, ListenerVotes? votes = null)
    {
        Check(predictions);
        var human = votes is null ? ListenerConfusion.CremaDVoice : OfVotes(predictions, votes);
        human = human.InOrderOf(predictions.Labels);
        var model = ConfusionMatrix.Of(predictions);
        return new(
            human, model,
            [
                .. predictions.Labels.Select((label, i) => new ListenerRecall(
                    label, model.Support(i), human.Shares[i, i], Metrics.Recall(model, i))),
            ],
            Errors(human, model), votes is null ? null : ByClips(predictions, votes));
    }

    /// <summary>Mean of the listeners' recalls.</summary>
    public double HumanUar => Recalls.Average(recall => recall.Listeners);

    /// <summary>Mean of the model's recalls.</summary>
    public double ModelUar => Recalls.Average(recall => recall.Model);

    private static void Check(Predictions predictions)
    {
        var names = new CremaDNames();
        var strange = predictions.Rows.FirstOrDefault(
            row => names.Parse(Path.GetFileNameWithoutExtension(row.File), row.File) is null);
        if (strange is not null)
        {
            throw new BadOptionException(
                $"Listeners are known for CREMA-D alone; {Path.GetFileName(strange.File)} is not named as its clips.",
                "Name a run on CREMA-D.");
        }

        var present = predictions.Rows.Select(row => predictions.Labels[row.Truth]);
        if (!ListenerVotes.Labels.ToHashSet().SetEquals(present) || predictions.Labels.Count != 6)
        {
            throw new BadOptionException(
                $"Listeners chose between {string.Join(", ", ListenerVotes.Labels)}; the model's test clips do not.",
                "Name a run on CREMA-D with all six emotions.");
        }
    }

    // Each clip counts alike, however many heard it.
    private static ListenerConfusion OfVotes(Predictions predictions, ListenerVotes votes)
    {
        var labels = ListenerVotes.Labels;
        var shares = new double[labels.Count, labels.Count];
        foreach (var (row, label) in labels.Index())
        {
            double[][] clips = [.. predictions.Rows.Where(one => predictions.Labels[one.Truth] == label)
                .Select(one => Shares(VotesOf(one, votes)))];
            for (var column = 0; column < labels.Count; column++)
            {
                shares[row, column] = clips.Average(clip => clip[column]);
            }
        }

        return new(labels, shares, "the corpus's votes on the same clips, voice only");
    }

    private static double[] Shares(IReadOnlyList<int> counts) =>
        [.. counts.Select(count => (double)count / counts.Sum())];

    private static IReadOnlyList<int> VotesOf(Prediction row, ListenerVotes votes) => votes.Of(row.File)
        ?? throw new BadOptionException(
            $"The table has no votes for {Path.GetFileName(row.File)}.", "Take the corpus's own table, or none.");

    private static ClipsByListeners ByClips(Predictions predictions, ListenerVotes votes)
    {
        var byClear = predictions.Rows.ToLookup(row =>
        {
            var counts = VotesOf(row, votes);
            var intended = counts[ListenerVotes.Labels.IndexOf(predictions.Labels[row.Truth])];
            return counts.Count(count => count >= intended) == 1;
        });
        return new(byClear[true].Count(), Accuracy(byClear[true]), byClear[false].Count(), Accuracy(byClear[false]));

        static double Accuracy(IEnumerable<Prediction> rows) =>
            rows.Select(row => row.IsCorrect ? 1.0 : 0).DefaultIfEmpty(double.NaN).Average();
    }

    private static double Errors(ListenerConfusion human, ConfusionMatrix model)
    {
        (int Row, int Column)[] errors =
        [
            .. Enumerable.Range(0, model.Classes).SelectMany(row => Enumerable.Range(0, model.Classes)
                .Where(column => column != row).Select(column => (row, column))),
        ];
        return MathNet.Numerics.Statistics.Correlation.Pearson(
            errors.Select(cell => human.Shares[cell.Row, cell.Column]),
            errors.Select(cell => (double)model[cell.Row, cell.Column] / model.Support(cell.Row)));
    }
}
