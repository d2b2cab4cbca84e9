using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SerLab.Kernel.Sessions;

/// <summary>Puts a call of <see cref="LoopCheck.Turn"/> at the start of each loop; lines stay the same.</summary>
internal sealed class LoopChecks : CSharpSyntaxRewriter
{
    private static readonly StatementSyntax Check =
        SyntaxFactory.ParseStatement($"global::{typeof(LoopCheck).FullName}.{nameof(LoopCheck.Turn)}();");

    public static CSharpCompilation AddTo(CSharpCompilation compilation, CancellationToken cancellation)
    {
        var tree = compilation.SyntaxTrees[0];
        var root = tree.GetRoot(cancellation);
        var checkedRoot = new LoopChecks().Visit(root);
        return checkedRoot == root
            ? compilation
            : compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(
                checkedRoot.ToFullString(), Compiler.Script, tree.FilePath, System.Text.Encoding.UTF8, cancellation));
    }

    public override SyntaxNode? VisitWhileStatement(WhileStatementSyntax node)
    {
        var loop = (WhileStatementSyntax)base.VisitWhileStatement(node)!;
        return loop.WithStatement(Body(loop.Statement));
    }

    public override SyntaxNode? VisitDoStatement(DoStatementSyntax node)
    {
        var loop = (DoStatementSyntax)base.VisitDoStatement(node)!;
        return loop.WithStatement(Body(loop.Statement));
    }

    public override SyntaxNode? VisitForStatement(ForStatementSyntax node)
    {
        var loop = (ForStatementSyntax)base.VisitForStatement(node)!;
        return loop.WithStatement(Body(loop.Statement));
    }

    public override SyntaxNode? VisitForEachStatement(ForEachStatementSyntax node)
    {
        var loop = (ForEachStatementSyntax)base.VisitForEachStatement(node)!;
        return loop.WithStatement(Body(loop.Statement));
    }

    public override SyntaxNode? VisitForEachVariableStatement(ForEachVariableStatementSyntax node)
    {
        var loop = (ForEachVariableStatementSyntax)base.VisitForEachVariableStatement(node)!;
        return loop.WithStatement(Body(loop.Statement));
    }

    // A body without braces gets them on its own line.
    private static BlockSyntax Body(StatementSyntax body)
    {
        if (body is not BlockSyntax block) return SyntaxFactory.Block(Check, body);
        var open = block.OpenBraceToken;
        var check = Check.WithTrailingTrivia(open.TrailingTrivia);
        return block.WithOpenBraceToken(open.WithTrailingTrivia()).WithStatements(block.Statements.Insert(0, check));
    }
}
