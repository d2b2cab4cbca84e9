namespace SerLab.Evaluation.Tables;

/// <summary>The scores that a table can give of a class.</summary>
internal enum TableScore
{
    Recall,
    Precision,
    F1,
}
