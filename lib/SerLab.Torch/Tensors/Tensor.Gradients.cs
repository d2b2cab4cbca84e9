using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Whether operations on this tensor are recorded, so that a gradient reaches it.</summary>
        public bool requires_grad
        {
            get => Info.RequiresGrad != 0;
            set => Shim.Check(Shim.shim_set_requires_grad(Handle, value ? 1 : 0));
        }

        /// <summary>
        /// The gradient that <see cref="backward()"/> added up, or null where none reached this tensor.
        /// </summary>
        public unsafe Tensor? grad
        {
            get
            {
                nint found;
                Shim.Check(Shim.shim_grad(Handle, &found));
                return found == 0 ? null : new Tensor(found);
            }
            set => Shim.Check(Shim.shim_set_grad(Handle, value?.Handle ?? 0));
        }

        /// <summary>Turns recording on or off, and returns this tensor.</summary>
        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        /// <summary>Turns recording on or off, and returns this tensor.</summary>
        public Tensor with_requires_grad(bool requires_grad = true) => requires_grad_(requires_grad);

        /// <summary>Keeps the gradient of a tensor that an operation made.</summary>
        public void retain_grad() => Shim.Check(Shim.shim_retain_grad(Handle));

        /// <summary>Adds the gradient of this one number to every leaf that it was computed from.</summary>
        public void backward() => autograd.backward([this]);

        /// <summary>
        /// Adds the gradients of this tensor, weighted by grad_tensors, to every leaf (or to inputs).
        /// </summary>
        public void backward(IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false,
            IList<Tensor>? inputs = null) =>
            autograd.backward([this], grad_tensors, retain_graph, create_graph, inputs);
    }

    /// <summary>Derivatives by walking the recorded graph backwards.</summary>
    public static partial class autograd
    {
        /// <summary>Adds the gradients of tensors to every leaf they were computed from (or to inputs).</summary>
        /// <param name="tensors">What to differentiate; without weights each must hold one number.</param>
        /// <param name="grad_tensors">A weight for each element of each tensor; null: one.</param>
        /// <param name="retain_graph">Keep the graph for another walk; null: if create_graph.</param>
        /// <param name="create_graph">Record the walk itself, for derivatives of higher order.</param>
        /// <param name="inputs">The tensors to add gradients to; null: every leaf.</param>
        public static unsafe void backward(IList<Tensor> tensors, IList<Tensor>? grad_tensors = null,
            bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null)
        {
            nint[] roots = Handles(tensors), weights = Handles(grad_tensors), leaves = Handles(inputs);
            var retain = retain_graph ?? create_graph ? 1 : 0;
            fixed (nint* r = roots, w = weights, l = leaves)
                Shim.Check(Shim.shim_backward(r, roots.Length, w, weights.Length, retain, create_graph ? 1 : 0, l,
                    leaves.Length));
            Keep(tensors, grad_tensors, inputs);
        }

        /// <summary>The gradients of outputs by inputs, added to no tensor.</summary>
        /// <param name="outputs">What to differentiate; without weights each must hold one number.</param>
        /// <param name="inputs">By what to differentiate.</param>
        /// <param name="grad_outputs">A weight for each element of each output; null: one.</param>
        /// <param name="retain_graph">Keep the graph for another walk.</param>
        /// <param name="create_graph">Record the walk itself, for derivatives of higher order.</param>
        /// <param name="allow_unused">Answer null for an input that no output depends on, instead of failing.</param>
        public static unsafe IList<Tensor> grad(IList<Tensor> outputs, IList<Tensor> inputs,
            IList<Tensor>? grad_outputs = null, bool retain_graph = false, bool create_graph = false,
            bool allow_unused = false)
        {
            nint[] roots = Handles(outputs), leaves = Handles(inputs), weights = Handles(grad_outputs);
            var results = new nint[leaves.Length];
            var retain = retain_graph || create_graph ? 1 : 0;
            fixed (nint* r = roots, w = weights, l = leaves, found = results)
                Shim.Check(Shim.shim_grads(r, roots.Length, l, leaves.Length, w, weights.Length, retain,
                    create_graph ? 1 : 0, allow_unused ? 1 : 0, found));
            Keep(outputs, inputs, grad_outputs);
            return [.. results.Select(handle => handle == 0 ? null! : new Tensor(handle))];
        }

        private static nint[] Handles(IList<Tensor>? tensors) => tensors?.Select(t => t.Handle).ToArray() ?? [];

        private static void Keep(params ReadOnlySpan<IList<Tensor>?> lists)
        {
            foreach (var list in lists)
                foreach (var tensor in list ?? [])
                    GC.KeepAlive(tensor);
        }
    }
}
