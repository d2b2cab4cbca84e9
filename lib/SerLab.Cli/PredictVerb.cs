using System.CommandLine;
using System.Globalization;
using System.Text;
using SerLab.Corpora;
using SerLab.Evaluation;
using SerLab.Features;
using SerLab.Files;
using SerLab.Models;
using SerLab.Reports;

namespace SerLab.Cli;

/// <summary>
/// <c>serlab predict</c>: the emotion of recordings, with the probability of each label. Recordings that cannot be
/// read are listed beside the answers for the others; the verb fails only when not one could be read.
/// </summary>
internal static class PredictVerb
{
    private const int BarColumns = 30;

    public static Command Create()
    {
        var run = CommonOptions.Run();
        var audio = new Argument<string[]>("audio")
        {
            Description = "Recordings. Those that cannot be read are listed; it fails when none can.",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command("predict", "Says which emotion a trained model hears in recordings.") { run, audio };
        var doubt = new DoubtOptions();
        doubt.AddTo(command);
        command.SetAction((parsed, cancel) => Task.Run(() =>
        {
            var terminal = new Terminal(parsed);
            var (folder, threshold) = (parsed.GetRequiredValue(run), doubt.Threshold(parsed));
            using var bundle = ModelBundle.Load(folder);
            var temperature = doubt.Calibrates(parsed) ? RunTemperature.Of(folder).Temperature : 1;
            var hearing = new Hearing(bundle, temperature, threshold ?? 0);
            var predicted = Predict(terminal, hearing, parsed.GetRequiredValue(audio), cancel);
            terminal.Result(predicted, Text);
            return predicted.Answers.Count > 0 ? 0 : terminal.Fail("not one of the recordings could be read.");
        }));
        return command;
    }

    private static Predicted Predict(Terminal terminal, Hearing hearing, string[] files, CancellationToken cancel)
    {
        var (answers, leftOut) = (new List<Answer>(), new List<LeftOut>());
        var set = FeatureSets.Create(hearing.Bundle.Info.Features);
        using var line = terminal.Progress("predicting", "recordings");
        foreach (var file in files)
        {
            cancel.ThrowIfCancellationRequested();
            try
            {
                answers.Add(hearing.Answer(file, set.OfFile(file)));
            }
            catch (BadFileException bad)
            {
                leftOut.Add(new LeftOut(file, bad.Message));
            }
            if (files.Length > 1)
            {
                line.Show(answers.Count + leftOut.Count, files.Length);
            }
        }
        return new Predicted(answers, leftOut);
    }

    private static string Text(Predicted predicted)
    {
        var text = new StringBuilder();
        foreach (var answer in predicted.Answers)
        {
            text.Append(CultureInfo.InvariantCulture, $"{answer.File}: {answer.Heard} ({answer.Probability:0.0%})\n");
            foreach (var (label, score) in answer.Scores.OrderByDescending(scored => scored.Score))
            {
                var bar = new string('█', (int)Math.Round(BarColumns * score));
                text.Append(CultureInfo.InvariantCulture, $"  {label,-10} {score,6:0.0%} {bar}\n");
            }
        }
        return text.Append(LeftOutText.Of(predicted.LeftOut)).ToString();
    }

    private sealed record Scored(string Label, double Score);

    private sealed record Answer(
        string File, string Label, double Probability, bool IsSure, IReadOnlyList<Scored> Scores)
    {
        public string Heard => IsSure ? Label : $"not sure, perhaps {Label}";
    }

    /// <summary>A model, the temperature of its probabilities, and the one from which it is sure.</summary>
    private sealed record Hearing(ModelBundle Bundle, double Temperature, double Threshold)
    {
        public Answer Answer(string file, float[] values)
        {
            var raw = Bundle.Probabilities(values, [new Utterance(file, file, "", "", "", "")])[0];
            var probabilities = Temperature == 1 ? raw : TemperatureScaling.Apply(raw, Temperature);
            var best = Array.IndexOf(probabilities, probabilities.Max());
            return new Answer(
                file, Bundle.Info.Labels[best], probabilities[best], probabilities[best] >= Threshold,
                [.. Bundle.Info.Labels.Zip(probabilities, (label, p) => new Scored(label, p))]);
        }
    }

    private sealed record Predicted(IReadOnlyList<Answer> Answers, IReadOnlyList<LeftOut> LeftOut);
}
