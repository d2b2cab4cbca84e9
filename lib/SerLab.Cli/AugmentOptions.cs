using System.CommandLine;
using SerLab.Augmentation;
using SerLab.Files;

namespace SerLab.Cli;

/// <summary>What <c>serlab augment</c> does to a recording: steps of its own, or a policy.</summary>
internal sealed class AugmentOptions
{
    private const string Range = "A range such as 0.8..1.2 draws one.";

    private readonly Option<string> _stretch = Step("--stretch", "rate", $"Times as fast, at the same pitch. {Range}");
    private readonly Option<string> _pitch = Step("--pitch", "semitones", "Semitones up, at the same speed.");
    private readonly Option<string> _shift = Step(
        "--shift", "seconds", "Seconds later (below 0: earlier); the length stays, and silence comes in.");

    private readonly Option<bool> _roll = new("--roll")
    {
        Description = "What --shift moves out at one end comes in at the other.",
    };

    private readonly Option<string> _gain = Step("--gain", "dB", "Louder by so many dB.");
    private readonly Option<string> _noise = Step("--noise", "share", "White noise, a share of the largest |sample|.");
    private readonly Option<string> _absolute = Step("--noise-absolute", "amplitude", "White noise of that amplitude.");
    private readonly Option<string> _snr = Step("--snr", "dB", "White noise so many dB below the recording.");

    private readonly Option<string> _policy = new("--policy")
    {
        HelpName = "name",
        Description = "Instead of steps, one copy of a policy: " +
            $"{string.Join(", ", AugmentationPolicy.Names.Skip(1))}; or a .json file that defines your own.",
    };

    public void AddTo(Command command)
    {
        Option[] all = [_stretch, _pitch, _shift, _roll, _gain, _noise, _absolute, _snr, _policy];
        foreach (var option in all)
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What to do.</summary>
    /// <exception cref="BadOptionException">Nothing, two things that exclude each other, or what cannot be.</exception>
    public AugmentationPolicy Of(ParseResult parsed)
    {
        AugmentationStep[] steps = [.. Steps(parsed)];
        if (steps.OfType<WhiteNoise>().Count() > 1)
        {
            throw new BadOptionException("--noise, --noise-absolute and --snr exclude each other.", "Give one.");
        }
        if (parsed.GetValue(_roll) && !steps.OfType<TimeShift>().Any())
        {
            throw new BadOptionException("--roll says how to shift, and there is no --shift.", "Give both.");
        }
        var policy = (parsed.GetValue(_policy), steps) switch
        {
            (null, []) => throw new BadOptionException(
                "There is nothing to do.", "Give a step, such as --pitch 1, or a --policy, such as p1."),
            (null, _) => new AugmentationPolicy { Name = "steps", Steps = steps },
            ({ } name, []) => AugmentationPolicy.Parse(name),
            _ => throw new BadOptionException("--policy and steps exclude each other.", "Give one or the other."),
        };
        policy.Check();
        return policy;
    }

    private IEnumerable<AugmentationStep> Steps(ParseResult parsed)
    {
        if (AmountOf(parsed, _stretch) is { } rate)
            yield return new TimeStretch { Rate = rate };
        if (AmountOf(parsed, _pitch) is { } semitones)
            yield return new PitchShift { Semitones = semitones };
        if (AmountOf(parsed, _shift) is { } seconds)
            yield return new TimeShift { Seconds = seconds, Fill = Fill(parsed) };
        if (AmountOf(parsed, _gain) is { } decibels)
            yield return new Gain { Decibels = decibels };
        if (AmountOf(parsed, _noise) is { } share)
            yield return new WhiteNoise { Level = share };
        if (AmountOf(parsed, _absolute) is { } amplitude)
            yield return new WhiteNoise { Level = amplitude, Measure = NoiseMeasure.Absolute };
        if (AmountOf(parsed, _snr) is { } snr)
            yield return new WhiteNoise { Level = snr, Measure = NoiseMeasure.SnrDb };
    }

    private ShiftFill Fill(ParseResult parsed) => parsed.GetValue(_roll) ? ShiftFill.Roll : ShiftFill.Silence;

    private static Amount? AmountOf(ParseResult parsed, Option<string> option)
    {
        try
        {
            return parsed.GetValue(option) is { } text ? Amount.Parse(text) : null;
        }
        catch (BadOptionException bad)
        {
            throw new BadOptionException($"{option.Name}: {bad.Problem}", bad.Mend);
        }
    }

    private static Option<string> Step(string name, string unit, string description) =>
        new(name) { HelpName = unit, Description = description };
}
