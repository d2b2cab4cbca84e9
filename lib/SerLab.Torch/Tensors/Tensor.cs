using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// An array of numbers of one type and shape on one device, as libtorch holds it. A tensor made inside a
    /// <see cref="DisposeScope"/> is disposed at the scope's end unless it is moved out; a forgotten one is freed
    /// by its finaliser.
    /// </summary>
    public partial class Tensor : IDisposable
    {
        private static long s_total;

        private nint _handle;
        private int _kib;

        // Below this, telling the collector about native memory costs more than it helps.
        private const int PressureKib = 64;

        internal Tensor(nint handle, int kib = 0, bool register = true)
        {
            _handle = handle;
            Interlocked.Increment(ref s_total);
            if (kib >= PressureKib) GC.AddMemoryPressure((long)(_kib = kib) << 10);
            if (register) DisposeScope.Current?.Add(this);
        }

        /// <summary>Frees the native tensor, if nobody disposed it.</summary>
        ~Tensor() => Dispose(false);

        /// <summary>How many tensors this process holds that were not yet disposed or finalised.</summary>
        public static long TotalCount => Interlocked.Read(ref s_total);

        /// <summary>The native tensor; owned by this object.</summary>
        /// <exception cref="InvalidOperationException">The tensor was disposed.</exception>
        public nint Handle => _handle != 0
            ? _handle
            : throw new InvalidOperationException("Tensor invalid -- empty handle. It was disposed.");

        /// <summary>Whether the tensor was disposed.</summary>
        public bool IsInvalid => _handle == 0;

        internal DisposeScope? OwningDisposeScope { get; set; }

        /// <summary>Frees the native tensor now; harmless the second time.</summary>
        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        /// <summary>Frees the native tensor and leaves its scope.</summary>
        /// <param name="disposing">False in the finaliser.</param>
        protected virtual void Dispose(bool disposing)
        {
            var handle = Interlocked.Exchange(ref _handle, 0);
            if (handle == 0) return;
            if (disposing) OwningDisposeScope?.MarkAsDisposed(this);
            if (_kib > 0) GC.RemoveMemoryPressure((long)_kib << 10);
            Interlocked.Decrement(ref s_total);
            Shim.shim_release(handle);
        }

        /// <summary>Moves the tensor from its scope to the scope around that one, and returns it.</summary>
        public Tensor MoveToOuterDisposeScope()
        {
            OwningDisposeScope?.MoveToOuter(this);
            return this;
        }

        /// <summary>
        /// Takes the tensor out of all scopes, so that only you or its finaliser free it, and returns it.
        /// </summary>
        public Tensor DetachFromDisposeScope()
        {
            OwningDisposeScope?.Detach(this);
            return this;
        }

        /// <summary>Moves the tensor to the scope that owns another tensor, and returns it.</summary>
        public Tensor MoveToOtherDisposeScope(Tensor other) => MoveToOtherDisposeScope(other.OwningDisposeScope);

        /// <summary>Moves the tensor to another scope (null takes it out of all scopes), and returns it.</summary>
        public Tensor MoveToOtherDisposeScope(DisposeScope? other)
        {
            if (OwningDisposeScope is null) other?.Attach(this);
            else OwningDisposeScope.MoveToOther(other, this);
            return this;
        }

        // A second managed tensor over the same native one; what an operator that returns its input needs.
        internal Tensor Share() => new(Shim.shim_share(Handle));

        // Becomes the other tensor, which is empty afterwards; the object stays, its value is new.
        internal void Adopt(Tensor other)
        {
            Shim.shim_release(Interlocked.Exchange(ref _handle, other.Handle));
            if (_kib > 0) GC.RemoveMemoryPressure((long)_kib << 10);
            (_kib, other._kib) = (other._kib, 0);
            other.OwningDisposeScope?.Detach(other);
            other.Surrender();
        }

        // Hands the native tensor over to a Parameter; this object is empty afterwards.
        internal nint Surrender()
        {
            Interlocked.Decrement(ref s_total);
            if (_kib > 0) GC.RemoveMemoryPressure((long)_kib << 10);
            GC.SuppressFinalize(this);
            return Interlocked.Exchange(ref _handle, 0);
        }
    }
}
