using SerLab.Files;

namespace SerLab.Evaluation;

/// <summary>How a t-SNE map is made; defaults are scikit-learn's.</summary>
public sealed record TsneOptions
{
    /// <summary>About how many neighbours a point keeps near, above 0 and below the number of points.</summary>
    public double Perplexity { get; init; } = 30;

    /// <summary>Steps in all, above 0; neighbourhoods are exaggerated in the first 250.</summary>
    public int Iterations { get; init; } = 1000;

    /// <summary>Throws with everything that cannot hold for so many points.</summary>
    /// <exception cref="BadOptionException">The perplexity or the iterations are out of range.</exception>
    public void Check(int points)
    {
        string[] problems =
        [
            .. Perplexity > 0 && Perplexity < points ? Array.Empty<string>()
                : [FormattableString.Invariant($"perplexity is {Perplexity}, not between 0 and the {points} points")],
            .. Iterations > 0 ? Array.Empty<string>() : [$"iterations is {Iterations}"],
        ];
        if (problems.Length > 0)
        {
            throw new BadOptionException($"The map cannot be made: {string.Join("; ", problems)}.", "Change them.");
        }
    }
}
