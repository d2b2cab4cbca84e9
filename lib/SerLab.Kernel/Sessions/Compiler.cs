using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using SerLab.Kernel.Displays;
using SerLab.Kernel.References;

namespace SerLab.Kernel.Sessions;

/// <summary>Compiles pieces of C# script, each seeing the declarations and usings of those before it.</summary>
internal sealed class Compiler(NotebookLoadContext context, ReferenceSet references)
{
    public static readonly CSharpParseOptions Script = new(LanguageVersion.Latest, kind: SourceCodeKind.Script);

    // Those of .NET Interactive, plus System.IO and our own display functions.
    private static readonly string[] Usings =
    [
        "System", "System.IO", "System.Text", "System.Collections", "System.Collections.Generic", "System.Linq",
        "System.Threading.Tasks", typeof(CellFunctions).Namespace!, typeof(CellFunctions).FullName!,
    ];

    private static readonly EmitOptions WithLines = new(debugInformationFormat: DebugInformationFormat.PortablePdb);

    private CSharpCompilation? _last;
    public int Count { get; private set; }

    /// <summary>A compilation of <paramref name="text"/> after all accepted pieces, not yet checked.</summary>
    public CSharpCompilation Draft(string text, string file, CancellationToken cancellation)
    {
        var source = SourceText.From(text, Encoding.UTF8);
        var tree = CSharpSyntaxTree.ParseText(source, Script, file, cancellation);
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            scriptClassName: $"Submission#{Count + 1}",
            usings: _last is null ? Usings : [],
            optimizationLevel: OptimizationLevel.Release,
            allowUnsafe: true,
            nullableContextOptions: NullableContextOptions.Annotations,
            assemblyIdentityComparer: DesktopAssemblyIdentityComparer.Default);
        return CSharpCompilation.CreateScriptCompilation(
            $"cell-{Count + 1}", tree, references.All, options, _last, typeof(object));
    }

    /// <summary>Compiles and loads a piece. Later pieces see it only after <see cref="Accept"/>.</summary>
    /// <exception cref="CompilationFailure">The code has errors.</exception>
    public Submission Compile(string text, string file, CancellationToken cancellation)
    {
        var written = Draft(text, file, cancellation);
        ThrowOnErrors(written.GetParseDiagnostics(cancellation));
        var compilation = LoopChecks.AddTo(written, cancellation);
        using var code = new MemoryStream();
        using var symbols = new MemoryStream();
        var result = compilation.Emit(code, symbols, options: WithLines, cancellationToken: cancellation);
        // The checks move columns; so errors are looked for again in what was written.
        if (!result.Success) ThrowOnErrors(written.GetDiagnostics(cancellation));
        ThrowOnErrors(result.Diagnostics);
        // Usings alone give no code, yet later pieces see them.
        if (code.Length == 0) return new Submission(compilation, _ => Task.FromResult<object?>(null), HasValue: false);
        code.Position = symbols.Position = 0;
        return new Submission(compilation, Entry(compilation, context.LoadFromStream(code, symbols), cancellation),
            HasValue(compilation, cancellation));
    }

    /// <summary>Makes a piece part of what later pieces see.</summary>
    public void Accept(Submission submission)
    {
        _last = submission.Compilation;
        Count++;
    }

    private static void ThrowOnErrors(IEnumerable<Diagnostic> diagnostics)
    {
        Diagnostic[] errors =
        [
            .. diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error)
                .OrderBy(one => one.Location.SourceSpan.Start),
        ];
        if (errors.Length > 0) throw new CompilationFailure(errors);
    }

    private static Func<object?[], Task<object?>> Entry(
        CSharpCompilation compilation, Assembly assembly, CancellationToken cancellation)
    {
        var entry = compilation.GetEntryPoint(cancellation)!;
        return assembly.GetType(entry.ContainingType.MetadataName, throwOnError: true)!
            .GetMethod(entry.MetadataName, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
            .CreateDelegate<Func<object?[], Task<object?>>>();
    }

    private static bool HasValue(CSharpCompilation compilation, CancellationToken cancellation)
    {
        var tree = compilation.SyntaxTrees[0];
        var last = ((CompilationUnitSyntax)tree.GetRoot(cancellation)).Members.LastOrDefault();
        return last is GlobalStatementSyntax { Statement: ExpressionStatementSyntax end }
            && end.SemicolonToken.IsMissing
            && compilation.GetSemanticModel(tree).GetTypeInfo(end.Expression, cancellation).Type
                is { SpecialType: not SpecialType.System_Void };
    }
}
