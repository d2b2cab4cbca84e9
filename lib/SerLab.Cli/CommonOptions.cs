using System.CommandLine;
using SerLab.Features;
using SerLab.Files;

namespace SerLab.Cli;

/// <summary>Options and arguments that several verbs share.</summary>
internal static class CommonOptions
{
    /// <summary>What <c>--pad</c> can say.</summary>
    private static readonly string[] Paddings = ["zero", "floor"];

    /// <summary>What <c>--scaler</c> can say.</summary>
    private static readonly string[] Scalers = [.. Enum.GetNames<ScalerKind>().Select(name => name.ToLowerInvariant())];

    /// <summary>What <c>--set</c> and <c>--features</c> can say.</summary>
    public static string SetHelp { get; } =
        $"One of: {string.Join(", ", FeatureSets.Names)}; or a .json file that defines your own.";

    public static Option<bool> Json { get; } = new("--json")
    {
        Description = "Print the result as one JSON document on standard output.",
        Recursive = true,
    };

    public static Option<bool> Quiet { get; } = new("--quiet", "-q")
    {
        Description = "Show no progress and no remarks; errors still appear.",
        Recursive = true,
    };

    public static Argument<string> Folder(string description) => new("dir") { Description = description };

    public static Argument<string> Run() => new("run") { Description = "A run folder, as `serlab train` writes them." };

    public static Option<string> Padding()
    {
        var pad = new Option<string>("--pad")
        {
            Description = "What fills the frames after the end: 0, as published, or the floor of the scale (−80 dB).",
            DefaultValueFactory = _ => Paddings[0],
        };
        return pad.AcceptOnlyFromAmong(Paddings);
    }

    /// <summary>
    /// The feature set of that name, or the one that a .json file defines, with the padding that <see cref="Padding"/>
    /// gave.
    /// </summary>
    public static FeatureOptions Features(string set, string padding = "zero")
    {
        var own = set.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? FeatureSetDefinition.Read(set) : null;
        var fill = Enum.Parse<Padding>(padding, ignoreCase: true);
        return new FeatureOptions { Set = own?.Name ?? set, Padding = fill, Definition = own };
    }

    public static Option<string> Scaler()
    {
        var scaler = new Option<string>("--scaler")
        {
            HelpName = "scaler",
            Description = "What brings features to like sizes: standard or minmax (statistics of the training part), " +
                "utterance (of each clip alone), speaker (of each speaker; of an unseen one by all clips at hand), " +
                "none.",
            DefaultValueFactory = _ => Scalers[0],
        };
        return scaler.AcceptOnlyFromAmong(Scalers);
    }

    /// <summary>Refuses an output file that has not the ending its content needs.</summary>
    public static string Ending(string path, string ending) =>
        Path.GetExtension(path).Equals(ending, StringComparison.OrdinalIgnoreCase)
            ? path
            : throw new BadOptionException($"--out {path}: the file must end in {ending}.", $"Name it with {ending}.");
}
