// What every notebook loads: the library, its rooms, and progress that stays on one line.
#r "../artifacts/bin/SerLab/release/SerLab.dll"

using SerLab.Audio;
using SerLab.Corpora;
using SerLab.Evaluation;
using SerLab.Features;
using SerLab.Figures;
using SerLab.Files;
using SerLab.Models;
using SerLab.Reports;
using SerLab.Splits;
using SerLab.Training;

/// A line under the cell that follows a training and ends with what it came to.
Run Follow(Func<IProgress<ExperimentProgress>, Run> train)
{
    var line = display("starting …");
    var run = train(new Relay<ExperimentProgress>(step =>
    {
        if (step.Epoch is { } epoch)
            line.Update($"epoch {epoch.Number}: validation UAR {epoch.Validation.Uar:0 %}");
    }));
    line.Update($"{run.History.Count} epochs, the best was number {run.BestEpoch.Number}");
    return run;
}

/// The training curves under the cell, which grow while it trains and end as the run's own figure.
Run Watch(string title, Func<IProgress<ExperimentProgress>, Run> train)
{
    var shown = display("starting …");
    using var curves = new LiveCurves(title, shown.Update, TimeProvider.System);
    var run = train(curves);
    curves.Dispose();
    shown.Update(run.History.Count > 0 ? RunFigures.Curves(run) : RunFigures.Confusion(run));
    return run;
}
