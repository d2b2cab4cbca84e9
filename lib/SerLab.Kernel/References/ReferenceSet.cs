using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;

namespace SerLab.Kernel.References;

/// <summary>
/// What the cells of a session are compiled against: the host's assemblies, every assembly named by <c>#r</c>, and
/// those that it needs and that can be found, so that one directive brings a whole library.
/// </summary>
internal sealed class ReferenceSet(NotebookLoadContext context)
{
    private readonly Dictionary<string, MetadataReference> _added = new(StringComparer.Ordinal);

    /// <summary>All references, the host's first, then in the order in which they came.</summary>
    public IReadOnlyList<MetadataReference> All { get; private set; } = HostAssemblies.References;

    /// <summary>Adds an assembly file and what it needs. The same file twice changes nothing.</summary>
    /// <exception cref="KernelException">The file is missing or no .NET assembly.</exception>
    public void Add(string path)
    {
        if (!File.Exists(path))
        {
            throw new KernelException($"{Path.GetFileName(path)} was not found in {Path.GetDirectoryName(path)}",
                "Write its path relative to the notebook's folder, and build it first.");
        }
        context.AddHome(path);
        AddWithDependencies(path);
        All = [.. HostAssemblies.References, .. _added.Values];
    }

    /// <summary>Adds an assembly of the framework by its name.</summary>
    public void AddFramework(string name)
    {
        if (HostAssemblies.FileOf(name) is not { } path) return;
        _added.TryAdd(name, MetadataReference.CreateFromFile(path));
        All = [.. HostAssemblies.References, .. _added.Values];
    }

    private void AddWithDependencies(string path)
    {
        var (name, needs) = Read(path);
        if (HostAssemblies.Has(name) || !_added.TryAdd(name, MetadataReference.CreateFromFile(path))) return;
        foreach (var need in needs)
        {
            if (context.FileOf(need) is { } file) AddWithDependencies(file);
            else if (need.Name is { } framework) AddFramework(framework);
        }
    }

    private static (string Name, AssemblyName[] Needs) Read(string path)
    {
        try
        {
            using var file = new PEReader(File.OpenRead(path));
            var metadata = file.GetMetadataReader();
            var needs = metadata.AssemblyReferences.Select(one => metadata.GetAssemblyReference(one).GetAssemblyName());
            return (metadata.GetString(metadata.GetAssemblyDefinition().Name), [.. needs]);
        }
        catch (Exception error) when (error is BadImageFormatException or InvalidOperationException)
        {
            throw new KernelException($"{Path.GetFileName(path)} is not a .NET assembly",
                "#r takes managed assemblies; a native library is found by itself beside the assembly that calls it.",
                error);
        }
    }
}
