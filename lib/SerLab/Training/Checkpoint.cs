using SerLab.Files;
using SerLab.Models;
using static TorchSharp.torch;

namespace SerLab.Training;

/// <summary>
/// A training's state in one file, written whole or not at all: weights, the optimiser's memory, the best weights, the
/// history, and the place in the running epoch. It lies in the run folder until the run is finished.
/// </summary>
/// <param name="folder">The run folder.</param>
/// <param name="key">What was asked for and of which data: a training goes on only from a file with its own key.</param>
public sealed class Checkpoint(string folder, string key)
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "checkpoint.safetensors";

    /// <summary>Name of the file with the weights of the last epoch.</summary>
    public const string LastFile = "last.safetensors";

    private const string KeyName = "key", PlaceName = "place";
    private const string Model = "model.", Optimizer = "optimizer.", Best = "best.";

    internal string LastPath { get; } = System.IO.Path.Combine(folder, LastFile);

    private string Path { get; } = System.IO.Path.Combine(folder, FileName);

    /// <summary>The key of the training that was stopped in a folder; null where none was.</summary>
    /// <exception cref="BadFileException">The file is broken.</exception>
    public static string? KeyIn(string folder)
    {
        var path = System.IO.Path.Combine(folder, FileName);
        return !File.Exists(path) ? null
            : Safetensors.ReadMetadata(path).GetValueOrDefault(KeyName) ?? throw Broken(path);
    }

    /// <summary>Removes the file and what killed processes left of it.</summary>
    public void Delete()
    {
        File.Delete(Path);
        AtomicFile.RemoveAbandoned(Path);
    }

    /// <summary>Keeps the weights of the last epoch, beside the best ones.</summary>
    internal void SaveLast(nn.Module model) => Weights.Save(model, LastPath);

    internal void Save(TrainingState state)
    {
        using var graph = no_grad();
        using var scope = NewDisposeScope();
        var place = new Place([.. state.History], state.Batches, state.Sum, state.Seconds, state.Best.Epoch);
        Safetensors.Write(
            Path,
            [
                .. state.Model.state_dict().Select(weight => Weights.Store(Model + weight.Key, weight.Value)),
                .. OptimizerMemory.Read(state.Optimizer).Select(part => Weights.Store(Optimizer + part.Name, part.Value)),
                .. state.Best.Weights.Select(weight => Weights.Store(Best + weight.Key, weight.Value)),
            ],
            new Dictionary<string, string> { [KeyName] = key, [PlaceName] = Json.ToText(place) });
    }

    /// <summary>Goes to where the file says; nothing happens where there is none.</summary>
    /// <exception cref="BadFileException">The file is broken, or another training's.</exception>
    internal void Restore(TrainingState state)
    {
        if (!File.Exists(Path))
        {
            return;
        }
        var stored = Safetensors.Read(Path);
        if (stored.Metadata.GetValueOrDefault(KeyName) != key)
        {
            throw new BadFileException(
                Path, "it was left by a training with other options or other data.", "Give those, or delete the file.");
        }
        using var graph = no_grad();
        using var scope = NewDisposeScope();
        try
        {
            Fill(state, stored, Json.Parse<Place>(stored.Metadata[PlaceName], Path));
        }
        catch (Exception fault) when (fault is KeyNotFoundException or InvalidOperationException)
        {
            throw Broken(Path, fault);
        }
    }

    private static void Fill(TrainingState state, SafetensorsContent stored, Place place)
    {
        var weights = Part(stored, Model);
        foreach (var (name, own) in state.Model.state_dict())
        {
            own.copy_(weights[name]);
        }
        OptimizerMemory.Write(state.Optimizer, Part(stored, Optimizer));
        state.Best.Take(Part(stored, Best), place.BestEpoch);
        state.History.AddRange(place.History);
        (state.Batches, state.Sum, state.Seconds) = (place.Batches, place.Sum, place.Seconds);
    }

    private static Dictionary<string, Tensor> Part(SafetensorsContent stored, string prefix) => stored.Tensors
        .Where(tensor => tensor.Name.StartsWith(prefix, StringComparison.Ordinal))
        .ToDictionary(tensor => tensor.Name[prefix.Length..], Weights.Restore);

    private static BadFileException Broken(string path, Exception? cause = null) =>
        new(path, "it is no checkpoint of a training.", "Delete the file; the training then begins anew.", cause);

    private sealed record Place(
        IReadOnlyList<Epoch> History, int Batches, ScoreSum Sum, double Seconds, int BestEpoch);
}
