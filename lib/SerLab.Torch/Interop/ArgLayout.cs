using System.Runtime.CompilerServices;
using System.Text;
using static TorchSharp.torch;

namespace TorchSharp.Interop;

/// <summary>Lays arguments out in one block of memory: first the slots, then what the slots point to.</summary>
internal static unsafe class ArgLayout
{
    /// <summary>Blocks up to this many bytes go on the stack.</summary>
    internal const int StackLimit = 2048;

    /// <summary>The bytes that <see cref="Write"/> will need.</summary>
    internal static int Size(ReadOnlySpan<Arg> args)
    {
        var size = args.Length * sizeof(Slot);
        foreach (ref readonly var arg in args)
            if (arg.Content is not null && arg.Kind != Kind.Tensor)
                size += ContentSize(arg);
        return size;
    }

    /// <summary>Writes the slots and their content; the managed objects must outlive the call.</summary>
    internal static void Write(ReadOnlySpan<Arg> args, byte* room)
    {
        var slots = (Slot*)room;
        var free = room + args.Length * sizeof(Slot);
        for (var i = 0; i < args.Length; i++)
        {
            ref readonly var arg = ref args[i];
            slots[i] = new Slot { Kind = arg.Kind, Bits = arg.Bits };
            if (arg.Kind == Kind.Tensor) slots[i].Bits = Unsafe.As<Tensor>(arg.Content!).Handle;
            else if (arg.Content is not null) free = WriteContent(arg, ref slots[i], free);
        }
    }

    private static int ContentSize(in Arg arg) => arg.Kind switch
    {
        Kind.Text => (Encoding.UTF8.GetByteCount((string)arg.Content!) + 7) & ~7,
        Kind.Generator => 0,
        _ => sizeof(long) * Unsafe.As<Array>(arg.Content!).Length,
    };

    private static byte* WriteContent(in Arg arg, ref Slot slot, byte* free)
    {
        if (arg.Kind == Kind.Generator)
        {
            slot.Bits = ((Generator)arg.Content!).Handle;
            return free;
        }
        slot.Bits = (nint)free;
        slot.Length = arg.Kind switch
        {
            Kind.Ints => Copy((long[])arg.Content!, free),
            Kind.Doubles => Copy((double[])arg.Content!, free),
            Kind.Text => Encoding.UTF8.GetBytes((string)arg.Content!, new Span<byte>(free, int.MaxValue)),
            _ => Handles((Tensor?[])arg.Content!, (nint*)free),
        };
        return free + ContentSize(arg);
    }

    private static int Copy<T>(T[] values, byte* free) where T : unmanaged
    {
        values.CopyTo(new Span<T>(free, values.Length));
        return values.Length;
    }

    private static int Handles(Tensor?[] tensors, nint* free)
    {
        for (var i = 0; i < tensors.Length; i++) free[i] = tensors[i]?.Handle ?? 0;
        return tensors.Length;
    }
}
