using SerLab.Files;

namespace SerLab.Evaluation;

/// <summary>How intervals are found.</summary>
public sealed record BootstrapOptions
{
    /// <summary>How many times the test part is drawn anew, 100 and up.</summary>
    public int Resamples { get; init; } = 2000;

    /// <summary>Share of the draws inside the interval, above 0, below 1.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>The same seed gives the same interval.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Throws where the options cannot hold.</summary>
    /// <exception cref="BadOptionException">Names each option that is out of range.</exception>
    public void Check()
    {
        var problems = new List<string>();
        if (Resamples < 100)
        {
            problems.Add($"Resamples is {Resamples}, below 100.");
        }

        if (Level is not (> 0 and < 1))
        {
            problems.Add(FormattableString.Invariant($"Level is {Level}, not between 0 and 1."));
        }

        if (problems.Count > 0)
        {
            throw new BadOptionException(string.Join(" ", problems), "Change the bootstrap options.");
        }
    }
}
