using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>The parts, by name.</summary>
            public virtual IEnumerable<(string name, Module module)> named_children() =>
                _modules.Select(pair => (pair.Key, pair.Value));

            /// <summary>The parts.</summary>
            public virtual IEnumerable<Module> children() => named_children().Select(child => child.module);

            /// <summary>The parts and their parts, by dotted name, without this module itself.</summary>
            public virtual IEnumerable<(string name, Module module)> named_modules() =>
                named_children().Concat(named_children().SelectMany(child =>
                    child.module.named_modules().Select(inner => ($"{child.name}.{inner.name}", inner.module))));

            /// <summary>The parts and their parts, without this module itself.</summary>
            public virtual IEnumerable<Module> modules() => named_modules().Select(part => part.module);

            /// <summary>The parameters by dotted name, each once; without recurse only this module's own.</summary>
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
            {
                var own = _parameters.Select(pair => (name: pair.Key, parameter: pair.Value));
                var all = recurse ? own.Concat(Inner(module => module.named_parameters())) : own;
                return all.DistinctBy(pair => pair.Item2.Handle);
            }

            /// <summary>The parameters, each once; without recurse only this module's own.</summary>
            public virtual IEnumerable<Parameter> parameters(bool recurse = true) =>
                named_parameters(recurse).Select(pair => pair.parameter);

            /// <summary>The buffers by dotted name, each once; without recurse only this module's own.</summary>
            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true,
                bool include_nonpersistent = true)
            {
                var own = _buffers.Where(pair => include_nonpersistent || pair.Value.Persistent)
                    .Select(pair => (name: pair.Key, buffer: pair.Value.Tensor));
                var all = recurse ? own.Concat(Inner(m => m.named_buffers(true, include_nonpersistent))) : own;
                return all.DistinctBy(pair => pair.Item2.Handle);
            }

            /// <summary>The buffers, each once; without recurse only this module's own.</summary>
            public virtual IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true) =>
                named_buffers(recurse, include_nonpersistent).Select(pair => pair.buffer);

            /// <summary>A parameter by its dotted name, or null.</summary>
            public virtual Parameter? get_parameter(string target) =>
                named_parameters().FirstOrDefault(pair => pair.name == target).parameter;

            /// <summary>A buffer by its dotted name, or null.</summary>
            public virtual Tensor? get_buffer(string target) =>
                named_buffers().FirstOrDefault(pair => pair.name == target).buffer;

            /// <summary>The parameters and persistent buffers themselves (not copies), by dotted name.</summary>
            /// <param name="destination">Where to add them; null: a new dictionary.</param>
            /// <param name="prefix">What goes before each name, with a dot.</param>
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null,
                string? prefix = null)
            {
                destination ??= [];
                var start = string.IsNullOrEmpty(prefix) ? "" : prefix + ".";
                foreach (var (name, parameter) in named_parameters()) destination.TryAdd(start + name, parameter);
                foreach (var (name, buffer) in named_buffers(true, false)) destination.TryAdd(start + name, buffer);
                return destination;
            }

            /// <summary>Copies values into the parameters and buffers of the same names.</summary>
            /// <param name="source">The values by dotted name.</param>
            /// <param name="strict">Fail, before anything is copied, where a name is missing on either side.</param>
            /// <param name="skip">Names to leave alone.</param>
            /// <returns>The names that the source lacks, and the names that this module lacks.</returns>
            /// <exception cref="InvalidOperationException">The names differ and strict is on.</exception>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
                Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                var own = state_dict();
                string[] wanted = [.. own.Keys.Except(skip ?? [])], given = [.. source.Keys.Except(skip ?? [])];
                string[] missing = [.. wanted.Except(given)], unexpected = [.. given.Except(wanted)];
                if (strict && (missing.Length > 0 || unexpected.Length > 0))
                    throw new InvalidOperationException(
                        "The loaded state_dict is not identical to the target dictionary."
                        + $" Missing: {string.Join(", ", missing)}. Unexpected: {string.Join(", ", unexpected)}.");
                using var quiet = no_grad();
                foreach (var name in wanted.Intersect(given)) own[name].copy_(source[name]);
                return (missing, unexpected);
            }

            private IEnumerable<(string, T)> Inner<T>(Func<Module, IEnumerable<(string name, T value)>> what) =>
                named_children().SelectMany(child =>
                    what(child.module).Select(inner => ($"{child.name}.{inner.name}", inner.value)));
        }
    }
}
