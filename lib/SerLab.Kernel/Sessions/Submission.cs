using Microsoft.CodeAnalysis.CSharp;

namespace SerLab.Kernel.Sessions;

/// <summary>One piece of C#, compiled against all that ran before it.</summary>
/// <param name="Compilation">What the next piece continues from.</param>
/// <param name="Entry">Runs it; the array holds the state of all pieces, one slot each.</param>
/// <param name="HasValue">True when the piece ends in an expression with a value.</param>
internal sealed record Submission(
    CSharpCompilation Compilation,
    Func<object?[], Task<object?>> Entry,
    bool HasValue);
