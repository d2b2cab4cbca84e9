using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The innermost scope of this thread, or null.</summary>
    public static DisposeScope? CurrentDisposeScope => DisposeScope.Current;

    /// <summary>Opens a scope that owns every tensor this thread makes until it is disposed.</summary>
    public static DisposeScope NewDisposeScope() => new();

    /// <summary>Runs code in a scope of its own, and hands its result to the scope outside.</summary>
    public static Tensor WrappedTensorDisposeScope(Func<Tensor> expr)
    {
        using var scope = NewDisposeScope();
        return expr().MoveToOuterDisposeScope();
    }

    /// <summary>Until disposed, this thread's operations record no graph for gradients.</summary>
    public static IDisposable no_grad() => new GradMode(false);

    /// <summary>Until disposed, this thread's operations record a graph for gradients (or not).</summary>
    public static IDisposable enable_grad(bool enabled = true) => new GradMode(enabled);

    /// <summary>Until disposed, this thread's operations record a graph for gradients (or not).</summary>
    public static IDisposable set_grad_enabled(bool mode = true) => new GradMode(mode);

    /// <summary>Whether this thread's operations record a graph for gradients.</summary>
    public static bool is_grad_enabled() => Shim.shim_grad_enabled() != 0;

    private sealed class GradMode : IDisposable
    {
        private readonly int _before = Shim.shim_grad_enabled();

        public GradMode(bool on) => Shim.shim_set_grad_enabled(on ? 1 : 0);

        public void Dispose() => Shim.shim_set_grad_enabled(_before);
    }
}
