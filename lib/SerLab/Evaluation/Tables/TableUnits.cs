namespace SerLab.Evaluation.Tables;

/// <summary>What a share of 1 is written as, in each column: 1 or 100.</summary>
internal sealed class TableUnits(PublishedTable table)
{
    public int Recall => Of([.. table.Classes.Select(c => c.Recall)]);

    public int Precision => Of([.. table.Classes.Select(c => c.Precision)]);

    public int F1 => Of([.. table.Classes.Select(c => c.F1)]);

    public int Of(params decimal?[] column) => table.Scale switch
    {
        TableScale.Percent => 100,
        TableScale.Share => 1,
        _ => column.Any(cell => cell > 1) ? 100 : 1,
    };
}
