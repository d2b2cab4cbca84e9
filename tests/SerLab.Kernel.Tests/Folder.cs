using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SerLab.Kernel.Tests;

/// <summary>A folder of its own for one test, gone afterwards.</summary>
internal sealed class Folder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("kernel-test-").FullName;

    public string Write(string name, string text)
    {
        var path = At(name);
        File.WriteAllText(path, text);
        return path;
    }

    public string At(string name)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        return path;
    }

    /// <summary>Compiles a library into this folder.</summary>
    public string Compile(string name, string code, params string[] references)
    {
        var path = At(name);
        var framework = System.IO.Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string[] needed = ["System.Private.CoreLib", "System.Runtime", "System.Runtime.InteropServices", "System.Collections"];
        var result = CSharpCompilation.Create(
            System.IO.Path.GetFileNameWithoutExtension(name),
            [CSharpSyntaxTree.ParseText(code)],
            needed.Select(one => System.IO.Path.Combine(framework, one + ".dll")).Concat(references)
                .Select(file => MetadataReference.CreateFromFile(file)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(path);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
