using System.CommandLine;
using SerLab.Features;
using SerLab.Files;

namespace SerLab.Cli;

/// <summary><c>--store</c> and <c>--no-store</c> of the verbs that compute features.</summary>
internal sealed class StoreOptions
{
    private readonly Option<string?> _folder = Folder();

    private readonly Option<bool> _without = new("--no-store")
    {
        Description = "Compute all features, and keep none.",
    };

    /// <summary>Which store.</summary>
    public static Option<string?> Folder() => new("--store")
    {
        Description = "Where features are kept, else $SERLAB_STORE or ~/.cache/serlab/features.",
    };

    /// <summary>The store that <see cref="Folder"/> named, else the user's.</summary>
    public static FeatureStore Named(string? folder) => new(folder ?? FeatureStore.DefaultFolder);

    public void AddTo(Command command)
    {
        command.Options.Add(_folder);
        command.Options.Add(_without);
    }

    /// <summary>The store to use; null for none.</summary>
    /// <exception cref="BadOptionException">Both options were given.</exception>
    public FeatureStore? Of(ParseResult parsed) => (parsed.GetValue(_folder), parsed.GetValue(_without)) switch
    {
        (not null, true) => throw new BadOptionException("--store and --no-store exclude each other.", "Give one."),
        (_, true) => null,
        (var folder, _) => Named(folder),
    };
}
