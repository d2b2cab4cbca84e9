using System.Runtime.InteropServices;
using System.Text;
using static TorchSharp.torch;

namespace TorchSharp.Interop;

/// <summary>
/// One ATen operator, looked up by name and overload at its first call and then kept. A call costs one native
/// transition; its arguments live on the stack.
/// </summary>
internal sealed unsafe class Op(string name, string overload = "")
{
    private nint _handle;

    /// <summary>Calls an operator that returns one tensor.</summary>
    internal Tensor Call(params ReadOnlySpan<Arg> args)
    {
        Slot result;
        Run(args, &result, 1);
        return Wrap(result);
    }

    /// <summary>Calls an operator for its effect, its results left behind: the in-place ones.</summary>
    internal void Do(params ReadOnlySpan<Arg> args) => Run(args, null, 0);

    /// <summary>Calls an operator that changes its only argument in place, and returns that argument.</summary>
    internal Tensor On(Tensor self)
    {
        Run([self], null, 0);
        return self;
    }

    /// <summary>Calls an operator that returns two tensors.</summary>
    internal (Tensor, Tensor) Two(params ReadOnlySpan<Arg> args)
    {
        var results = stackalloc Slot[2];
        Run(args, results, 2);
        return (Wrap(results[0]), Wrap(results[1]));
    }

    /// <summary>Calls an operator that returns three tensors.</summary>
    internal (Tensor, Tensor, Tensor) Three(params ReadOnlySpan<Arg> args)
    {
        var results = stackalloc Slot[3];
        Run(args, results, 3);
        return (Wrap(results[0]), Wrap(results[1]), Wrap(results[2]));
    }

    /// <summary>Calls an operator that returns a list of tensors.</summary>
    internal Tensor[] List(params ReadOnlySpan<Arg> args)
    {
        Slot result;
        Run(args, &result, 1);
        var tensors = new Tensor[result.Length];
        var handles = (nint*)result.Bits;
        for (var i = 0; i < tensors.Length; i++) tensors[i] = new Tensor(handles[i]);
        Shim.shim_free((nint)handles);
        return tensors;
    }

    /// <summary>Calls an operator that returns a truth value.</summary>
    internal bool Test(params ReadOnlySpan<Arg> args)
    {
        Slot result;
        Run(args, &result, 1);
        return result.Bits != 0;
    }

    private static Tensor Wrap(Slot result) => new(checked((nint)result.Bits), result.Length);

    private void Run(ReadOnlySpan<Arg> args, Slot* results, int capacity)
    {
        if (_handle == 0) Find();
        var size = ArgLayout.Size(args);
        if (size <= ArgLayout.StackLimit)
        {
            var room = stackalloc byte[size];
            RunIn(room, args, results, capacity);
            return;
        }
        var heap = (byte*)NativeMemory.Alloc((nuint)size);
        try
        {
            RunIn(heap, args, results, capacity);
        }
        finally
        {
            NativeMemory.Free(heap);
        }
    }

    private void RunIn(byte* room, ReadOnlySpan<Arg> args, Slot* results, int capacity)
    {
        ArgLayout.Write(args, room);
        var status = Shim.shim_call(_handle, (Slot*)room, args.Length, results, capacity);
        foreach (ref readonly var arg in args) GC.KeepAlive(arg.Content);
        if (status != 0) Shim.Check(status);
    }

    // Two threads may both look it up: they find the same operator, and the spare handle is a few bytes.
    internal void Find()
    {
        nint found;
        fixed (byte* nameText = Encoding.UTF8.GetBytes("aten::" + name + '\0'))
        fixed (byte* overloadText = Encoding.UTF8.GetBytes(overload + '\0'))
            Shim.Check(Shim.shim_find(nameText, overloadText, &found));
        _handle = found;
    }
}
