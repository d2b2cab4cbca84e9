using SerLab.Files;
using SerLab.Models;

namespace SerLab.Reports;

/// <summary>How many trained numbers the network of a run has.</summary>
internal static class ParameterCount
{
    private static readonly string[] Buffers = ["running_mean", "running_var", "num_batches_tracked"];

    /// <summary>
    /// Told from the head of the weights file, of several trainings that of the first; what batch normalisation counts
    /// along is no parameter. Null where there is no such file.
    /// </summary>
    /// <exception cref="BadFileException">The file is broken.</exception>
    public static long? Of(Run run)
    {
        string[] folders = [run.Folder.Path, .. run.Parts.Select(part => Path.Combine(run.Folder.Path, part.Folder))];
        if (folders.Select(folder => Path.Combine(folder, ModelBundle.WeightsFile)).FirstOrDefault(File.Exists)
            is not { } path)
        {
            return null;
        }
        using var stream = FileFaults.OpenRead(path);
        return SafetensorsHeader.Read(stream, path).Entries
            .Where(entry => !Buffers.Contains(entry.Name.Split('.')[^1]))
            .Sum(entry => entry.Shape.Aggregate(1L, (product, length) => product * length));
    }
}
