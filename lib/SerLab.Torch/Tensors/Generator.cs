using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A source of random numbers on the processor, with a state of its own.</summary>
    public class Generator : IDisposable
    {
        private nint _handle;

        /// <summary>A new source.</summary>
        /// <exception cref="NotSupportedException">The device is not the processor.</exception>
        public unsafe Generator(ulong seed = 0, Device? device = null)
        {
            if (device is { type: not DeviceType.CPU })
                throw new NotSupportedException("Only the processor has generators; seed a card by manual_seed.");
            nint handle;
            Shim.Check(Shim.shim_new_generator(seed, &handle));
            _handle = handle;
        }

        private Generator(nint handle) => _handle = handle;

        /// <summary>Frees the native source, if nobody disposed it.</summary>
        ~Generator() => Release();

        /// <summary>The source that operations use when they are given none.</summary>
        public static unsafe Generator Default
        {
            get
            {
                nint handle;
                Shim.Check(Shim.shim_default_generator(&handle));
                return new Generator(handle);
            }
        }

        /// <summary>The processor.</summary>
        public Device device => CPU;

        /// <summary>The native source; owned by this object.</summary>
        public nint Handle
        {
            get
            {
                ObjectDisposedException.ThrowIf(_handle == 0, this);
                return _handle;
            }
        }

        /// <summary>Starts the sequence of a seed, and returns this source.</summary>
        public Generator manual_seed(long seed)
        {
            Shim.Check(Shim.shim_seed_generator(Handle, (ulong)seed));
            return this;
        }

        /// <summary>The seed of the running sequence.</summary>
        public unsafe long initial_seed()
        {
            ulong seed;
            Shim.Check(Shim.shim_generator_seed(Handle, &seed));
            return (long)seed;
        }

        /// <summary>The place in the sequence, as bytes.</summary>
        public unsafe Tensor get_state()
        {
            nint state;
            Shim.Check(Shim.shim_generator_state(Handle, &state));
            return new Tensor(state);
        }

        /// <summary>Goes to a place that <see cref="get_state"/> gave.</summary>
        public void set_state(Tensor value) => Shim.Check(Shim.shim_set_generator_state(Handle, value.Handle));

        /// <summary>Frees the native source.</summary>
        public void Dispose()
        {
            Release();
            GC.SuppressFinalize(this);
        }

        private void Release()
        {
            var handle = Interlocked.Exchange(ref _handle, 0);
            if (handle != 0) Shim.shim_release_generator(handle);
        }
    }

    /// <summary>Seeds the sources of all devices, and returns the processor's.</summary>
    public static Generator manual_seed(long seed)
    {
        Shim.Check(Shim.shim_manual_seed((ulong)seed));
        return Generator.Default;
    }

    /// <summary>The place in the processor's default sequence, as bytes.</summary>
    public static Tensor get_rng_state()
    {
        using var source = Generator.Default;
        return source.get_state();
    }

    /// <summary>Goes to a place in the processor's default sequence.</summary>
    public static void set_rng_state(Tensor new_state)
    {
        using var source = Generator.Default;
        source.set_state(new_state);
    }
}
