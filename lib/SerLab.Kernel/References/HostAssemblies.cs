using Microsoft.AspNetCore.Html;
using Microsoft.CodeAnalysis;
using Microsoft.DotNet.Interactive.Formatting;

namespace SerLab.Kernel.References;

/// <summary>
/// The assemblies that a notebook shares with the process it runs in: the framework, the formatter and the kernel.
/// All else that a notebook loads is its own, even where the process has an assembly of the same name.
/// </summary>
internal static class HostAssemblies
{
    private static readonly string Framework = FolderOf(typeof(object));

    private static readonly string[] Bridges =
    [
        typeof(IHtmlContent).Assembly.Location,
        typeof(Formatter).Assembly.Location,
        typeof(HostAssemblies).Assembly.Location,
    ];

    private static readonly HashSet<string> Shared =
    [
        .. Names(Framework), .. Names(FolderOf(typeof(IHtmlContent))),
        .. Bridges.Select(path => Path.GetFileNameWithoutExtension(path)),
    ];

    private static readonly Lazy<MetadataReference[]> AllReferences = new(() =>
    [
        .. Directory.EnumerateFiles(Framework, "*.dll").Where(IsManaged).Order(StringComparer.Ordinal)
            .Concat(Bridges).Select(path => MetadataReference.CreateFromFile(path)),
    ]);

    /// <summary>What every cell may use without a directive.</summary>
    public static IReadOnlyList<MetadataReference> References => AllReferences.Value;

    public static bool Has(string? name) => name is not null && Shared.Contains(name);

    /// <summary>The file of a framework assembly that is not referenced from the start, or null.</summary>
    public static string? FileOf(string name)
    {
        var path = Path.Combine(FolderOf(typeof(IHtmlContent)), name + ".dll");
        return File.Exists(path) ? path : null;
    }

    private static string FolderOf(Type type) => Path.GetDirectoryName(type.Assembly.Location)!;

    private static IEnumerable<string> Names(string folder)
        => Directory.EnumerateFiles(folder, "*.dll").Select(path => Path.GetFileNameWithoutExtension(path));

    private static bool IsManaged(string path)
    {
        var name = Path.GetFileName(path);
        return name is "mscorlib.dll" or "netstandard.dll" or "WindowsBase.dll"
            || name.StartsWith("System.", StringComparison.Ordinal) && !name.Contains(".Native.")
            || name is "Microsoft.CSharp.dll" || name.StartsWith("Microsoft.VisualBasic", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.Win32.", StringComparison.Ordinal);
    }
}
