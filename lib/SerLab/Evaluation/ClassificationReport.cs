using System.Globalization;
using System.Text;

namespace SerLab.Evaluation;

/// <summary>Precision, recall and F1 of a class or of an average, with the number of utterances.</summary>
/// <param name="Label">The class, or the name of the average.</param>
/// <param name="Precision">0..1.</param>
/// <param name="Recall">0..1.</param>
/// <param name="F1">0..1.</param>
/// <param name="Support">Utterances that truly are of the class.</param>
public sealed record ClassScore(string Label, double Precision, double Recall, double F1, int Support);

/// <summary>
/// scikit-learn's <c>classification_report</c>. Over a whole matrix its averages count every class, as there with
/// <c>labels=all</c>; over <see cref="ConfusionMatrix.Seen"/> those that occur or are predicted, as there by default.
/// </summary>
/// <param name="Classes">In the order of the labels.</param>
/// <param name="Accuracy">0..1.</param>
/// <param name="AllSeen">Every class occurs or is predicted; else the accuracy line is called micro average.</param>
public sealed record ClassificationReport(IReadOnlyList<ClassScore> Classes, double Accuracy, bool AllSeen)
{
    private const string WeightedName = "weighted avg";

    /// <summary>How many utterances.</summary>
    public int Total => Classes.Sum(c => c.Support);

    /// <summary>Plain mean over the classes.</summary>
    public ClassScore Macro => Average("macro avg", _ => 1.0 / Classes.Count);

    /// <summary>Mean over the classes, each counting by its support.</summary>
    public ClassScore Weighted => Average(WeightedName, c => (double)c.Support / Total);

    /// <summary>Scores every class of the matrix.</summary>
    public static ClassificationReport Of(ConfusionMatrix matrix) => new(
        [.. matrix.Labels.Select((label, c) => new ClassScore(
            label, Metrics.Precision(matrix, c), Metrics.Recall(matrix, c), Metrics.F1(matrix, c), matrix.Support(c)))],
        Metrics.Accuracy(matrix),
        Enumerable.Range(0, matrix.Classes).All(matrix.IsSeen));

    /// <summary>The text to the letter: <c>report.txt</c>.</summary>
    /// <param name="digits">Digits after the point, 1 and up; 2 is scikit-learn's default.</param>
    public string ToText(int digits = 2)
    {
        var width = Classes.Select(c => c.Label.Length).Append(WeightedName.Length).Append(digits).Max();
        var text = new StringBuilder();
        Line("", "precision", "recall", "f1-score", "support");
        text.Append('\n');
        foreach (var score in Classes)
        {
            Scores(score);
        }

        text.Append('\n');
        if (AllSeen)
        {
            Line("accuracy", "", "", Number(Accuracy, digits), Support(Total));
        }
        else
        {
            Scores(new ClassScore("micro avg", Accuracy, Accuracy, Accuracy, Total));
        }

        Scores(Macro);
        Scores(Weighted);
        return text.ToString();

        void Line(string name, params IEnumerable<string> cells) =>
            text.Append(name.PadLeft(width)).Append(' ')
                .AppendJoin("", cells.Select(cell => $" {cell,9}")).Append('\n');

        void Scores(ClassScore s) => Line(
            s.Label, Number(s.Precision, digits), Number(s.Recall, digits), Number(s.F1, digits), Support(s.Support));

        // Where nothing is right, scikit-learn counts in floating point and shows it.
        string Support(int count) => Accuracy == 0 ? $"{count}.0" : $"{count}";
    }

    private ClassScore Average(string name, Func<ClassScore, double> weight) => new(
        name, Classes.Sum(c => weight(c) * c.Precision), Classes.Sum(c => weight(c) * c.Recall),
        Classes.Sum(c => weight(c) * c.F1), Total);

    /// <summary>Rounds an exact half to the even digit, as Python does and .NET's formatting does not.</summary>
    private static string Number(double value, int digits)
    {
        var scale = Math.Pow(10, digits);
        var below = Math.Floor(value * scale);
        var isHalf = Math.FusedMultiplyAdd(value, scale, -(below + 0.5)) == 0;
        var rounded = isHalf ? (below + (below % 2)) / scale : value;
        return rounded.ToString($"F{digits}", CultureInfo.InvariantCulture);
    }
}
