using System.Runtime.InteropServices;

namespace SerLab.Files;

/// <summary>
/// NumPy's .npy files. Reads little-endian float32, float64, int64, int32 and bool in C or Fortran order; writes
/// float32 in C order, byte for byte as <c>numpy.save</c> does. Python objects are refused: they can run code.
/// </summary>
public static class Npy
{
    private const int PieceLength = 1 << 20;

    /// <summary>Reads a whole array; Fortran order is turned into C order.</summary>
    /// <exception cref="BadFileException">Not a .npy file, too short, too long, or of another element type.</exception>
    public static NpyArray Read(string path)
    {
        using var stream = FileFaults.OpenRead(path);
        var header = NpyHeader.Read(stream, path);
        Array array = header.ElementType switch
        {
            "<f4" => Read<float>(stream, header, path),
            "<f8" => Read<double>(stream, header, path),
            "<i8" => Read<long>(stream, header, path),
            "<i4" => Read<int>(stream, header, path),
            "|b1" => Array.ConvertAll(Read<byte>(stream, header, path), value => value != 0),
            var type => throw BadType(path, type),
        };
        return new(array, header.Shape);
    }

    /// <summary>
    /// Writes a float32 array atomically. <paramref name="pieces"/> follow each other in C order, so a large array can
    /// be written row by row: <c>Npy.Write(path, [n, 169], rows)</c>, or whole: <c>Npy.Write(path, [2, 3], values)</c>.
    /// </summary>
    /// <exception cref="ArgumentException">The pieces together do not fill the shape exactly.</exception>
    /// <exception cref="BadFileException">The place cannot be written.</exception>
    public static void Write(string path, int[] shape, params IEnumerable<float[]> pieces)
    {
        AtomicFile.Write(path, stream =>
        {
            stream.Write(Header(shape).ToBytes());
            var left = Header(shape).Count;
            foreach (var piece in pieces)
            {
                left -= piece.Length;
                foreach (var chunk in piece.Chunk(PieceLength))
                    stream.Write(MemoryMarshal.AsBytes<float>(chunk));
            }
            if (left != 0)
                throw new ArgumentException($"The shape [{string.Join(", ", shape)}] and the numbers differ: {left}.");
        });
    }

    /// <summary>
    /// Writes a float32 array [row, …<paramref name="rowShape"/>] atomically while its rows are made; how many come
    /// need not be known, and more than memory holds may come. What a killed writer of this file left is removed.
    /// </summary>
    /// <returns>The number of rows.</returns>
    /// <exception cref="ArgumentException">A row does not fill its shape exactly.</exception>
    /// <exception cref="BadFileException">The place cannot be written.</exception>
    public static int WriteRows(string path, int[] rowShape, IEnumerable<float[]> rows)
    {
        var (count, length) = (0, Header(rowShape).Count);
        AtomicFile.RemoveAbandoned(path);
        AtomicFile.Write(path, stream =>
        {
            stream.Write(Header([0, .. rowShape]).ToBytes()); // the number of rows has its place, and comes last
            foreach (var row in rows)
            {
                if (row.Length != length)
                    throw new ArgumentException($"A row of {row.Length} misfits [{string.Join(", ", rowShape)}].");
                stream.Write(MemoryMarshal.AsBytes<float>(row));
                count++;
            }
            stream.Position = 0;
            stream.Write(Header([count, .. rowShape]).ToBytes());
        });
        return count;
    }

    private static NpyHeader Header(int[] shape) => new("<f4", FortranOrder: false, shape);

    private static T[] Read<T>(Stream stream, NpyHeader header, string path) where T : unmanaged
    {
        var count = CheckedCount<T>(stream, header, path);
        var values = new T[count];
        for (var start = 0; start < values.Length; start += PieceLength)
        {
            var piece = values.AsSpan(start, Math.Min(PieceLength, values.Length - start));
            stream.ReadExactly(MemoryMarshal.AsBytes(piece));
        }
        return header.FortranOrder && header.Shape.Length > 1 ? ToCOrder(values, header.Shape) : values;
    }

    /// <summary>Compares the promised size with the file's before any memory is taken.</summary>
    private static unsafe int CheckedCount<T>(Stream stream, NpyHeader header, string path) where T : unmanaged
    {
        var promised = header.Shape.Aggregate((Int128)sizeof(T), (bytes, length) => bytes * length);
        var there = stream.Length - stream.Position;
        if (there < promised)
            throw NpyHeader.Truncated(path);
        if (there > promised)
            throw new BadFileException(path, $"{there - promised} bytes follow the last number.", "Write it again.");
        return promised / sizeof(T) <= Array.MaxLength
            ? (int)(promised / sizeof(T))
            : throw new BadFileException(path, "it holds over 2,147 million numbers.", "Save it in smaller parts.");
    }

    private static T[] ToCOrder<T>(T[] fortran, int[] shape)
    {
        var result = new T[fortran.Length];
        var index = new int[shape.Length];
        foreach (var value in fortran)
        {
            long target = 0;
            for (var axis = 0; axis < shape.Length; axis++)
                target = target * shape[axis] + index[axis];
            result[target] = value;
            for (var axis = 0; axis < shape.Length && ++index[axis] == shape[axis]; axis++)
                index[axis] = 0;
        }
        return result;
    }

    private static BadFileException BadType(string path, string type) => type.Contains('O')
        ? new(path, "it holds Python objects, which can run code when they are read.", "Save plain numbers.")
        : new(path, $"element type {type} is not read here.", "Save it with .astype(numpy.float32).");
}
