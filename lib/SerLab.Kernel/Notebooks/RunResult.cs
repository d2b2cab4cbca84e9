namespace SerLab.Kernel.Notebooks;

/// <summary>How a run ended.</summary>
/// <param name="Notebook">The notebook with the outputs of all cells that were run, also after a failure.</param>
/// <param name="Error">
/// The cell that stopped the run (its number among all cells, from 1), its first line and the error; null when all ran.
/// </param>
public sealed record RunResult(Notebook Notebook, string? Error)
{
    /// <summary>True when every cell ran through, or failed as its tag <c>raises-exception</c> allows.</summary>
    public bool Success => Error is null;
}
