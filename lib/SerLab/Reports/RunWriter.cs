using SerLab.Corpora;
using SerLab.Evaluation;
using SerLab.Figures;
using SerLab.Files;
using SerLab.Models;
using SerLab.Splits;
using SerLab.Training;

namespace SerLab.Reports;

/// <summary>What a trained network says.</summary>
/// <param name="Test">Of the test part.</param>
/// <param name="Validation">Of the validation part; null where there is none.</param>
internal sealed record RunAnswers(Predictions Test, Predictions? Validation);

/// <summary>Writes a run folder; every file whole, the manifest last.</summary>
internal static class RunWriter
{
    public static Run Write(
        RunFolder folder, ModelBundle bundle, SplitPlan plan, IReadOnlyList<Epoch> history, RunAnswers answers,
        RunManifest manifest, StaticRenderer? renderer)
    {
        var metrics = MetricsReport.Of(answers.Test, manifest.SplitDescription);
        var run = new Run(folder, manifest, history, answers.Test, metrics);
        Begin(run, folder.Runs, folder.Seeds, folder.ValidationPredictions);
        bundle.Save(folder.Path);
        HistoryCsv.Write(folder.History, history);
        WriteScores(run, plan.Test.Utterances);
        answers.Validation?.WriteCsv(folder.ValidationPredictions);
        SplitCsv.Write(folder.Split, [plan]);
        RunFigures.Confusion(run).Save(folder.Figures, "confusion", renderer);
        RunFigures.Curves(run).Save(folder.Figures, "curves", renderer);
        Json.Write(folder.Manifest, manifest);
        return run;
    }

    /// <summary>Ends an earlier run in the folder: its manifest goes, and what this one will not replace.</summary>
    public static void Begin(Run run, params IReadOnlyList<string> stale)
    {
        Directory.CreateDirectory(run.Folder.Path);
        foreach (var file in stale.Prepend(run.Folder.Manifest))
        {
            File.Delete(file);
        }
        Json.Write(run.Folder.Config, run.Manifest.Options);
    }

    /// <summary>Writes the predictions and what is measured on them.</summary>
    /// <param name="run">The run.</param>
    /// <param name="utterances">What is known of the test recordings.</param>
    public static void WriteScores(Run run, IEnumerable<Utterance> utterances)
    {
        var (folder, confusion) = (run.Folder, ConfusionMatrix.Of(run.Predictions));
        run.Predictions.WriteCsv(folder.Predictions);
        Json.Write(folder.Metrics, run.Metrics);
        confusion.WriteCsv(folder.ConfusionMatrix);
        GroupScore.WriteCsv(folder.Groups, Groups.Of(run.Predictions, utterances));
        var report = ClassificationReport.Of(confusion).ToText(4);
        AtomicFile.WriteText(folder.Report, $"{run.Manifest.SplitDescription}\n\n{report}");
    }
}
