namespace SerLab.Files;

/// <summary>Where a run keeps what. The manifest is written last: a folder that has one holds a finished run.</summary>
/// <param name="Path">The folder.</param>
public sealed record RunFolder(string Path)
{
    /// <summary>One line an epoch.</summary>
    public string History => In("history.csv");

    /// <summary>One line a test utterance.</summary>
    public string Predictions => In("predictions.csv");

    /// <summary>
    /// One line a validation utterance, for what is fitted after training; missing where there is no such part.
    /// </summary>
    public string ValidationPredictions => In("validation_predictions.csv");

    /// <summary>The scores with their intervals.</summary>
    public string Metrics => In("metrics.json");

    /// <summary>Counts, rows = truth.</summary>
    public string ConfusionMatrix => In("confusion_matrix.csv");

    /// <summary>Precision, recall, F1 and support of each class, for a person.</summary>
    public string Report => In("report.txt");

    /// <summary>The scores by speaker, sex, intensity and phrase.</summary>
    public string Groups => In("groups.csv");

    /// <summary>Which utterance was in which part, and the rule that put it there.</summary>
    public string Split => In("split.csv");

    /// <summary>What was run, on what, with what.</summary>
    public string Manifest => In("manifest.json");

    /// <summary>What the user chose, as a configuration file: there from the start.</summary>
    public string Config => In("config.json");

    /// <summary>Of several trainings, a line each.</summary>
    public string Runs => In("runs.csv");

    /// <summary>Of several seeds, a line each.</summary>
    public string Seeds => In("seeds.csv");

    /// <summary>Folder of the figures.</summary>
    public string Figures => In("figures");

    /// <summary>Whether a run came to its end here.</summary>
    public bool IsFinished => File.Exists(Manifest);

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
