using System.CommandLine;
using System.Globalization;
using SerLab.Audio;
using SerLab.Augmentation;
using SerLab.Figures;
using SerLab.Files;
using SerLab.Reports;

namespace SerLab.Cli;

/// <summary><c>serlab augment</c>: one augmented clip, and what it changed.</summary>
internal static class AugmentVerb
{
    public static Command Create()
    {
        var source = new Argument<string>("in.wav") { Description = "A recording; several channels are mixed to one." };
        var target = new Argument<string>("out.wav")
        {
            Description = "The WAV to write: float samples at the recording's rate, so that nothing is clipped.",
        };
        var steps = new AugmentOptions();
        var seed = new Option<long>("--seed")
        {
            Description = "Draws noise, amounts and choices: the same seed gives the same bytes.",
            DefaultValueFactory = _ => 1,
        };
        var figure = new Option<string>("--figure")
        {
            HelpName = "dir",
            Description = "Where a figure goes: waves, mel-spectrograms and MFCCs before and after, with players.",
        };
        var command = new Command(
            "augment",
            "Writes an augmented copy of a recording. Steps come in this order: stretch, pitch, shift, gain, noise.")
        {
            source, target,
        };
        steps.AddTo(command);
        command.Options.Add(seed);
        command.Options.Add(figure);
        command.SetAction((parsed, _) => Task.Run(() =>
        {
            var policy = steps.Of(parsed);
            var (from, to) = (parsed.GetRequiredValue(source), Target(parsed.GetRequiredValue(target)));
            RefuseSame(from, to);
            var written = Make(from, to, policy, parsed.GetValue(seed), parsed.GetValue(figure));
            new Terminal(parsed).Result(written, Text);
        }));
        return command;
    }

    private static Written Make(string from, string to, AugmentationPolicy policy, long seed, string? folder)
    {
        var before = AudioFile.Load(from, rate: null);
        var after = policy.Apply(before, seed);
        if (after.Samples.Length == 0)
        {
            throw new BadFileException(from, "so short a recording leaves no sample.", "Stretch it less.");
        }
        AudioFile.WriteFloat(to, after);
        var change = policy.Drawn(seed).ToString();
        IReadOnlyList<string> files = folder is null ? [] : Draw(before, after, change, folder);
        return new Written(to, change, after.Rate, before.Duration, after.Duration, before.PeakDb, after.PeakDb, files);
    }

    private static IReadOnlyList<string> Draw(Clip before, Clip after, string change, string folder)
    {
        using var renderer = StaticRenderer.Find();
        return AugmentationFigure.Of(before, after, change).Save(folder, "augmentation", renderer);
    }

    private static string Target(string path) => path.EndsWith(".wav", StringComparison.OrdinalIgnoreCase)
        ? path
        : throw new BadOptionException($"{path}: the file must end in .wav.", "Name it with .wav.");

    private static void RefuseSame(string from, string to)
    {
        if (RealPath(Path.GetFullPath(from)) == RealPath(Path.GetFullPath(to)))
        {
            throw new BadOptionException($"{to} is the recording itself, which would be lost.", "Name another file.");
        }
    }

    // The path without links on its way.
    private static string RealPath(string path)
    {
        if (Path.GetDirectoryName(path) is not { } parent)
        {
            return path;
        }
        var real = new FileInfo(Path.Combine(RealPath(parent), Path.GetFileName(path)));
        return real.LinkTarget is null ? real.FullName : real.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
    }

    private static string Text(Written written)
    {
        var before = Said(written.SecondsBefore, written.PeakDbBefore);
        var after = Said(written.SecondsAfter, written.PeakDbAfter);
        var loud = written.PeakDbAfter > 0
            ? "\nIt goes beyond ±1, which float samples keep and a player may clip."
            : "";
        var figure = written.Figures.Count > 0 ? $"\nfigure: {string.Join(", ", written.Figures)}" : "";
        return $"{written.File}: {written.Change}; {before} became {after} at {written.Rate} Hz{loud}{figure}";
    }

    private static string Said(double seconds, double peakDb) => double.IsFinite(peakDb)
        ? string.Create(CultureInfo.InvariantCulture, $"{seconds:0.00} s with a peak of {peakDb:0.0} dB")
        : string.Create(CultureInfo.InvariantCulture, $"{seconds:0.00} s of silence");

    private sealed record Written(
        string File, string Change, int Rate, double SecondsBefore, double SecondsAfter, double PeakDbBefore,
        double PeakDbAfter, IReadOnlyList<string> Figures);
}
