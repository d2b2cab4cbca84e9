using System.CommandLine;
using System.Globalization;
using System.Text;
using SerLab.Corpora;
using SerLab.Features;
using SerLab.Files;
using SerLab.Models;

namespace SerLab.Cli;

/// <summary><c>serlab predict</c>: the emotion of recordings, with the probability of each label.</summary>
internal static class PredictVerb
{
    public static Command Create()
    {
        var run = new Argument<string>("run") { Description = "A run folder." };
        var audio = new Argument<string[]>("audio") { Description = "Recordings.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("predict", "Says which emotion a trained model hears in recordings.") { run, audio };
        command.SetAction(parsed =>
        {
            using var bundle = ModelBundle.Load(parsed.GetRequiredValue(run));
            var set = FeatureSets.Create(bundle.Info.Features);
            var (answers, leftOut) = Predict(bundle, set, parsed.GetRequiredValue(audio));
            new Terminal(parsed).Result(new Predicted(answers, leftOut), Text);
            return answers.Count > 0 ? 0 : Failures.Failed;
        });
        return command;
    }

    private static (List<Answer> Answers, List<LeftOut> LeftOut) Predict(ModelBundle bundle, FeatureSet set, string[] files)
    {
        var (answers, leftOut) = (new List<Answer>(), new List<LeftOut>());
        foreach (var file in files)
        {
            try
            {
                var probabilities = bundle.Probabilities(set.OfFile(file))[0];
                var best = Array.IndexOf(probabilities, probabilities.Max());
                answers.Add(new Answer(file, bundle.Info.Labels[best], probabilities[best],
                    [.. bundle.Info.Labels.Zip(probabilities, (label, score) => new Scored(label, score))]));
            }
            catch (BadFileException bad)
            {
                leftOut.Add(new LeftOut(file, bad.Message));
            }
        }
        return (answers, leftOut);
    }

    private static string Text(Predicted predicted)
    {
        var text = new StringBuilder();
        foreach (var answer in predicted.Answers)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{answer.File}: {answer.Label} ({answer.Probability:0.0%})");
            foreach (var (label, score) in answer.Scores.OrderByDescending(scored => scored.Score))
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"  {label,-10} {score,6:0.0%} {new string('█', (int)Math.Round(30 * score))}");
            }
        }
        return text.Append(LeftOutText.Of(predicted.LeftOut)).ToString();
    }

    private sealed record Scored(string Label, double Score);

    private sealed record Answer(string File, string Label, double Probability, IReadOnlyList<Scored> Scores);

    private sealed record Predicted(IReadOnlyList<Answer> Answers, IReadOnlyList<LeftOut> LeftOut);
}
