using System.CommandLine;
using SerLab.Evaluation;

namespace SerLab.Cli;

/// <summary><c>--calibrate</c> and <c>--not-sure-below</c>, which verbs with predictions share.</summary>
internal sealed class DoubtOptions
{
    private readonly Option<bool> _calibrate = new("--calibrate")
    {
        Description = "Scale probabilities by the temperature that fits the run's validation part.",
    };

    private readonly Option<double?> _threshold = new("--not-sure-below")
    {
        HelpName = "confidence",
        Description = "Say \"not sure\" where the likeliest emotion has a lower probability than this, 0 to 1.",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(_calibrate);
        command.Options.Add(_threshold);
    }

    public bool Calibrates(ParseResult parsed) => parsed.GetValue(_calibrate);

    /// <summary>Null where every clip gets an answer.</summary>
    public double? Threshold(ParseResult parsed)
    {
        var threshold = parsed.GetValue(_threshold);
        DoubtReport.CheckThreshold(threshold ?? 0);
        return threshold;
    }
}
