using System.Reflection;
using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>The functions of native/shim.cpp, and the way their failures become exceptions.</summary>
internal static unsafe partial class Shim
{
    private const string Library = "serlab_torch";

    static Shim() => NativeLibrary.SetDllImportResolver(typeof(Shim).Assembly, Load);

    /// <summary>Throws what libtorch said when a call answered nonzero.</summary>
    /// <exception cref="ExternalException">The call failed; the message is libtorch's own.</exception>
    internal static void Check(int status)
    {
        if (status != 0) throw new ExternalException(Marshal.PtrToStringUTF8(shim_error()));
    }

    private static nint Load(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != Library) return 0;
        try
        {
            return NativeLibrary.Load(name, assembly, path);
        }
        catch (DllNotFoundException e)
        {
            throw new DllNotFoundException("libtorch cannot be loaded: install the libtorch that SerLab.Torch was "
                + "built with (Debian: libtorch-dev), or set LIBTORCH and build again. " + e.Message, e);
        }
    }

    [LibraryImport(Library)] internal static partial nint shim_error();
    [LibraryImport(Library)] internal static partial nint shim_version();
    [LibraryImport(Library)] internal static partial int shim_find(byte* name, byte* overload, nint* op);
    [LibraryImport(Library)]
    internal static partial int shim_call(nint op, Slot* args, int count, Slot* results, int capacity);
    [LibraryImport(Library)] internal static partial void shim_free(nint memory);
    [LibraryImport(Library)] internal static partial void shim_release(nint tensor);
    [LibraryImport(Library)] internal static partial nint shim_share(nint tensor);
    [LibraryImport(Library)] internal static partial int shim_info(nint tensor, TensorInfo* info);
    [LibraryImport(Library)] internal static partial int shim_data(nint tensor, void** data);
    [LibraryImport(Library)] internal static partial int shim_set_requires_grad(nint tensor, int on);
    [LibraryImport(Library)] internal static partial int shim_retain_grad(nint tensor);
    [LibraryImport(Library)] internal static partial int shim_grad(nint tensor, nint* grad);
    [LibraryImport(Library)] internal static partial int shim_set_grad(nint tensor, nint grad);
    [LibraryImport(Library)]
    internal static partial int shim_backward(nint* tensors, int count, nint* grads, int gradCount, int retain,
        int create, nint* inputs, int inputCount);
    [LibraryImport(Library)]
    internal static partial int shim_grads(nint* outputs, int count, nint* inputs, int inputCount, nint* grads,
        int gradCount, int retain, int create, int allowUnused, nint* results);
    [LibraryImport(Library)] internal static partial int shim_grad_enabled();
    [LibraryImport(Library)] internal static partial void shim_set_grad_enabled(int on);
    [LibraryImport(Library)] internal static partial int shim_threads();
    [LibraryImport(Library)] internal static partial int shim_set_threads(int count);
    [LibraryImport(Library)] internal static partial int shim_cuda_devices();
    [LibraryImport(Library)] internal static partial int shim_cuda_synchronize(int index);
    [LibraryImport(Library)] internal static partial int shim_manual_seed(ulong seed);
    [LibraryImport(Library)] internal static partial int shim_new_generator(ulong seed, nint* generator);
    [LibraryImport(Library)] internal static partial int shim_default_generator(nint* generator);
    [LibraryImport(Library)] internal static partial void shim_release_generator(nint generator);
    [LibraryImport(Library)] internal static partial int shim_seed_generator(nint generator, ulong seed);
    [LibraryImport(Library)] internal static partial int shim_generator_seed(nint generator, ulong* seed);
    [LibraryImport(Library)] internal static partial int shim_generator_state(nint generator, nint* state);
    [LibraryImport(Library)] internal static partial int shim_set_generator_state(nint generator, nint state);
}
