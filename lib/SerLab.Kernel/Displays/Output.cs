using System.Text.Json.Nodes;

namespace SerLab.Kernel.Displays;

/// <summary>One thing a running cell shows, in the order in which it was shown.</summary>
public abstract record Output;

/// <summary>Text written to the console.</summary>
/// <param name="Name"><c>stdout</c> or <c>stderr</c>.</param>
/// <param name="Text">The text as written, line ends included; several writes may arrive as one.</param>
public sealed record StreamOutput(string Name, string Text) : Output;

/// <summary>A value shown by <c>display</c>, or an update of one.</summary>
/// <param name="Data">MIME type → text, or → JSON for types that end in <c>json</c>.</param>
/// <param name="DisplayId">Names the display so that it can be updated in place; unique to this kernel run.</param>
/// <param name="IsUpdate">True when every earlier display with this id is to be replaced.</param>
public sealed record DisplayOutput(JsonObject Data, string DisplayId, bool IsUpdate = false) : Output;

/// <summary>The value of the cell's last expression.</summary>
/// <param name="Data">MIME type → text, or → JSON for types that end in <c>json</c>.</param>
public sealed record ResultOutput(JsonObject Data) : Output;

/// <summary>Why the cell stopped. A cell has at most one, and it is the last output.</summary>
/// <param name="Name">The exception's type, or <c>CompilationError</c>.</param>
/// <param name="Message">The first thing to read: the exception's message or the first compiler message.</param>
/// <param name="Traceback">Lines to show: message and stack, without frames of the kernel or the compiler.</param>
public sealed record ErrorOutput(string Name, string Message, IReadOnlyList<string> Traceback) : Output;
