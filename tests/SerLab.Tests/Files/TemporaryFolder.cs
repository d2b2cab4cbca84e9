namespace SerLab.Tests.Files;

/// <summary>A folder of one test's own, removed at its end.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("serlab-").FullName;

    public string this[string name] => Path.Combine(Root, name);

    public string[] Names() => [.. Directory.GetFileSystemEntries(Root).Select(Path.GetFileName).Order()!];

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
