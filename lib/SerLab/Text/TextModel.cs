using SerLab.Corpora;
using SerLab.Evaluation;
using SerLab.Splits;

namespace SerLab.Text;

/// <summary>Tells the emotion from the words alone: TF-IDF and naive Bayes.</summary>
public sealed class TextModel
{
    // What differs by less is rounding: the same products in another order.
    private const double Tie = 1e-9;

    private readonly IReadOnlyList<string> _labels;
    private readonly TfIdf _words;
    private readonly NaiveBayes _bayes;

    private TextModel(IReadOnlyList<string> labels, TfIdf words, NaiveBayes bayes) =>
        (_labels, _words, _bayes) = (labels, words, bayes);

    /// <summary>
    /// Trains a model in each fold and tests it there. It has nothing to choose, so it learns from the validation part
    /// too.
    /// </summary>
    /// <param name="plans">The folds, as an audio model has them.</param>
    /// <param name="transcripts">What is said, by the utterance's id.</param>
    /// <param name="options">The defaults where null.</param>
    /// <returns>The test parts of all folds together.</returns>
    /// <exception cref="Files.BadOptionException">An option cannot hold, or the texts have no words.</exception>
    public static Predictions Test(
        IReadOnlyList<SplitPlan> plans, IReadOnlyDictionary<string, string> transcripts, TextOptions? options = null)
    {
        var labels = Emotions.InOrder(plans.SelectMany(plan => plan.Labels).Distinct());
        return new Predictions(labels, [.. plans.SelectMany(plan =>
        {
            var model = Fit([.. plan.Train.Utterances, .. plan.Validation.Utterances], transcripts, labels, options);
            return plan.Test.Utterances.Select(u => new Prediction(
                u.File, u.Speaker, model.Place(u.Emotion), model.Probabilities(transcripts[u.Id])));
        })]);
    }

    /// <summary>Trains a model.</summary>
    /// <param name="utterances">The training part.</param>
    /// <param name="transcripts">What is said, by the utterance's id.</param>
    /// <param name="labels">In the order of the outputs.</param>
    /// <param name="options">The defaults where null.</param>
    /// <exception cref="Files.BadOptionException">An option cannot hold, or the texts have no words.</exception>
    public static TextModel Fit(
        IReadOnlyList<Utterance> utterances, IReadOnlyDictionary<string, string> transcripts,
        IReadOnlyList<string> labels, TextOptions? options = null)
    {
        options ??= new();
        string[] texts = [.. utterances.Select(u => transcripts[u.Id])];
        var words = TfIdf.Fit(texts, options.TfIdf);
        var places = labels.Index().ToDictionary(label => label.Item, label => label.Index, StringComparer.Ordinal);
        var bayes = NaiveBayes.Fit(
            [.. texts.Select(words.Weigh)], [.. utterances.Select(u => places[u.Emotion])], labels.Count,
            words.Vocabulary.Count, options.Alpha, options.FitPriors);
        return new TextModel(labels, words, bayes);
    }

    /// <summary>
    /// Probability of each label [label]. Where several are likeliest but for rounding they are made equal: a tie goes
    /// to the first of them, whatever the text, and is not decided by the last bit of a sum.
    /// </summary>
    public double[] Probabilities(string text)
    {
        var probabilities = _bayes.Probabilities(_words.Weigh(text));
        var most = probabilities.Max();
        return [.. probabilities.Select(p => p >= most * (1 - Tie) ? most : p)];
    }

    private int Place(string emotion) => _labels.Index().First(label => label.Item == emotion).Index;
}
