using Microsoft.CodeAnalysis;

namespace SerLab.Kernel.Sessions;

/// <summary>Code of a cell that does not compile; carries the compiler's errors in the order of the text.</summary>
internal sealed class CompilationFailure(IReadOnlyList<Diagnostic> errors) : Exception("The cell does not compile.")
{
    public IReadOnlyList<Diagnostic> Errors => errors;
}
