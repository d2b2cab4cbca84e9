using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Layers, losses and what they are made of.</summary>
    public static partial class nn
    {
        /// <summary>A tensor as a parameter; the tensor is empty afterwards.</summary>
        public static Parameter Parameter(Tensor data, bool requires_grad = true) => new(data, requires_grad);

        /// <summary>A part of a network: parameters, buffers and further modules, each under a name.</summary>
        public partial class Module : IDisposable
        {
            private readonly string _name;
            private readonly OrderedDictionary<string, Parameter> _parameters = [];
            private readonly OrderedDictionary<string, (Tensor Tensor, bool Persistent)> _buffers = [];
            private readonly OrderedDictionary<string, Module> _modules = [];
            private bool _training = true;

            /// <summary>A module without parts.</summary>
            /// <param name="name">What <see cref="GetName"/> answers.</param>
            protected Module(string name) => _name = name;

            /// <summary>The name of the kind of module.</summary>
            public virtual string GetName() => _name;

            /// <summary>Whether the module is being trained: dropout drops, batch normalisation measures.</summary>
            public virtual bool training => _training;

            /// <summary>Turns training on or off, here and in all parts.</summary>
            public virtual void train(bool train = true)
            {
                _training = train;
                foreach (var (_, module) in named_children()) module.train(train);
            }

            /// <summary>Turns training off, here and in all parts.</summary>
            public virtual void eval() => train(false);

            /// <summary>Calls a function on all parts, innermost first, and then on this module.</summary>
            public virtual Module apply(Action<Module> fn)
            {
                foreach (var (_, module) in named_children()) module.apply(fn);
                fn(this);
                return this;
            }

            /// <summary>Forgets the gradients of all parameters, or sets them to zero.</summary>
            public virtual void zero_grad(bool set_to_none = true)
            {
                foreach (var parameter in parameters())
                {
                    if (set_to_none) parameter.grad = null;
                    else parameter.grad?.zero_();
                }
            }

            /// <summary>Disposes all parameters, buffers and parts.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Disposes all parameters, buffers and parts.</summary>
            /// <param name="disposing">True: called by the user.</param>
            protected virtual void Dispose(bool disposing)
            {
                if (!disposing) return;
                foreach (var parameter in _parameters.Values) parameter.Dispose();
                foreach (var (tensor, _) in _buffers.Values) tensor.Dispose();
                foreach (var module in _modules.Values) module.Dispose();
            }

            // Moves values in place: the objects stay, so that fields and optimisers keep what they hold.
            internal Module Move(Device? device, ScalarType? type)
            {
                if (type is { } wanted && !is_floating_point(wanted) && !is_complex(wanted))
                    throw new ArgumentException(
                        $"nn.Module.to only accepts floating point or complex types, but got desired dtype={wanted}");
                using var quiet = no_grad();
                foreach (var parameter in parameters()) MoveOne(parameter, device, type);
                foreach (var buffer in buffers()) MoveOne(buffer, device, type);
                return this;
            }

            private static void MoveOne(Tensor tensor, Device? device, ScalarType? type)
            {
                var target = tensor.is_integral() ? tensor.dtype : type ?? tensor.dtype;
                var place = device ?? tensor.device;
                if (!tensor.DiffersFrom(target, place)) return;
                using var gradient = tensor.grad;
                tensor.Adopt(tensor.to(target, place).requires_grad_(tensor.requires_grad));
                if (gradient is null) return;
                using var moved = gradient.to(target, place);
                tensor.grad = moved;
            }
        }
    }
}

/// <summary>Moving a module, and giving it back as what it is.</summary>
public static class ModuleExtensionMethods
{
    /// <summary>Moves all parameters and buffers to a device.</summary>
    public static T to<T>(this T module, torch.Device device, bool non_blocking = false) where T : torch.nn.Module =>
        (T)module.Move(device, null);

    /// <summary>Moves all parameters and buffers to a device.</summary>
    public static T to<T>(this T module, DeviceType deviceType, int deviceIndex = -1, bool non_blocking = false)
        where T : torch.nn.Module => (T)module.Move(new torch.Device(deviceType, deviceIndex), null);

    /// <summary>Converts all parameters and real buffers to an element type.</summary>
    public static T to<T>(this T module, torch.ScalarType type, bool non_blocking = false) where T : torch.nn.Module =>
        (T)module.Move(null, type);

    /// <summary>Moves all parameters and buffers to a device, and converts them to an element type.</summary>
    public static T to<T>(this T module, torch.Device device, torch.ScalarType type, bool non_blocking = false)
        where T : torch.nn.Module => (T)module.Move(device, type);

    /// <summary>Moves all parameters and buffers to the processor.</summary>
    public static T cpu<T>(this T module, bool non_blocking = false) where T : torch.nn.Module =>
        (T)module.Move(torch.CPU, null);

    /// <summary>Moves all parameters and buffers to a card (-1: the current one).</summary>
    public static T cuda<T>(this T module, int deviceIndex = -1, bool non_blocking = false) where T : torch.nn.Module =>
        (T)module.Move(new torch.Device(DeviceType.CUDA, deviceIndex), null);
}
