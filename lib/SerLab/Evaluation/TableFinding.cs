namespace SerLab.Evaluation;

/// <summary>Cells of a published table that cannot all hold.</summary>
/// <param name="Sentence">What is wrong, and what would have to stand there.</param>
/// <param name="Cells">The cells, each with the values that the others leave it.</param>
public sealed record TableFinding(string Sentence, IReadOnlyList<TableCell> Cells);

/// <summary>A cell that takes part in a contradiction.</summary>
/// <param name="Name">As in the table's file: <c>accuracy</c>, <c>f1 of angry</c>.</param>
/// <param name="Written">The number as published.</param>
/// <param name="Low">The least that the others leave it, on the table's own scale; null where nothing is left.</param>
/// <param name="High">The most that the others leave it; null where nothing is left.</param>
public sealed record TableCell(string Name, decimal Written, decimal? Low, decimal? High);
