using SerLab.Training;
using static TorchSharp.torch;

namespace SerLab.Tests.Training;

/// <summary>A problem a small network learns in seconds: which quarter of a picture is bright.</summary>
internal static class Toy
{
    public const int Side = 8;

    public static Examples Examples(int count, int classes, int seed = 1, double noise = 0.3)
    {
        var random = new Random(seed);
        int[] labels = [.. Enumerable.Range(0, count).Select(i => i % classes)];
        float[] values = [.. labels.SelectMany(label => Enumerable.Range(0, Side * Side).Select(pixel =>
            (float)((pixel / (Side * Side / 4) == label ? 1 : 0) + noise * (random.NextDouble() - 0.5))))];
        return SerLab.Training.Examples.From(values, [1, Side, Side], labels);
    }

    /// <summary>Convolution, batch norm, dropout and two linear layers: all that can depend on a seed or a mode.</summary>
    public static nn.Module<Tensor, Tensor> Network(int classes, int seed = 1)
    {
        manual_seed(seed);
        return nn.Sequential(
            ("conv", nn.Conv2d(1, 4, 3, 1, 1)), ("norm", nn.BatchNorm2d(4)), ("relu", nn.ReLU()),
            ("pool", nn.MaxPool2d(2)), ("flatten", nn.Flatten()), ("drop", nn.Dropout(0.2)),
            ("out", nn.Linear(4 * Side * Side / 4, classes)));
    }

    public static IReadOnlyList<Epoch> Fit(
        nn.Module<Tensor, Tensor> network, Examples train, Examples validation, TrainingOptions options,
        int classes = 2, Action<TrainingProgress>? hear = null, CancellationToken? cancel = null) =>
        new Trainer(options, TimeProvider.System).Fit(
            network, train, validation, classes, hear is null ? null : new Features.Listener<TrainingProgress>(hear),
            cancel ?? TestContext.Current.CancellationToken);

    public static byte[] Bytes(nn.Module<Tensor, Tensor> network) =>
        [.. network.state_dict().Values.SelectMany(weight => weight.bytes.ToArray())];
}
