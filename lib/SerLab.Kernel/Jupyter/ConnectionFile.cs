using System.Net;
using System.Text.Json;

namespace SerLab.Kernel.Jupyter;

/// <summary>Where a Jupyter client wants the kernel to listen, as it wrote it into a file.</summary>
internal sealed record ConnectionFile(
    string Transport, string Ip, int ShellPort, int IopubPort, int ControlPort, int StdinPort, int HbPort, string Key,
    string SignatureScheme)
{
    private static readonly JsonSerializerOptions Names =
        new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <exception cref="KernelException">The file is missing or broken, or asks for more than loopback.</exception>
    public static ConnectionFile Read(string path)
    {
        var connection = Parse(path);
        if (connection is not { Transport: "tcp", Ip: not null, Key: not null })
            throw Bad(path, "asks for another transport than tcp or has no address or key");
        if (!IPAddress.TryParse(connection.Ip, out var address) || !IPAddress.IsLoopback(address))
            throw Bad(path, $"asks to listen on {connection.Ip}, and the kernel listens on this machine only");
        if (connection.SignatureScheme is not (null or "hmac-sha256"))
            throw Bad(path, $"asks for signatures of kind {connection.SignatureScheme}, not hmac-sha256");
        return connection;
    }

    public string Address(int port) => $"tcp://{Ip}:{port}";

    private static ConnectionFile? Parse(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<ConnectionFile>(File.ReadAllText(path), Names);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            throw Bad(path, $"cannot be read: {error.Message.TrimEnd('.')}");
        }
    }

    private static KernelException Bad(string path, string problem)
        => new($"The connection file {path} {problem}",
            "Jupyter writes this file; start the kernel from a client on this machine.");
}
