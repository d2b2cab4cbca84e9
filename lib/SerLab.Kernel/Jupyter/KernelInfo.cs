using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace SerLab.Kernel.Jupyter;

/// <summary>What the kernel says of itself.</summary>
internal static class KernelInfo
{
    private static string Version => typeof(KernelInfo).Assembly.GetName().Version!.ToString(3);

    public static JsonObject Content() => new()
    {
        ["status"] = "ok",
        ["protocol_version"] = "5.4",
        ["implementation"] = "serlab-csharp",
        ["implementation_version"] = Version,
        ["banner"] = $"C# on {RuntimeInformation.FrameworkDescription}, kernel {Version}",
        ["language_info"] = new JsonObject
        {
            ["name"] = "C#",
            ["version"] = "14.0",
            ["mimetype"] = "text/x-csharp",
            ["file_extension"] = ".cs",
            ["pygments_lexer"] = "csharp",
            ["codemirror_mode"] = "text/x-csharp",
        },
        ["help_links"] = new JsonArray(new JsonObject
        {
            ["text"] = "C# language reference", ["url"] = "https://learn.microsoft.com/dotnet/csharp/",
        }),
    };
}
