using System.Text.Json.Nodes;

namespace SerLab.Kernel.Notebooks;

/// <summary>What a cell holds.</summary>
public enum CellKind
{
    /// <summary>Code to run.</summary>
    Code,

    /// <summary>Prose in Markdown.</summary>
    Markdown,

    /// <summary>Text that is neither run nor drawn.</summary>
    Raw,
}

/// <summary>One cell of a notebook.</summary>
public sealed record Cell
{
    /// <summary>Code, prose or raw text.</summary>
    public CellKind Kind { get; init; } = CellKind.Code;

    /// <summary>Names the cell within its notebook: 1 to 64 letters, digits, <c>-</c> or <c>_</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The text, lines parted by <c>\n</c>.</summary>
    public string Source { get; init; } = "";

    /// <summary>Tags and whatever other tools wrote.</summary>
    public JsonObject Metadata { get; init; } = [];

    /// <summary>Files pasted into a cell of prose, by name; null when there are none.</summary>
    public JsonObject? Attachments { get; init; }

    /// <summary>What the code showed, in Jupyter's own form; empty for prose.</summary>
    public JsonArray Outputs { get; init; } = [];

    /// <summary>When the code was run in its session, from 1; null when it was not.</summary>
    public int? ExecutionCount { get; init; }

    /// <summary>True when the cell's metadata lists <paramref name="tag"/>.</summary>
    public bool HasTag(string tag)
        => Metadata["tags"] is JsonArray tags && tags.Any(one => one is JsonValue value && value.ToString() == tag);

    /// <summary>
    /// The source as the kernel takes it: Polyglot Notebooks keep the language of a cell in its metadata, which is
    /// the same as a directive above the first line.
    /// </summary>
    internal string Code => Language is { } language && language is not ("csharp" or "C#" or "c#")
        ? $"#!{language}\n{Source}"
        : Source;

    private string? Language
        => (Metadata["polyglot_notebook"] as JsonObject)?["kernelName"]?.ToString()
            ?? (Metadata["dotnet_interactive"] as JsonObject)?["language"]?.ToString();
}
