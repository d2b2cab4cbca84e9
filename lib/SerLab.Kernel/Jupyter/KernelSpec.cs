using System.Text.Json.Nodes;
using SerLab.Kernel.Notebooks;

namespace SerLab.Kernel.Jupyter;

/// <summary>Tells Jupyter and VS Code that the kernel exists, by a file in a folder where they look.</summary>
public static class KernelSpec
{
    /// <summary>The name that C# notebooks ask for.</summary>
    public const string DefaultName = ".net-csharp";

    private const string Mark = "serlab";

    /// <summary>
    /// The prefix for the current user: what Jupyter calls its data folder, without <c>share/jupyter</c>.
    /// </summary>
    public static string UserPrefix => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local");

    /// <summary>
    /// Writes <c>&lt;prefix&gt;/share/jupyter/kernels/&lt;name&gt;/kernel.json</c>. A file of ours is replaced.
    /// </summary>
    /// <param name="prefix">For example <see cref="UserPrefix"/> or <c>/usr/local</c>.</param>
    /// <param name="name">The kernel's name, usually <see cref="DefaultName"/>.</param>
    /// <param name="command">
    /// The program and its first arguments, absolute, for example <c>dotnet</c>'s path and the assembly's; Jupyter adds
    /// <c>kernel run</c> and the connection file.
    /// </param>
    /// <param name="force">Also replaces a kernel of somebody else.</param>
    /// <returns>The file that was written.</returns>
    /// <exception cref="KernelException">A foreign kernel has that name, or the name is no file name.</exception>
    public static string Install(string prefix, string name, IReadOnlyList<string> command, bool force = false)
    {
        var path = FileOf(prefix, name);
        if (File.Exists(path) && !force && !IsOurs(path))
        {
            throw new KernelException($"{path} belongs to another kernel",
                "Use --force to replace it, or --name to install under another name.");
        }
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, JupyterJson.Text(Content(command)));
        return path;
    }

    private static JsonObject Content(IReadOnlyList<string> command) => new()
    {
        ["argv"] = new JsonArray(
            [.. command.Select(one => JsonValue.Create(one)), "kernel", "run", "{connection_file}"]),
        ["display_name"] = ".NET (C#)",
        ["language"] = "C#",
        ["interrupt_mode"] = "message",
        ["metadata"] = new JsonObject { ["installed_by"] = Mark },
    };

    private static bool IsOurs(string path)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(path)) is JsonObject spec
                && (spec["metadata"] as JsonObject)?["installed_by"]?.ToString() == Mark;
        }
        catch (System.Text.Json.JsonException)
        {
            return false;
        }
    }

    private static string FileOf(string prefix, string name)
    {
        if (name.Length == 0 || name.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-' or '_')))
            throw new KernelException($"'{name}' is no name for a kernel", "Use letters, digits, '.', '-' and '_'.");
        return Path.Combine(Path.GetFullPath(prefix), "share", "jupyter", "kernels", name, "kernel.json");
    }
}
