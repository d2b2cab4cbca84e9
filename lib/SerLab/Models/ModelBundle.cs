using SerLab.Corpora;
using SerLab.Features;
using SerLab.Files;
using static TorchSharp.torch;

namespace SerLab.Models;

/// <summary>A trained network with all that a prediction needs: two files, neither of which can run code.</summary>
public sealed class ModelBundle(BundleInfo info, nn.Module<Tensor, Tensor> network) : IDisposable
{
    /// <summary>Name of the file with the weights.</summary>
    public const string WeightsFile = "model.safetensors";

    /// <summary>Name of the file with the rest.</summary>
    public const string InfoFile = "bundle.json";

    /// <summary>What stands beside the weights.</summary>
    public BundleInfo Info { get; } = info;

    /// <summary>The network, from scaled features [batch, …input shape] to logits [batch, class].</summary>
    public nn.Module<Tensor, Tensor> Network { get; } = network;

    /// <summary>Writes the bundle into <paramref name="folder"/>.</summary>
    public void Save(string folder)
    {
        Weights.Save(Network, Path.Combine(folder, WeightsFile));
        Json.Write(Path.Combine(folder, InfoFile), Info);
    }

    /// <summary>Reads the bundle of a run folder.</summary>
    /// <exception cref="BadFileException">A file is missing or broken, or they do not belong together.</exception>
    public static ModelBundle Load(string folder)
    {
        var path = Path.Combine(folder, InfoFile);
        if (!File.Exists(path) && File.Exists(new RunFolder(folder).Runs))
        {
            throw new BadFileException(
                folder, "it holds several trainings, each a model of its own.",
                $"Name one of the folders below it, such as {Path.Combine(folder, "fold-1")}.");
        }
        var info = Json.Read<BundleInfo>(path);
        var network = Build(info, path);
        Weights.Load(network, Path.Combine(folder, WeightsFile));
        network.eval();
        return new ModelBundle(info, network);
    }

    /// <summary>Probability of each class.</summary>
    /// <param name="values">Unscaled features [example, …input shape], C order.</param>
    /// <param name="utterances">
    /// Who speaks in each example, for scaling by speaker; null where that is not known.
    /// </param>
    /// <returns>Probabilities [example][class], each row adding up to 1.</returns>
    /// <exception cref="BadFileException">A feature is NaN or infinite; recording and row are named.</exception>
    public double[][] Probabilities(float[] values, IReadOnlyList<Utterance>? utterances = null)
    {
        const int Batch = 64;
        var size = Info.InputShape.Aggregate(1, (product, length) => product * length);
        var scales = Info.Scaler.Of(values, Info.InputShape, utterances ?? Unknown(values.Length / size));
        Network.eval();
        return [.. scales.Chunk(Batch).Index().SelectMany(batch =>
            OfBatch(values.AsSpan(batch.Index * Batch * size, batch.Item.Length * size), batch.Item))];
    }

    /// <inheritdoc/>
    public void Dispose() => Network.Dispose();

    private static nn.Module<Tensor, Tensor> Build(BundleInfo info, string path)
    {
        try
        {
            info.Check();
            return info.Architecture.Build(info.InputShape, info.Labels.Count);
        }
        catch (BadOptionException bad)
        {
            throw new BadFileException(path, bad.Problem, "Use the bundle.json of the run as it was written.", bad);
        }
    }

    private static Utterance[] Unknown(int examples) =>
        [.. Enumerable.Range(1, examples).Select(n => new Utterance($"{n}", $"example {n}", "", "", "", ""))];

    private double[][] OfBatch(ReadOnlySpan<float> unscaled, RowScale[] scales)
    {
        var (values, size) = (unscaled.ToArray(), unscaled.Length / scales.Length);
        for (var i = 0; i < scales.Length; i++)
        {
            scales[i].Apply(values.AsSpan(i * size, size), RowLayout.Of(Info.InputShape).Frames);
        }
        using var graph = no_grad();
        using var scope = NewDisposeScope();
        var inputs = tensor(values, [scales.Length, .. Info.InputShape.Select(n => (long)n)]);
        using var probabilities = Network.call(inputs).to(ScalarType.Float64).softmax(1).data<double>();
        return [.. probabilities.Chunk(Info.Labels.Count)];
    }
}
