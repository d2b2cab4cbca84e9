using System.Text.Json.Nodes;

namespace SerLab.Kernel.Notebooks;

/// <summary>A Jupyter notebook in memory, nbformat 4.</summary>
public sealed record Notebook
{
    /// <summary>The cells from top to bottom.</summary>
    public IReadOnlyList<Cell> Cells { get; init; } = [];

    /// <summary>What the file says of the whole notebook: kernel, language, whatever other tools wrote.</summary>
    public JsonObject Metadata { get; init; } = [];

    /// <summary>The same notebook, marked as one of C# for the kernel <c>.net-csharp</c>.</summary>
    public Notebook AsCSharp()
    {
        var metadata = (JsonObject)Metadata.DeepClone();
        metadata["kernelspec"] = new JsonObject
        {
            ["name"] = ".net-csharp", ["display_name"] = ".NET (C#)", ["language"] = "C#",
        };
        metadata["language_info"] = new JsonObject
        {
            ["name"] = "C#",
            ["file_extension"] = ".cs",
            ["mimetype"] = "text/x-csharp",
            ["pygments_lexer"] = "csharp",
        };
        return this with { Metadata = metadata };
    }
}
