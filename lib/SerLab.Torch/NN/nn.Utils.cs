using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Helpers around training.</summary>
        public static partial class utils
        {
            /// <summary>Shrinks all gradients alike, so that their common norm is at most a bound.</summary>
            /// <returns>The norm before.</returns>
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm,
                double norm_type = 2.0)
            {
                using var scope = NewDisposeScope();
                using var quiet = no_grad();
                Tensor[] grads = [.. tensors.Select(tensor => tensor.grad).OfType<Tensor>()];
                if (grads.Length == 0) return 0;
                using var norms = stack(grads.Select(grad => grad.norm((float)norm_type)));
                var total = norms.norm((float)norm_type).ToDouble();
                if (max_norm / (total + 1e-6) is < 1 and var share) Foreach.Multiply(grads, share);
                return total;
            }
        }
    }
}
