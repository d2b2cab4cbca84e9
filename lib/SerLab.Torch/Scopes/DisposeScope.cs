namespace TorchSharp;

/// <summary>
/// Owns the tensors made on this thread while it is the innermost scope, and disposes them at its end. Scopes nest;
/// a tensor that must live longer is moved to the outer scope or detached.
/// </summary>
public sealed class DisposeScope : IDisposable
{
    [ThreadStatic] private static DisposeScope? s_current;

    private HashSet<IDisposable> _disposables = new(ReferenceEqualityComparer.Instance);
    private readonly DisposeScope? _outer = Current;
    private volatile bool _closed;

    internal DisposeScope() => s_current = this;

    /// <summary>The innermost scope that is still open: others may have ended early, or on another thread.</summary>
    internal static DisposeScope? Current => s_current = StillOpen(s_current);

    /// <summary>How many tensors the scope owns now.</summary>
    /// <exception cref="ObjectDisposedException">The scope has ended.</exception>
    public int DisposablesCount => Open()._disposables.Count;

    /// <summary>The tensors the scope owns now, as a copy.</summary>
    /// <exception cref="ObjectDisposedException">The scope has ended.</exception>
    public IReadOnlyList<IDisposable> DisposablesView => [.. Open()._disposables];

    /// <summary>Whether the scope owns this tensor.</summary>
    public bool Contains(IDisposable disposable) => _disposables.Contains(disposable);

    /// <summary>Moves a tensor of this scope to the outer one (or out of all scopes), and returns it.</summary>
    public T MoveToOuter<T>(T disposable) where T : IDisposable => MoveToOther(StillOpen(_outer), disposable);

    /// <summary>Moves two tensors of this scope to the outer one, and returns them.</summary>
    public (T1 first, T2 second) MoveToOuter<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable where T2 : IDisposable => (MoveToOuter(first), MoveToOuter(second));

    /// <summary>Moves three tensors of this scope to the outer one, and returns them.</summary>
    public (T1 first, T2 second, T3 third) MoveToOuter<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable =>
        (MoveToOuter(first), MoveToOuter(second), MoveToOuter(third));

    /// <summary>Moves tensors of this scope to the outer one.</summary>
    public void MoveToOuter(params IDisposable[] disposables) => MoveToOuter((IEnumerable<IDisposable>)disposables);

    /// <summary>Moves tensors of this scope to the outer one.</summary>
    public void MoveToOuter(IEnumerable<IDisposable> disposables)
    {
        foreach (var disposable in disposables) MoveToOuter<IDisposable>(disposable);
    }

    /// <summary>Moves a tensor of this scope to another one (null: out of all scopes), and returns it.</summary>
    public T MoveToOther<T>(DisposeScope? scope, T disposable) where T : IDisposable
    {
        if (!Open()._disposables.Remove(disposable)) return disposable;
        SetOwner(disposable, scope);
        scope?._disposables.Add(disposable);
        return disposable;
    }

    /// <summary>Takes a tensor of this scope out of all scopes, and returns it.</summary>
    public T Detach<T>(T disposable) where T : IDisposable => MoveToOther(null, disposable);

    /// <summary>Takes tensors of this scope out of all scopes.</summary>
    public void Detach(params IDisposable[] disposables) => Detach((IEnumerable<IDisposable>)disposables);

    /// <summary>Takes tensors of this scope out of all scopes.</summary>
    public void Detach(IEnumerable<IDisposable> disposables)
    {
        foreach (var disposable in disposables) Detach<IDisposable>(disposable);
    }

    /// <summary>Makes this scope the owner of a tensor, wherever it was.</summary>
    /// <exception cref="InvalidOperationException">It is not a tensor.</exception>
    public void Attach(IDisposable disposable)
    {
        if (disposable is not torch.Tensor tensor)
            throw new InvalidOperationException("DisposeScope can only manage Tensor");
        if (tensor.OwningDisposeScope == this) return;
        tensor.OwningDisposeScope?._disposables.Remove(tensor);
        Open().Add(tensor);
    }

    /// <summary>Disposes every tensor the scope owns now; the scope goes on.</summary>
    public void DisposeEverything() => DisposeEverythingBut([]);

    /// <summary>Disposes every tensor the scope owns now but these; the scope goes on.</summary>
    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        var all = Open()._disposables;
        _disposables = new HashSet<IDisposable>(inKeep, ReferenceEqualityComparer.Instance);
        foreach (var disposable in all)
            if (!_disposables.Contains(disposable))
                disposable.Dispose();
    }

    /// <summary>Disposes every tensor the scope owns now but these; the scope goes on.</summary>
    public void DisposeEverythingBut(params IDisposable[] keep) =>
        DisposeEverythingBut((IEnumerable<IDisposable>)keep);

    /// <summary>Forgets a tensor that somebody else disposed.</summary>
    public void MarkAsDisposed(IDisposable disposable)
    {
        _disposables.Remove(disposable);
        SetOwner(disposable, null);
    }

    /// <summary>Ends the scope: disposes what it owns and gives its place to the scope around it.</summary>
    public void Dispose()
    {
        if (_closed) return;
        DisposeEverything();
        _closed = true;
    }

    internal void Add(torch.Tensor tensor)
    {
        _disposables.Add(tensor);
        tensor.OwningDisposeScope = this;
    }

    // A Parameter takes over the place of the tensor it was made from.
    internal static void Replace(torch.Tensor original, torch.Tensor replacement)
    {
        if (original.OwningDisposeScope is not { } scope || !scope._disposables.Remove(original)) return;
        original.OwningDisposeScope = null;
        scope.Add(replacement);
    }

    private static DisposeScope? StillOpen(DisposeScope? scope)
    {
        while (scope is { _closed: true })
            scope = scope._outer;
        return scope;
    }

    private DisposeScope Open()
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        return this;
    }

    private static void SetOwner(IDisposable disposable, DisposeScope? scope)
    {
        if (disposable is torch.Tensor tensor) tensor.OwningDisposeScope = scope;
    }
}
