using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace SerLab.Kernel.References;

/// <summary>
/// Where the assemblies of one session live: its cells and what <c>#r</c> brought. What a referenced assembly needs,
/// managed or native, is looked for as its <c>.deps.json</c> says, then beside it, then in <c>runtimes/…/native</c>.
/// </summary>
internal sealed class NotebookLoadContext() : AssemblyLoadContext("notebook")
{
    private readonly Lock _gate = new();
    private readonly List<Home> _homes = [];

    /// <summary>Makes the folder of an assembly a place to look in, for as long as the session lives.</summary>
    public void AddHome(string assemblyPath)
    {
        lock (_gate)
        {
            if (_homes.All(home => home.AssemblyPath != assemblyPath)) _homes.Add(new Home(assemblyPath));
        }
    }

    /// <summary>The file of a managed assembly that is not the host's, or null when no home has it.</summary>
    public string? FileOf(AssemblyName name)
        => HostAssemblies.Has(name.Name) ? null : FirstAnswer(home => home.FindAssembly(name));

    protected override Assembly? Load(AssemblyName assemblyName)
        => FileOf(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;

    protected override nint LoadUnmanagedDll(string unmanagedDllName)
        => FirstAnswer(home => home.FindNative(unmanagedDllName)) is { } path ? LoadUnmanagedDllFromPath(path) : 0;

    private string? FirstAnswer(Func<Home, string?> find)
    {
        lock (_gate) return _homes.Select(find).FirstOrDefault(path => path is not null);
    }

    private sealed class Home(string assemblyPath)
    {
        private readonly AssemblyDependencyResolver _resolver = new(assemblyPath);
        private readonly string _folder = Path.GetDirectoryName(assemblyPath)!;

        public string AssemblyPath => assemblyPath;

        public string? FindAssembly(AssemblyName name)
            => _resolver.ResolveAssemblyToPath(name) ?? Existing(Path.Combine(_folder, name.Name + ".dll"));

        public string? FindNative(string name)
            => _resolver.ResolveUnmanagedDllToPath(name)
                ?? NativeFolders().SelectMany(folder => FileNames(name).Select(file => Path.Combine(folder, file)))
                    .FirstOrDefault(File.Exists);

        private IEnumerable<string> NativeFolders()
        {
            var rid = RuntimeInformation.RuntimeIdentifier;
            var portable = OperatingSystem.IsLinux() ? "linux" : OperatingSystem.IsMacOS() ? "osx" : "win";
            var architecture = rid[(rid.LastIndexOf('-') + 1)..];
            return
            [
                _folder,
                Path.Combine(_folder, "runtimes", rid, "native"),
                Path.Combine(_folder, "runtimes", $"{portable}-{architecture}", "native"),
            ];
        }

        private static string[] FileNames(string name) => OperatingSystem.IsWindows() ? [name, name + ".dll"]
            : OperatingSystem.IsMacOS() ? [name, $"lib{name}.dylib", name + ".dylib"]
            : [name, $"lib{name}.so", name + ".so"];

        private static string? Existing(string path) => File.Exists(path) ? path : null;
    }
}
