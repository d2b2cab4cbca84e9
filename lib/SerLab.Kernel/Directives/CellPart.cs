namespace SerLab.Kernel.Directives;

/// <summary>A part of a cell, run in the order of the text.</summary>
internal abstract record CellPart;

/// <summary>A stretch of C#.</summary>
/// <param name="Text">The code, led by as many empty lines as stand above it in the cell, so that lines agree.</param>
internal sealed record CodePart(string Text) : CellPart;

/// <summary>A line such as <c>#r "x.dll"</c> or <c>#!time</c>.</summary>
/// <param name="Name">With its signs: <c>#r</c>, <c>#!time</c>.</param>
/// <param name="Argument">The rest of the line, trimmed.</param>
/// <param name="Body">The lines below, for directives that speak about text in another language; else empty.</param>
internal sealed record DirectivePart(string Name, string Argument, string Body) : CellPart;
