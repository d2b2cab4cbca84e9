using System.Buffers.Binary;
using System.Text.Json;

namespace SerLab.Files;

/// <summary>A safetensors file's checked header; its entries, sorted by offset, fill the rest of the file.</summary>
internal sealed record SafetensorsHeader(
    IReadOnlyList<SafetensorsHeader.Entry> Entries, IReadOnlyDictionary<string, string> Metadata)
{
    /// <summary>One array: bytes Begin to End, counted from the first byte after the header.</summary>
    public sealed record Entry(string Name, TensorType Type, long[] Shape, long Begin, long End);

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 4 };

    /// <summary>Reads the header and leaves the stream at the first array.</summary>
    public static SafetensorsHeader Read(Stream stream, string path)
    {
        var text = ReadText(stream, path);
        using var document = Parse(text, path);
        var root = document.RootElement;
        Entry[] entries =
        [
            .. root.EnumerateObject()
                .Where(property => property.Name != Safetensors.MetadataKey)
                .Select(property => ReadEntry(property, path))
                .OrderBy(entry => entry.Begin).ThenBy(entry => entry.End),
        ];
        CheckOffsets(entries, stream.Length - stream.Position, path);
        return new(entries, ReadMetadata(root, path));
    }

    private static byte[] ReadText(Stream stream, string path)
    {
        var head = new byte[8];
        if (stream.ReadAtLeast(head, 8, throwOnEndOfStream: false) < 8)
            throw Bad(path, "it is shorter than a safetensors header.");
        var length = BinaryPrimitives.ReadUInt64LittleEndian(head);
        if (length > Safetensors.LongestHeader || length > (ulong)(stream.Length - 8))
            throw Bad(path, $"its header claims {length} bytes.");
        var text = new byte[length];
        stream.ReadExactly(text);
        return text is [(byte)'{', ..] ? text : throw Bad(path, "its header does not begin with '{'.");
    }

    private static JsonDocument Parse(byte[] text, string path)
    {
        try
        {
            return JsonDocument.Parse(text, Strict);
        }
        catch (JsonException fault)
        {
            throw new BadFileException(path, $"its header is not sound JSON: {fault.Message}", Mend, fault);
        }
    }

    private static Entry ReadEntry(JsonProperty property, string path)
    {
        var (name, value) = (property.Name, property.Value);
        if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty("dtype", out var dtype) ||
            !value.TryGetProperty("shape", out var shape) || !value.TryGetProperty("data_offsets", out var offsets))
            throw Bad(path, $"the entry {name} lacks dtype, shape or data_offsets.");
        var type = dtype.ValueKind == JsonValueKind.String && Enum.GetNames<TensorType>().Contains(dtype.GetString())
            ? Enum.Parse<TensorType>(dtype.GetString()!)
            : throw Bad(path, $"{name} has the element type {dtype}, which is not read here.");
        var (lengths, bounds) = (Counts(shape, name, path), Counts(offsets, name, path));
        if (bounds is not [var begin, var end])
            throw Bad(path, $"{name} needs two data_offsets.");
        var size = lengths.Aggregate((Int128)StoredTensor.SizeOf(type), (bytes, length) => Checked(bytes * length));
        if (size != (Int128)end - begin)
            throw Bad(path, $"{name} has {end - begin} bytes where its shape needs {size}.");
        return new(name, type, lengths, begin, end);

        Int128 Checked(Int128 bytes) =>
            bytes <= long.MaxValue ? bytes : throw Bad(path, $"the shape of {name} is too large.");
    }

    private static long[] Counts(JsonElement array, string name, string path)
    {
        if (array.ValueKind != JsonValueKind.Array)
            throw Bad(path, $"{name} needs lists of whole numbers.");
        return [.. array.EnumerateArray().Select(Count)];

        long Count(JsonElement item) =>
            item.ValueKind == JsonValueKind.Number && item.TryGetInt64(out var count) && count >= 0
                ? count
                : throw Bad(path, $"{name} has {item} where a whole number is due.");
    }

    private static void CheckOffsets(Entry[] entries, long available, string path)
    {
        long end = 0;
        foreach (var entry in entries)
        {
            if (entry.Begin != end)
                throw Bad(path, $"{entry.Name} begins at byte {entry.Begin} where {end} is due: a hole or overlap.");
            if (entry.End - entry.Begin > Array.MaxLength)
                throw Bad(path, $"{entry.Name} is larger than 2 GiB.");
            end = entry.End;
        }
        if (end != available)
            throw Bad(path, $"its arrays take {end} bytes, but {available} are there.");
    }

    private static Dictionary<string, string> ReadMetadata(JsonElement root, string path)
    {
        if (!root.TryGetProperty(Safetensors.MetadataKey, out var notes))
            return [];
        if (notes.ValueKind != JsonValueKind.Object ||
            notes.EnumerateObject().Any(note => note.Value.ValueKind != JsonValueKind.String))
            throw Bad(path, "its __metadata__ must hold only strings.");
        return notes.EnumerateObject().ToDictionary(note => note.Name, note => note.Value.GetString()!);
    }

    private const string Mend = "Copy or save the file again.";

    private static BadFileException Bad(string path, string problem) => new(path, problem, Mend);
}
