using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SerLab.Files;

/// <summary>What stands before a .npy file's numbers: element type, axis order, shape (NumPy format 1 to 3).</summary>
internal sealed partial record NpyHeader(string ElementType, bool FortranOrder, int[] Shape)
{
    private static readonly byte[] Magic = [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>NumPy leaves room for the first axis to grow in place up to this many digits.</summary>
    private const int GrowthDigits = 21;

    /// <summary>NumPy itself reads no longer header than this unless it is told to trust the file.</summary>
    private const int LongestHeader = 10_000;

    /// <summary>The product of the axes.</summary>
    public long Count => Shape.Aggregate(1L, (product, length) => checked(product * length));

    /// <summary>The bytes NumPy writes in front of the numbers, a multiple of 64.</summary>
    public byte[] ToBytes()
    {
        var axes = Shape.Select(length => length.ToString(CultureInfo.InvariantCulture)).ToArray();
        var shape = axes.Length == 1 ? $"({axes[0]},)" : $"({string.Join(", ", axes)})";
        var order = FortranOrder ? "True" : "False";
        var text = $"{{'descr': '{ElementType}', 'fortran_order': {order}, 'shape': {shape}, }}";
        if (axes.Length > 0)
            text += new string(' ', GrowthDigits - (FortranOrder ? axes[^1] : axes[0]).Length);
        var padding = 64 - (Magic.Length + 4 + text.Length + 1) % 64;
        var header = Encoding.ASCII.GetBytes(text + new string(' ', padding) + "\n");
        return [.. Magic, 1, 0, (byte)header.Length, (byte)(header.Length >> 8), .. header];
    }

    /// <summary>Reads the header and leaves the stream at the first number.</summary>
    public static NpyHeader Read(Stream stream, string path)
    {
        var head = new byte[8];
        if (stream.ReadAtLeast(head, 8, throwOnEndOfStream: false) < 8 || !head.AsSpan(0, 6).SequenceEqual(Magic))
            throw new BadFileException(path, "this is not a .npy file.", "Write it with numpy.save.");
        var length = head[6] switch
        {
            1 => ReadLength(stream, path, 2),
            2 or 3 => ReadLength(stream, path, 4),
            var version => throw new BadFileException(path, $"npy format {version} is not known.", "Save it again."),
        };
        if (length > LongestHeader)
            throw new BadFileException(path, $"its header claims {length} bytes.", "Write the file again.");
        var text = new byte[length];
        if (stream.ReadAtLeast(text, text.Length, throwOnEndOfStream: false) < text.Length)
            throw Truncated(path);
        return Parse(Encoding.UTF8.GetString(text), path);
    }

    /// <summary>The error for a file that ends too early.</summary>
    public static BadFileException Truncated(string path) =>
        new(path, "the file ends before its last number.", "Copy or write it again.");

    private static long ReadLength(Stream stream, string path, int bytes)
    {
        long length = 0;
        for (var i = 0; i < bytes; i++)
        {
            var next = stream.ReadByte();
            length |= next < 0 ? throw Truncated(path) : (long)next << (8 * i);
        }
        return length;
    }

    private static NpyHeader Parse(string text, string path)
    {
        var order = OrderPattern().Match(text);
        var shape = ShapePattern().Match(text);
        var type = TypePattern().Match(text);
        if (!order.Success || !shape.Success)
            throw new BadFileException(path, "its header is not one that NumPy writes.", "Write it with numpy.save.");
        if (!type.Success)
            throw new BadFileException(path, "it holds records with named fields.", "Save one plain array a file.");
        var axes = shape.Groups[1].Value.Split(',', SplitOptions).Select(axis => Axis(axis, path));
        return new(type.Groups[1].Value, order.Groups[1].Value == "True", [.. axes]);
    }

    private const StringSplitOptions SplitOptions =
        StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    private static int Axis(string text, string path) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            ? length
            : throw new BadFileException(path, $"an axis of length {text} does not fit.", "Save it in smaller parts.");

    [GeneratedRegex("'descr': *'([^']*)'")]
    private static partial Regex TypePattern();

    [GeneratedRegex("'fortran_order': *(True|False)")]
    private static partial Regex OrderPattern();

    [GeneratedRegex(@"'shape': *\(([0-9, ]*)\)")]
    private static partial Regex ShapePattern();
}
