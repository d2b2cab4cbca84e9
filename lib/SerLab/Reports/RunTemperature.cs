using SerLab.Evaluation;
using SerLab.Files;

namespace SerLab.Reports;

/// <summary>The temperature of a run, fitted on the validation predictions that its training left.</summary>
/// <param name="Temperature">Above 1 the model was too sure.</param>
/// <param name="Clips">Validation clips it was fitted on.</param>
public sealed record RunTemperature(double Temperature, int Clips)
{
    /// <summary>Fits the temperature of one training.</summary>
    /// <exception cref="BadFileException">The folder holds no finished run, or no validation predictions.</exception>
    public static RunTemperature Of(string folder)
    {
        var files = new RunFolder(folder);
        if (!files.IsFinished || !File.Exists(files.ValidationPredictions))
        {
            throw new BadFileException(
                folder, "it has no validation_predictions.csv, on which a temperature is fitted.",
                "Train it again, with a validation part.");
        }
        var validation = Predictions.ReadCsv(files.ValidationPredictions);
        return new(TemperatureScaling.Fit(validation), validation.Rows.Count);
    }

    /// <summary>
    /// A run's test predictions, those of each fold at that fold's own temperature, and what it changed.
    /// </summary>
    /// <exception cref="BadFileException">A training has no validation predictions.</exception>
    public static (Predictions Predictions, CalibrationReport Report) Calibrate(Run run)
    {
        var parts = Folders(run).Select(folder => (
            Fitted: Of(folder), Answers: Predictions.ReadCsv(new RunFolder(folder).Predictions))).ToArray();
        var after = new Predictions(run.Predictions.Labels, [.. parts.SelectMany(
            part => TemperatureScaling.Apply(part.Answers, part.Fitted.Temperature).Rows)]);
        var report = CalibrationReport.Of(
            [.. parts.Select(part => part.Fitted.Temperature)], parts.Sum(part => part.Fitted.Clips),
            run.Predictions, after);
        return (after, report);
    }

    // Those whose predictions the run's own are: all folds of the first seed.
    private static string[] Folders(Run run) => run.Parts.Count == 0
        ? [run.Folder.Path]
        : [.. run.Parts.Where(part => part.Seed == run.Parts[0].Seed)
            .Select(part => Path.Combine(run.Folder.Path, part.Folder))];
}
