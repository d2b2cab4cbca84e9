using System.Buffers.Binary;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SerLab.Files;

/// <summary>What a safetensors file holds.</summary>
/// <param name="Tensors">In the order of their bytes in the file.</param>
/// <param name="Metadata">The file's string-to-string notes; empty when it has none.</param>
public sealed record SafetensorsContent(
    IReadOnlyList<StoredTensor> Tensors, IReadOnlyDictionary<string, string> Metadata);

/// <summary>
/// The safetensors format: 8 bytes little-endian header length, a JSON header, then the arrays without gaps. Nothing in
/// it can run code. A file is checked whole before any of it is handed out.
/// </summary>
public static class Safetensors
{
    internal const string MetadataKey = "__metadata__";

    /// <summary>The reference reader's limit on the header, in bytes.</summary>
    internal const int LongestHeader = 100_000_000;

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads and checks a file.</summary>
    /// <exception cref="BadFileException">
    /// The file is not safetensors: the header's length or JSON is wrong, a key comes twice, arrays leave holes,
    /// overlap or do not fill the file, a type is unknown, or metadata is not string to string.
    /// </exception>
    public static SafetensorsContent Read(string path)
    {
        using var stream = FileFaults.OpenRead(path);
        var header = SafetensorsHeader.Read(stream, path);
        var tensors = header.Entries.Select(entry =>
        {
            var bytes = new byte[entry.End - entry.Begin];
            stream.ReadExactly(bytes);
            return new StoredTensor(entry.Name, entry.Type, entry.Shape, bytes);
        });
        return new([.. tensors], header.Metadata);
    }

    /// <summary>Reads a file's notes alone, and checks its header.</summary>
    /// <exception cref="BadFileException">As <see cref="Read"/>.</exception>
    public static IReadOnlyDictionary<string, string> ReadMetadata(string path)
    {
        using var stream = FileFaults.OpenRead(path);
        return SafetensorsHeader.Read(stream, path).Metadata;
    }

    /// <summary>
    /// Writes a file atomically: widest types first, then by name in ordinal order, the header padded with spaces to a
    /// multiple of 8, as the reference writer does. The same content gives the same bytes.
    /// </summary>
    /// <exception cref="ArgumentException">A name is reserved or used twice, or bytes misfit a shape.</exception>
    /// <exception cref="BadFileException">The place cannot be written.</exception>
    public static void Write(
        string path, IEnumerable<StoredTensor> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        StoredTensor[] ordered =
            [.. tensors.OrderByDescending(tensor => tensor.Type).ThenBy(tensor => tensor.Name, StringComparer.Ordinal)];
        Check(ordered);
        var header = Header(ordered, metadata ?? new Dictionary<string, string>());
        AtomicFile.Write(path, stream =>
        {
            Span<byte> length = stackalloc byte[8];
            BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
            stream.Write(length);
            stream.Write(header);
            foreach (var tensor in ordered)
                stream.Write(tensor.Bytes);
        });
    }

    private static void Check(StoredTensor[] tensors)
    {
        var names = new HashSet<string>(StringComparer.Ordinal) { MetadataKey };
        foreach (var tensor in tensors)
        {
            if (!names.Add(tensor.Name))
                throw new ArgumentException($"The name {tensor.Name} comes twice or is reserved.", nameof(tensors));
            if (tensor.Shape.Aggregate((long)StoredTensor.SizeOf(tensor.Type), (a, b) => a * b) != tensor.Bytes.Length)
                throw new ArgumentException($"The bytes of {tensor.Name} do not fit its shape.", nameof(tensors));
        }
    }

    private static byte[] Header(StoredTensor[] tensors, IReadOnlyDictionary<string, string> metadata)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            if (metadata.Count > 0)
                WriteMetadata(json, metadata);
            long begin = 0;
            foreach (var tensor in tensors)
            {
                WriteEntry(json, tensor, begin);
                begin += tensor.Bytes.Length;
            }
            json.WriteEndObject();
        }
        buffer.Write(Encoding.ASCII.GetBytes(new string(' ', (int)(-buffer.Length & 7))));
        return buffer.ToArray();
    }

    private static void WriteMetadata(Utf8JsonWriter json, IReadOnlyDictionary<string, string> metadata)
    {
        json.WriteStartObject(MetadataKey);
        foreach (var (key, value) in metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            json.WriteString(key, value);
        json.WriteEndObject();
    }

    private static void WriteEntry(Utf8JsonWriter json, StoredTensor tensor, long begin)
    {
        json.WriteStartObject(tensor.Name);
        json.WriteString("dtype", tensor.Type.ToString());
        json.WriteStartArray("shape");
        foreach (var length in tensor.Shape)
            json.WriteNumberValue(length);
        json.WriteEndArray();
        json.WriteStartArray("data_offsets");
        json.WriteNumberValue(begin);
        json.WriteNumberValue(begin + tensor.Bytes.Length);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
