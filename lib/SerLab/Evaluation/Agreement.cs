namespace SerLab.Evaluation;

/// <summary>How often a point's nearest neighbours have its own label.</summary>
/// <param name="Share">Mean share of the neighbours that have it, 0..1.</param>
/// <param name="Chance">The share among all other points, which neighbours drawn at random would have.</param>
public sealed record Agreement(double Share, double Chance)
{
    /// <summary>How far the share is on the way from chance (0) to all (1); 0 where all have the same label.</summary>
    public double AboveChance => Chance < 1 ? (Share - Chance) / (1 - Chance) : 0;
}
