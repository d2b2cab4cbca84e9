using System.CommandLine;
using System.Globalization;
using System.Text;
using SerLab.Corpora;
using SerLab.Features;
using SerLab.Files;
using SerLab.Models;

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
        command.SetAction((parsed, cancel) => Task.Run(() =>
        {
            var terminal = new Terminal(parsed);
            using var bundle = ModelBundle.Load(parsed.GetRequiredValue(run));
            var predicted = Predict(terminal, bundle, parsed.GetRequiredValue(audio), cancel);
            terminal.Result(predicted, Text);
            return predicted.Answers.Count > 0 ? 0 : terminal.Fail("not one of the recordings could be read.");
        }));
        return command;
    }

    private static Predicted Predict(Terminal terminal, ModelBundle bundle, string[] files, CancellationToken cancel)
    {
        var (answers, leftOut) = (new List<Answer>(), new List<LeftOut>());
        var set = FeatureSets.Create(bundle.Info.Features);
        using var line = terminal.Progress("predicting", "recordings");
        foreach (var file in files)
        {
            cancel.ThrowIfCancellationRequested();
            try
            {
                var probabilities = bundle.Probabilities(set.OfFile(file), [new Utterance(file, file, "", "", "", "")]);
                answers.Add(Answer.Of(file, bundle.Info.Labels, probabilities[0]));
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
            text.Append(CultureInfo.InvariantCulture, $"{answer.File}: {answer.Label} ({answer.Probability:0.0%})\n");
            foreach (var (label, score) in answer.Scores.OrderByDescending(scored => scored.Score))
            {
                var bar = new string('█', (int)Math.Round(BarColumns * score));
                text.Append(CultureInfo.InvariantCulture, $"  {label,-10} {score,6:0.0%} {bar}\n");
            }
        }
        return text.Append(LeftOutText.Of(predicted.LeftOut)).ToString();
    }

    private sealed record Scored(string Label, double Score);

    private sealed record Answer(string File, string Label, double Probability, IReadOnlyList<Scored> Scores)
    {
        public static Answer Of(string file, IReadOnlyList<string> labels, double[] probabilities)
        {
            var best = Array.IndexOf(probabilities, probabilities.Max());
            return new Answer(
                file, labels[best], probabilities[best], [.. labels.Zip(probabilities, (l, p) => new Scored(l, p))]);
        }
    }

    private sealed record Predicted(IReadOnlyList<Answer> Answers, IReadOnlyList<LeftOut> LeftOut);
}
