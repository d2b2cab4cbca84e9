using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SerLab.Kernel.Sessions;

namespace SerLab.Kernel.Jupyter;

/// <summary>What a client asks about code that it does not run yet.</summary>
internal static class CodeAnswers
{
    /// <summary>Whether Enter should run the code, go on with a new line, or show an error.</summary>
    public static JsonObject IsComplete(string code)
    {
        var tree = CSharpSyntaxTree.ParseText(code, Compiler.Script);
        var errors = tree.GetDiagnostics()
            .Where(one => one.Severity == DiagnosticSeverity.Error && !IsDirective(tree, one)).ToArray();
        if (SyntaxFactory.IsCompleteSubmission(tree))
            return new JsonObject { ["status"] = errors.Length > 0 ? "invalid" : "complete" };
        return errors.Any(one => !CanBeMendedBelow(one, code))
            ? new JsonObject { ["status"] = "invalid" }
            : new JsonObject { ["status"] = "incomplete", ["indent"] = "    " };
    }

    // Something is missing at the end, or a comment or text of several lines is open: CS1035, CS1039, CS8997.
    private static bool CanBeMendedBelow(Diagnostic error, string code)
        => error.Location.SourceSpan.Start >= code.TrimEnd().Length || error.Id is "CS1035" or "CS1039" or "CS8997";

    // Our directives are none of the compiler's.
    private static bool IsDirective(SyntaxTree tree, Diagnostic error)
        => tree.GetRoot().FindTrivia(error.Location.SourceSpan.Start).IsDirective;

    /// <summary>Names that fit at the cursor, which counts Unicode code points as the protocol does.</summary>
    public static JsonObject Complete(this Session session, string code, int cursor)
    {
        var end = Utf16(code, cursor);
        var start = end;
        while (start > 0 && SyntaxFacts.IsIdentifierPartCharacter(code[start - 1])) start--;
        var names = Names(session, code, start)
            .Where(name => name.StartsWith(code[start..end], StringComparison.OrdinalIgnoreCase))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return new JsonObject
        {
            ["status"] = "ok",
            ["matches"] = new JsonArray([.. names.Select(name => JsonValue.Create(name))]),
            ["cursor_start"] = CodePoints(code, start),
            ["cursor_end"] = CodePoints(code, end),
            ["metadata"] = new JsonObject(),
        };
    }

    private static IEnumerable<string> Names(Session session, string code, int start)
    {
        var compilation = session.Compiler.Draft(code, "cell", CancellationToken.None);
        var tree = compilation.SyntaxTrees[0];
        var model = compilation.GetSemanticModel(tree);
        var dot = start > 0 && code[start - 1] == '.';
        if (!dot) return model.LookupSymbols(start).Where(IsSpeakable).Select(one => one.Name);
        var access = tree.GetRoot().FindToken(start - 1).Parent;
        var owner = access switch
        {
            Microsoft.CodeAnalysis.CSharp.Syntax.MemberAccessExpressionSyntax member => member.Expression,
            Microsoft.CodeAnalysis.CSharp.Syntax.QualifiedNameSyntax name => (SyntaxNode)name.Left,
            _ => null,
        };
        return owner is null ? [] : Members(model, owner, start).Where(IsSpeakable).Select(one => one.Name);
    }

    private static IEnumerable<ISymbol> Members(SemanticModel model, SyntaxNode owner, int position)
    {
        var symbol = model.GetSymbolInfo(owner).Symbol;
        if (symbol is INamespaceOrTypeSymbol named)
            return model.LookupSymbols(position, named).Where(one => one.IsStatic || one is INamespaceOrTypeSymbol);
        return model.GetTypeInfo(owner).Type is { } type
            ? model.LookupSymbols(position, type, includeReducedExtensionMethods: true).Where(one => !one.IsStatic)
            : [];
    }

    private static bool IsSpeakable(ISymbol symbol) => symbol.CanBeReferencedByName && !symbol.IsImplicitlyDeclared;

    private static int Utf16(string code, int codePoints)
    {
        var at = 0;
        for (var i = 0; i < codePoints && at < code.Length; i++) at += char.IsSurrogatePair(code, at) ? 2 : 1;
        return at;
    }

    private static int CodePoints(string code, int at) => code.AsSpan(0, at).ToString().EnumerateRunes().Count();
}
