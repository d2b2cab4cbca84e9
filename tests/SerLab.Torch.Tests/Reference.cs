using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace SerLab.Torch.Tests;

/// <summary>The numbers of tests/fixtures/torch/reference.json, made by PyTorch.</summary>
internal sealed class Reference
{
    private readonly JsonElement _root;

    private Reference(JsonElement root) => _root = root;

    internal static Reference Load(params string[] path)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "fixtures", "torch", "reference.json");
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        var root = document.RootElement;
        foreach (var name in path) root = root.GetProperty(name);
        return new Reference(root.Clone());
    }

    internal Reference this[string name] => new(_root.GetProperty(name));

    internal double[] Numbers => [.. _root.EnumerateArray().Select(number => number.GetDouble())];

    internal Tensor Tensor
    {
        get
        {
            long[] shape = [.. _root.GetProperty("shape").EnumerateArray().Select(n => n.GetInt64())];
            return tensor(new Reference(_root.GetProperty("data")).Numbers, shape, float32);
        }
    }

    internal Dictionary<string, Tensor> Tensors =>
        _root.EnumerateObject().ToDictionary(pair => pair.Name, pair => new Reference(pair.Value).Tensor);

    internal static void Close(Tensor expected, Tensor? actual, double tolerance = 2e-6)
    {
        Assert.NotNull(actual);
        using var real = actual.is_complex() ? actual.view_as_real() : actual.alias();
        Assert.Equal(expected.shape, real.shape);
        using var difference = (expected - real).abs() - expected.abs() * tolerance;
        var worst = difference.max().ToDouble();
        Assert.True(worst < tolerance, $"differs by {worst}");
    }
}
