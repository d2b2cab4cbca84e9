using System.Buffers;
using System.IO.MemoryMappedFiles;
using Microsoft.Win32.SafeHandles;

namespace SerLab.Files;

/// <summary>
/// Rows of float32 in a file, mapped into memory: a row is read from the disk when it is first looked at, and the
/// system drops it again when it needs the memory. The rows are valid until <see cref="Dispose"/>; without it the
/// mapping stays until the process ends, so that no row can ever point into nothing by itself.
/// </summary>
internal sealed unsafe class MappedRows : IDisposable
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly int _rowBytes;
    private byte* _first;

    public MappedRows(SafeFileHandle rows, int rowBytes)
    {
        _rowBytes = rowBytes;
        _file = MemoryMappedFile.CreateFromFile(
            rows, mapName: null, capacity: 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        _view = _file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _first); // a reference that no finalizer gives back
    }

    /// <summary>One row; it lies in the file as it is mapped.</summary>
    public ReadOnlyMemory<float> Row(int number) => new MappedRow(this, number).Memory;

    public void Dispose()
    {
        if (_first is null)
        {
            return;
        }
        _first = null;
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }

    private sealed class MappedRow(MappedRows rows, int number) : MemoryManager<float>
    {
        public override Span<float> GetSpan() => new(Pointer(), rows._rowBytes / sizeof(float));

        public override MemoryHandle Pin(int elementIndex = 0) => new((float*)Pointer() + elementIndex);

        public override void Unpin()
        {
        }

        protected override void Dispose(bool disposing)
        {
        }

        private byte* Pointer()
        {
            ObjectDisposedException.ThrowIf(rows._first is null, typeof(MappedRows));
            return rows._first + (long)number * rows._rowBytes;
        }
    }
}
