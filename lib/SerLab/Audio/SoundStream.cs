using System.Runtime.InteropServices;

namespace SerLab.Audio;

/// <summary>
/// Lends a <see cref="Stream"/> to libsndfile. Going through streams makes long and non-ASCII paths, permissions
/// and memory the business of .NET. An error of the stream cannot cross native code: it is kept in
/// <see cref="Failure"/> and libsndfile sees the end of the file.
/// </summary>
internal sealed unsafe class SoundStream : IDisposable
{
    private readonly Stream _stream;
    private GCHandle _self;

    public SoundStream(Stream stream)
    {
        _stream = stream;
        _self = GCHandle.Alloc(this);
    }

    public Exception? Failure { get; private set; }

    public nint UserData => GCHandle.ToIntPtr(_self);

    public static LibSndFile.VirtualIo Calls => new()
    {
        Length = &Length,
        Seek = &Seek,
        Read = &Read,
        Write = &Write,
        Tell = &Tell,
    };

    public void Dispose() => _self.Free();

    [UnmanagedCallersOnly]
    private static long Length(nint self) => Try(self, s => s.Length);

    [UnmanagedCallersOnly]
    private static long Tell(nint self) => Try(self, s => s.Position);

    [UnmanagedCallersOnly]
    private static long Seek(long offset, int whence, nint self) =>
        Try(self, s => s.Seek(offset, (SeekOrigin)whence));

    [UnmanagedCallersOnly]
    private static long Read(byte* bytes, long count, nint self) =>
        Try(self, s => s.ReadAtLeast(new Span<byte>(bytes, checked((int)count)), (int)count, false));

    [UnmanagedCallersOnly]
    private static long Write(byte* bytes, long count, nint self) => Try(self, s =>
    {
        s.Write(new ReadOnlySpan<byte>(bytes, checked((int)count)));
        return count;
    });

    private static long Try(nint self, Func<Stream, long> act)
    {
        var owner = (SoundStream)GCHandle.FromIntPtr(self).Target!;
        try
        {
            return act(owner._stream);
        }
        catch (Exception failure)
        {
            owner.Failure ??= failure;
            return 0;
        }
    }
}
