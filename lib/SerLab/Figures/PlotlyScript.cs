using System.IO.Compression;
using System.Text;

namespace SerLab.Figures;

/// <summary>The scripts inside this library: plotly.js and the small ones that bring it to a page.</summary>
internal static class PlotlyScript
{
    private const string Packed = "plotly.min.js.gz";

    /// <summary>plotly.js, and the functions with which <see cref="StaticRenderer"/> makes pictures of it.</summary>
    public static string Renderer()
    {
        using var packed = new MemoryStream(Resource(Packed));
        using var reader = new StreamReader(new GZipStream(packed, CompressionMode.Decompress), Encoding.UTF8);
        string[] own = ["tidy.js", "tidy-texts.js", "tidy-paths.js", "picture.js"];
        return string.Join('\n', [reader.ReadToEnd(), .. own.Select(Text), "''"]);
    }

    /// <summary>A script that unpacks plotly.js and draws the figures of a page, in whatever order they come.</summary>
    public static string Loader() => Call("loader.js", Convert.ToBase64String(Resource(Packed)));

    /// <summary>A script that hands one figure to the loader, which may have run already or may run later.</summary>
    public static string Draw(string key, string json) => Call("figure.js", key, Pack(json));

    private static string Call(string script, params IEnumerable<string> arguments)
    {
        return $"{Text(script).TrimEnd()}({string.Join(',', arguments.Select(argument => $"\"{argument}\""))});";
    }

    private static string Pack(string text)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.SmallestSize))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return Convert.ToBase64String(buffer.ToArray());
    }

    /// <summary>One of the small files as text.</summary>
    public static string Text(string name) => Encoding.UTF8.GetString(Resource(name));

    private static byte[] Resource(string name)
    {
        using var stream = typeof(PlotlyScript).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The library was built without {name}.");
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        return buffer.ToArray();
    }
}
