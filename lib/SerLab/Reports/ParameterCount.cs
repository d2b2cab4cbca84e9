using SerLab.Files;
using SerLab.Models;

namespace SerLab.Reports;

/// <summary>How many trained numbers the network of a run has.</summary>
internal static class ParameterCount
{
    private static readonly string[] Buffers = ["running_mean", "running_var", "num_batches_tracked"];

    /// <summary>
    /// Told from the head of the weights file; what batch normalisation counts along is no parameter. Null where the
    /// folder holds no network.
    /// </summary>
    /// <exception cref="BadFileException">The file is broken.</exception>
    public static long? Of(RunFolder folder)
    {
        var path = Path.Combine(folder.Path, ModelBundle.WeightsFile);
        if (!File.Exists(path))
        {
            return null;
        }
        using var stream = FileFaults.OpenRead(path);
        return SafetensorsHeader.Read(stream, path).Entries
            .Where(entry => !Buffers.Contains(entry.Name.Split('.')[^1]))
            .Sum(entry => entry.Shape.Aggregate(1L, (product, length) => product * length));
    }
}
