using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SerLab.Kernel.Jupyter;

/// <summary>Between messages and signed parts on the wire. An empty key means no signatures.</summary>
internal sealed class MessageCodec(string key, TimeProvider clock)
{
    private const string Version = "5.4";
    private static readonly byte[] Delimiter = "<IDS|MSG>"u8.ToArray();
    private static readonly JsonSerializerOptions Relaxed =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly byte[] _key = Encoding.UTF8.GetBytes(key);
    private readonly string _session = Guid.NewGuid().ToString();

    /// <summary>The message of these parts, or null when they are malformed or not signed with our key.</summary>
    public Message? Decode(List<byte[]> parts)
    {
        var at = parts.FindIndex(part => part.AsSpan().SequenceEqual(Delimiter));
        if (at < 0 || parts.Count < at + 6 || !IsSigned(parts, at)) return null;
        try
        {
            return new Message(parts[..at], Read(parts[at + 2]), Read(parts[at + 3]), Read(parts[at + 5]));
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    public List<byte[]> Encode(Message message)
    {
        byte[][] body = [Bytes(message.Header), Bytes(message.Parent), "{}"u8.ToArray(), Bytes(message.Content)];
        return [.. message.Identities, Delimiter, Encoding.ASCII.GetBytes(Signature(body)), .. body];
    }

    /// <summary>A message of ours that answers <paramref name="parent"/>.</summary>
    public Message New(string type, JsonObject content, JsonObject parent, IReadOnlyList<byte[]> identities)
        => new(identities, new JsonObject
        {
            ["msg_id"] = Guid.NewGuid().ToString(),
            ["msg_type"] = type,
            ["session"] = _session,
            ["username"] = "kernel",
            ["date"] = clock.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture),
            ["version"] = Version,
        }, (JsonObject)parent.DeepClone(), content);

    private bool IsSigned(List<byte[]> parts, int at)
        => _key.Length == 0 || CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(Signature(parts[(at + 2)..(at + 6)])), parts[at + 1]);

    private string Signature(IEnumerable<byte[]> body)
        => _key.Length == 0
            ? ""
            : Convert.ToHexStringLower(HMACSHA256.HashData(_key, body.SelectMany(part => part).ToArray()));

    private static JsonObject Read(byte[] part)
        => JsonNode.Parse(part) as JsonObject ?? throw new JsonException("A part is no JSON object.");

    private static byte[] Bytes(JsonObject part) => Encoding.UTF8.GetBytes(part.ToJsonString(Relaxed));
}
