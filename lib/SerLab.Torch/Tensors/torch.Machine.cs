using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>PyTorch's functions by PyTorch's names, over libtorch.</summary>
public static partial class torch
{
    /// <summary>The version of the libtorch that the library was built with, as "1.13.0".</summary>
    public static string __version__ => Marshal.PtrToStringUTF8(Shim.shim_version())!;

    /// <summary>How many threads one operation may use.</summary>
    public static int get_num_threads() => Shim.shim_threads();

    /// <summary>Sets how many threads one operation may use.</summary>
    public static void set_num_threads(int num) => Shim.Check(Shim.shim_set_threads(num));

    /// <summary>NVIDIA cards.</summary>
    public static partial class cuda
    {
        /// <summary>Whether this libtorch can use a card of this machine.</summary>
        public static bool is_available() => Shim.shim_cuda_devices() > 0;

        /// <summary>How many cards there are.</summary>
        public static int device_count() => Shim.shim_cuda_devices();

        /// <summary>Waits until a card (null: the current one) has done all its work.</summary>
        public static void synchronize(Device? device = null) =>
            Shim.Check(Shim.shim_cuda_synchronize(device?.index ?? -1));
    }
}
