using System.Reflection;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            private bool _registered;

            /// <summary>Names a part; a null part takes the name away.</summary>
            /// <exception cref="ArgumentException">The name is empty or holds a dot.</exception>
            /// <exception cref="InvalidOperationException">The name is taken.</exception>
            public virtual void register_module(string name, Module submodule)
            {
                if (submodule is null)
                {
                    _modules.Remove(name);
                    return;
                }
                if (string.IsNullOrEmpty(name)) throw new ArgumentException("module name can't be empty string \"\"");
                if (name.Contains('.')) throw new ArgumentException($"module name can't contain \".\", got: {name}");
                if (_modules.ContainsKey(name))
                    throw new InvalidOperationException($"Sub-module {name} is already registered.");
                submodule.RegisterComponents();
                _modules.Add(name, submodule);
            }

            /// <inheritdoc cref="register_module"/>
            public void add_module(string name, Module module) => register_module(name, module);

            /// <summary>Names a tensor that belongs to the module's state but is not learnt.</summary>
            /// <param name="name">Its name in the state.</param>
            /// <param name="tensor">The tensor; the module disposes it.</param>
            /// <param name="persistent">Whether state dictionaries hold it.</param>
            /// <exception cref="InvalidOperationException">The name is taken.</exception>
            public virtual void register_buffer(string name, Tensor tensor, bool persistent = true)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                if (!_buffers.TryAdd(name, (tensor.DetachFromDisposeScope(), persistent)))
                    throw new InvalidOperationException($"Tensor {name} is already registered.");
            }

            /// <summary>Names a parameter.</summary>
            /// <exception cref="InvalidOperationException">The name is taken.</exception>
            public virtual void register_parameter(string name, Parameter param)
            {
                ArgumentNullException.ThrowIfNull(param);
                param.DetachFromDisposeScope();
                if (!_parameters.TryAdd(name, param))
                    throw new InvalidOperationException($"Parameter {name} is already registered.");
            }

            /// <summary>
            /// Names every field of this object that holds a module, a parameter or a tensor, by its name.
            /// </summary>
            protected virtual void RegisterComponents()
            {
                if (_registered) return;
                _registered = true;
                foreach (var field in Fields(GetType()))
                {
                    var name = field.Name;
                    if (Holds(name)) continue;
                    switch (field.GetValue(this))
                    {
                        case Module module: register_module(name, module); break;
                        case Parameter parameter: register_parameter(name, parameter); break;
                        case Tensor tensor: register_buffer(name, tensor); break;
                    }
                }
            }

            private bool Holds(string name) =>
                _modules.ContainsKey(name) || _parameters.ContainsKey(name) || _buffers.ContainsKey(name);

            // What a built-in layer holds lives under its name only; null takes the name away.
            internal Parameter? this[string name]
            {
                get => _parameters.GetValueOrDefault(name);
                set
                {
                    if (ReferenceEquals(this[name], value)) return;
                    this[name]?.Dispose();
                    _parameters.Remove(name);
                    if (value is not null) register_parameter(name, value);
                }
            }

            internal Tensor? Buffer(string name) => _buffers.TryGetValue(name, out var buffer) ? buffer.Tensor : null;

            internal void SetBuffer(string name, Tensor? value)
            {
                if (ReferenceEquals(Buffer(name), value)) return;
                Buffer(name)?.Dispose();
                _buffers.Remove(name);
                if (value is not null) register_buffer(name, value);
            }

            private static IEnumerable<FieldInfo> Fields(Type? type)
            {
                const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic
                    | BindingFlags.DeclaredOnly;
                for (; type is not null && type != typeof(Module); type = type.BaseType)
                    foreach (var field in type.GetFields(Own).OrderBy(f => f.MetadataToken))
                        yield return field;
            }
        }
    }
}
