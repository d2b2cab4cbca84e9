using SerLab.Features;

namespace SerLab.Tests.Features;

internal static class WholeTable
{
    extension(FeatureTable table)
    {
        /// <summary>A copy of all rows of a small table, one after the other.</summary>
        public float[] Values => table.Rows([.. Enumerable.Range(0, table.Count)]);
    }
}
