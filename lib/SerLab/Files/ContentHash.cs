using System.Security.Cryptography;
using System.Text;

namespace SerLab.Files;

/// <summary>SHA-256 of content, as 64 lower-case hexadecimal digits.</summary>
public static class ContentHash
{
    /// <summary>The hash of a file's bytes; the file is read in pieces, so its size does not matter.</summary>
    /// <exception cref="BadFileException">The file cannot be read.</exception>
    public static string OfFile(string path)
    {
        using var stream = FileFaults.OpenRead(path);
        try
        {
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (IOException fault)
        {
            throw FileFaults.Explain(path, fault);
        }
    }

    /// <summary>The hash of a text's UTF-8 bytes.</summary>
    public static string OfText(string text) => OfBytes(Encoding.UTF8.GetBytes(text));

    /// <summary>The hash of these bytes.</summary>
    public static string OfBytes(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
