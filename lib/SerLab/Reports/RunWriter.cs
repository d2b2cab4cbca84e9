using SerLab.Evaluation;
using SerLab.Figures;
using SerLab.Files;
using SerLab.Models;
using SerLab.Splits;
using SerLab.Training;

namespace SerLab.Reports;

/// <summary>Writes a run folder; every file whole, the manifest last.</summary>
internal static class RunWriter
{
    public static Run Write(
        RunFolder folder, ModelBundle bundle, SplitPlan plan, IReadOnlyList<Epoch> history, Predictions predictions,
        RunManifest manifest)
    {
        Directory.CreateDirectory(folder.Path);
        File.Delete(folder.Manifest); // an earlier run in this folder is over
        var metrics = MetricsReport.Of(predictions, manifest.SplitDescription);
        var confusion = ConfusionMatrix.Of(predictions);
        var run = new Run(folder, manifest, history, predictions, metrics);
        bundle.Save(folder.Path);
        HistoryCsv.Write(folder.History, history);
        predictions.WriteCsv(folder.Predictions);
        Json.Write(folder.Metrics, metrics);
        confusion.WriteCsv(folder.ConfusionMatrix);
        var report = ClassificationReport.Of(confusion).ToText(4);
        AtomicFile.WriteText(folder.Report, $"{manifest.SplitDescription}\n\n{report}");
        SplitCsv.Write(folder.Split, [plan]);
        using (var renderer = StaticRenderer.Find())
        {
            RunFigures.Confusion(run).Save(folder.Figures, "confusion", renderer);
            RunFigures.Curves(run).Save(folder.Figures, "curves", renderer);
        }
        Json.Write(folder.Manifest, manifest);
        return run;
    }
}
