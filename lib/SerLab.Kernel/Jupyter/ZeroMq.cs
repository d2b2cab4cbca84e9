using System.Runtime.InteropServices;

namespace SerLab.Kernel.Jupyter;

/// <summary>The functions of the system's libzmq that a kernel needs, with libzmq's own names and numbers.</summary>
internal static partial class ZeroMq
{
    public const int Pub = 1;
    public const int Rep = 4;
    public const int Router = 6;
    public const int Linger = 17;
    public const int ReceiveMore = 13;
    public const int ReceiveTimeout = 27;
    public const int HandoverOfNames = 56;
    public const int SendMore = 2;

    /// <summary>The size of libzmq's opaque message structure, in bytes.</summary>
    public const int MessageSize = 64;

    private const string Library = "libzmq.so.5";

    [LibraryImport(Library, EntryPoint = "zmq_ctx_new")]
    public static partial nint NewContext();

    [LibraryImport(Library, EntryPoint = "zmq_ctx_term")]
    public static partial int EndContext(nint context);

    [LibraryImport(Library, EntryPoint = "zmq_socket")]
    public static partial nint NewSocket(nint context, int type);

    [LibraryImport(Library, EntryPoint = "zmq_close")]
    public static partial int Close(nint socket);

    [LibraryImport(Library, EntryPoint = "zmq_setsockopt")]
    public static partial int Set(nint socket, int option, in int value, nint size);

    [LibraryImport(Library, EntryPoint = "zmq_getsockopt")]
    public static partial int Get(nint socket, int option, out int value, ref nint size);

    [LibraryImport(Library, EntryPoint = "zmq_bind", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Bind(nint socket, string address);

    [LibraryImport(Library, EntryPoint = "zmq_send")]
    public static partial int Send(nint socket, ReadOnlySpan<byte> data, nint size, int flags);

    [LibraryImport(Library, EntryPoint = "zmq_msg_init")]
    public static partial int Begin(nint message);

    [LibraryImport(Library, EntryPoint = "zmq_msg_recv")]
    public static partial int Receive(nint message, nint socket, int flags);

    [LibraryImport(Library, EntryPoint = "zmq_msg_data")]
    public static partial nint Data(nint message);

    [LibraryImport(Library, EntryPoint = "zmq_msg_close")]
    public static partial int End(nint message);

    [LibraryImport(Library, EntryPoint = "zmq_errno")]
    public static partial int Error();

    [LibraryImport(Library, EntryPoint = "zmq_strerror")]
    private static partial nint ErrorText(int error);

    public static string Describe(int error) => Marshal.PtrToStringUTF8(ErrorText(error)) ?? $"error {error}";
}
