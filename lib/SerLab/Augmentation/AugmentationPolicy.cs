using SerLab.Audio;
using SerLab.Files;

namespace SerLab.Augmentation;

/// <summary>
/// How many augmented copies a clip gets, and what is done to each; as JSON, a user's own policy:
/// <code>{ "name": "mine", "copies": 2, "steps": [{ "augmentation": "gain", "decibels": [-3, 3] }] }</code>
/// </summary>
public sealed record AugmentationPolicy
{
    private const int MostCopies = 100;

    // The published one-of-four leaves open what a shift brings in; this kind of notebook rolls, which loses no speech.
    private static readonly OneOf OneOfFour = new()
    {
        Choices =
        [
            new WhiteNoise(), new TimeStretch(), new TimeShift { Fill = ShiftFill.Roll }, new PitchShift(),
        ],
    };

    private static readonly AugmentationPolicy[] All =
    [
        new() { Name = "none", Copies = 0, Steps = [] },
        new() { Name = "p1", Steps = [OneOfFour] },
        new() { Name = "p1x2", Copies = 2, Steps = [OneOfFour] },
        new() { Name = "p2", Steps = [new WhiteNoise { Level = 0.01, Measure = NoiseMeasure.Absolute }] },
    ];

    /// <summary>The policy's name; a user's own has none of SerLab's.</summary>
    public required string Name { get; init; }

    /// <summary>Augmented copies of every clip beside the clip itself, 0 to 100.</summary>
    public int Copies { get; init; } = 1;

    /// <summary>What is done to each copy, in this order.</summary>
    public required IReadOnlyList<AugmentationStep> Steps { get; init; }

    /// <summary>
    /// The names SerLab knows: <c>none</c>; <c>p1</c>, one copy by one of noise (0.035 of the peak), stretch (0.8 to
    /// 1.2), rolling (±2 s) and pitch (±1 semitone); <c>p1x2</c>, two of these; <c>p2</c>, a copy with noise of 0.01.
    /// </summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(policy => policy.Name)];

    /// <summary>The policy of that name.</summary>
    /// <exception cref="BadOptionException">There is none; the nearest name is given.</exception>
    public static AugmentationPolicy Named(string name) => Array.Find(All, policy => policy.Name == name)
        ?? throw new BadOptionException(
            $"There is no augmentation '{name}'.",
            (NearestWord.Of(name, Names) is { } nearest ? $"Did you mean '{nearest}'? " : "") +
            $"Use one of: {string.Join(", ", Names)}; or a .json file that defines your own.");

    /// <summary>The policy of that name, or the one that a .json file defines.</summary>
    /// <exception cref="BadOptionException">There is none of that name.</exception>
    /// <exception cref="BadFileException">
    /// The file cannot be read, names what is not known, or gives an option what cannot hold.
    /// </exception>
    public static AugmentationPolicy Parse(string nameOrFile) =>
        nameOrFile.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? Read(nameOrFile) : Named(nameOrFile);

    /// <summary>Makes one copy.</summary>
    /// <param name="clip">The clip, which stays as it is.</param>
    /// <param name="seed">Of this copy: <see cref="AugmentationSeed.Of"/>.</param>
    /// <exception cref="BadOptionException">An option is out of its range.</exception>
    public Clip Apply(Clip clip, long seed) => Whole.Apply(clip, seed);

    /// <summary>What a seed makes of ranges and choices: the augmentation of that copy.</summary>
    /// <exception cref="BadOptionException">An option is out of its range.</exception>
    public AugmentationStep Drawn(long seed)
    {
        Whole.Check();
        return Whole.Drawn(seed);
    }

    /// <summary>Throws with everything that cannot hold.</summary>
    /// <exception cref="BadOptionException">
    /// No name, a number of copies out of range, or an option out of its range.
    /// </exception>
    public void Check()
    {
        if (string.IsNullOrWhiteSpace(Name) || Copies is < 0 or > MostCopies)
        {
            throw new BadOptionException(
                $"The augmentation '{Name}' cannot make {Copies} copies of a clip.",
                $"Give it a name, and copies from 0 to {MostCopies}.");
        }
        Whole.Check();
    }

    private AugmentationStep Whole => Steps is [var only] ? only : new Chain { Steps = Steps };

    private static AugmentationPolicy Read(string path)
    {
        var policy = Json.Read<AugmentationPolicy>(path);
        try
        {
            policy.Check();
        }
        catch (BadOptionException bad)
        {
            throw new BadFileException(path, bad.Problem, bad.Mend, bad);
        }
        return Names.Contains(policy.Name)
            ? throw new BadFileException(
                path, $"its name '{policy.Name}' is one of SerLab's own.",
                $"Name it other than {string.Join(", ", Names)}.")
            : policy;
    }
}
