using SerLab.Corpora;
using SerLab.Figures;

namespace SerLab.Reports;

/// <summary>The figures of a finished run.</summary>
public static class RunFigures
{
    /// <summary>Which emotions the test part's were taken for.</summary>
    public static Figure Confusion(Run run)
    {
        var counts = run.Metrics.Confusion;
        var matrix = new int[counts.Length, counts.Length];
        for (var row = 0; row < counts.Length; row++)
        {
            for (var column = 0; column < counts.Length; column++)
            {
                matrix[row, column] = counts[row][column];
            }
        }
        return ConfusionFigure.Of(run.Predictions.Labels, matrix, Title(run), run.Manifest.SplitDescription);
    }

    /// <summary>How training went.</summary>
    public static Figure Curves(Run run) => TrainingCurvesFigure.Of(
        Title(run),
        [.. run.History.Select(EpochPoint.Of)],
        run.BestEpoch!.Number, run.Manifest.SplitDescription);

    /// <summary>Corpus and split, as titles of figures say them.</summary>
    public static string Title(Run run) =>
        $"{CorpusReader.Title(run.Manifest.Data.Corpus)}, {run.SplitName}";
}
