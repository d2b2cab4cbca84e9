namespace SerLab.Kernel.Notebooks;

/// <summary>Told before each code cell is run.</summary>
/// <param name="Number">The cell's number among all cells, from 1.</param>
/// <param name="Count">How many cells the notebook has.</param>
/// <param name="FirstLine">The cell's first line that is not empty.</param>
public sealed record CellProgress(int Number, int Count, string FirstLine);
