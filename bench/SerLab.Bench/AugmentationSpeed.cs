using System.Globalization;
using SerLab.Audio;
using SerLab.Augmentation;
using SerLab.Files;
using TorchSharp;
using static System.FormattableString;

namespace SerLab.Bench;

/// <summary>
/// Milliseconds a clip of 3 s for every kind of augmentation, warm, on one thread; stretch and pitch beside librosa on
/// the same clips, with the largest difference of a sample in parts of the clip's peak.
/// </summary>
internal static class AugmentationSpeed
{
    private const int Clips = 20;
    private const double ClipSeconds = 3;

    private static readonly (string Kind, double Amount)[] Peers =
        [("stretch", 0.8), ("stretch", 1.1), ("stretch", 1.2), ("pitch", -1), ("pitch", 1), ("pitch", 5)];

    public static void Run(string[] arguments)
    {
        torch.set_num_threads(1);
        var clips = Enumerable.Range(1, Clips).Select(seed => SpeechLike.Clip(seed, ClipSeconds)).ToArray();
        var folder = Directory.CreateTempSubdirectory("serlab-bench-").FullName;
        try
        {
            BesideLibrosa(clips, folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
        AugmentationStep[] others = [new WhiteNoise(), new TimeShift(), new Gain()];
        Console.Write("\n" + Markdown.Table(["augmentation", "SerLab ms"], others.Select(step =>
            new[] { $"{step}", Milliseconds(Turns.Seconds(Pass(step, clips))) }), firstNumber: 1));
    }

    private static void BesideLibrosa(Clip[] clips, string folder)
    {
        for (var i = 0; i < clips.Length; i++)
        {
            Npy.Write(Path.Combine(folder, "clips", $"{i:000}.npy"), [clips[i].Samples.Length], clips[i].Samples);
        }
        using var librosa = new Peer(Peer.NamedPython, "augmentation_librosa.py", Path.Combine(folder, "clips"));
        if (librosa.Greeting == "missing")
        {
            throw new BenchFailedException("librosa is missing. Name a Python that has it: PYTHON=<file>.");
        }
        Console.WriteLine(Invariant($"{Clips} clips of {ClipSeconds} s, one thread, beside {librosa.Greeting}\n"));
        Console.Write(Markdown.Table(
            ["augmentation", "SerLab ms", "librosa ms", "times", "largest difference"],
            Peers.Select(peer => Beside(librosa, peer.Kind, peer.Amount, clips, folder)), firstNumber: 1));
    }

    private static string[] Beside(Peer librosa, string kind, double amount, Clip[] clips, string folder)
    {
        AugmentationStep step = kind == "stretch"
            ? new TimeStretch { Rate = amount }
            : new PitchShift { Semitones = amount };
        var call = $"{kind} {amount.ToString(CultureInfo.InvariantCulture)}";
        var difference = Enumerable.Range(0, Clips).Max(
            i => Difference(librosa, step, $"{call} {i}", clips[i], folder));
        var pass = Pass(step, clips);
        pass();
        var turns = Turns.Of(() => Turns.Seconds(pass), () => Turns.Seconds(librosa, $"time {call}"));
        return
        [
            $"{step}", Milliseconds(turns.First), Milliseconds(turns.Second), Invariant($"{turns.Ratio:0.00}"),
            Markdown.Digits(difference),
        ];
    }

    private static double Difference(Peer librosa, AugmentationStep step, string call, Clip clip, string folder)
    {
        var file = Path.Combine(folder, "librosa.npy");
        librosa.Ask($"save {call} {file}");
        var theirs = Npy.Read(file).ToFloats();
        var ours = step.Apply(clip, seed: 1).Samples;
        return ours.Length == theirs.Length
            ? ours.Zip(theirs, (a, b) => Math.Abs((double)a - b)).Max() / theirs.Max(MathF.Abs)
            : throw new BenchFailedException($"{step}: {ours.Length} samples, of librosa {theirs.Length}.");
    }

    private static Action Pass(AugmentationStep step, Clip[] clips) => () =>
    {
        foreach (var clip in clips)
        {
            step.Apply(clip, seed: 1);
        }
    };

    private static string Milliseconds(double seconds) => Invariant($"{1000 * seconds / Clips:0.00}");
}
