using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SerLab.Kernel.Notebooks;

/// <summary>Reads notebooks of nbformat 4.0 to 4.5 and writes nbformat 4.5, byte for byte as Jupyter would.</summary>
public static class NotebookFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Reads a notebook.</summary>
    /// <exception cref="KernelException">The file is missing, no JSON, or no notebook of format 4.</exception>
    public static Notebook Read(string path)
    {
        if (!File.Exists(path))
            throw new KernelException($"The notebook {path} does not exist", "Check the name and the folder.");
        return Parse(File.ReadAllText(path), Path.GetFileName(path));
    }

    /// <summary>Writes a notebook, whole or not at all; the folder is made when it is missing.</summary>
    public static void Write(string path, Notebook notebook)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var draft = path + ".part";
        File.WriteAllText(draft, Text(notebook), Utf8);
        File.Move(draft, path, overwrite: true);
    }

    /// <summary>Reads the text of a notebook; <paramref name="name"/> is what errors call it.</summary>
    /// <exception cref="KernelException">The text is no JSON or no notebook of format 4.</exception>
    public static Notebook Parse(string text, string name)
    {
        try
        {
            if (JsonNode.Parse(text) is JsonObject root) return NotebookReader.Read(root, name);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException)
        {
            throw new KernelException($"{name} is no notebook: {error.Message}",
                "Open it in Jupyter or take it from version control again.", error);
        }
        throw new KernelException($"{name} is no notebook: its JSON is not an object", "Save it from Jupyter again.");
    }

    /// <summary>The text that <see cref="Write"/> writes.</summary>
    public static string Text(Notebook notebook) => JupyterJson.Text(NotebookWriter.ToJson(notebook));
}
