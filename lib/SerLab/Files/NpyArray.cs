namespace SerLab.Files;

/// <summary>An array read from a .npy file.</summary>
/// <param name="Values">
/// The elements in C order (last axis fastest): <c>float[]</c>, <c>double[]</c>, <c>long[]</c>, <c>int[]</c> or
/// <c>bool[]</c>, as the file stores them.
/// </param>
/// <param name="Shape">The length of each axis; empty for a single number.</param>
public sealed record NpyArray(Array Values, int[] Shape)
{
    /// <summary>
    /// The elements as single precision: the stored array itself when it is <c>float[]</c>, else a rounded copy;
    /// false is 0 and true is 1.
    /// </summary>
    public float[] ToFloats() => Values switch
    {
        float[] floats => floats,
        double[] doubles => Array.ConvertAll(doubles, value => (float)value),
        long[] longs => Array.ConvertAll(longs, value => (float)value),
        int[] ints => Array.ConvertAll(ints, value => (float)value),
        bool[] bools => Array.ConvertAll(bools, value => value ? 1f : 0f),
        _ => throw new InvalidOperationException($"An npy array cannot hold {Values.GetType()}."),
    };
}
