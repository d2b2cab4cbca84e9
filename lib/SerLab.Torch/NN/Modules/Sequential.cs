using System.Globalization;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>Modules one after the other; what they are not named gets its number as a name.</summary>
public class Sequential : Module<Tensor, Tensor>
{
    private readonly List<IModule<Tensor, Tensor>> _inOrder = [];

    internal Sequential(IEnumerable<(string? Name, Module<Tensor, Tensor> Module)> modules) : base(nameof(Sequential))
    {
        foreach (var (name, module) in modules) Add(name, module);
    }

    /// <summary>How many modules.</summary>
    public int Count => _inOrder.Count;

    /// <summary>Puts a module at the end, and returns this one.</summary>
    public Sequential append(string name, IModule<Tensor, Tensor> module) => Add(name, module);

    /// <summary>Puts a module at the end, named by its number, and returns this one.</summary>
    public Sequential append(IModule<Tensor, Tensor> module) => Add(null, module);

    /// <inheritdoc/>
    public override Tensor forward(Tensor tensor)
    {
        var value = tensor;
        foreach (var module in _inOrder)
        {
            var next = module.call(value);
            if (!ReferenceEquals(value, tensor) && !ReferenceEquals(value, next)) value.Dispose();
            value = next;
        }
        return ReferenceEquals(value, tensor) ? tensor.alias() : value;
    }

    /// <summary>Nothing: every part has its name already.</summary>
    protected override void RegisterComponents()
    {
    }

    private Sequential Add(string? name, IModule<Tensor, Tensor> module)
    {
        register_module(name ?? _inOrder.Count.ToString(CultureInfo.InvariantCulture), (Module)module);
        _inOrder.Add(module);
        return this;
    }
}
