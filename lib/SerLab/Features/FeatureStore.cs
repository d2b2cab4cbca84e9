using System.Text.Json;
using SerLab.Files;

namespace SerLab.Features;

/// <summary>What a store holds of one set.</summary>
/// <param name="Folder">Where.</param>
/// <param name="Options">The options of the set; null where they cannot be read any more.</param>
/// <param name="Shape">Axes of one clip's array.</param>
/// <param name="Clips">Number of recordings.</param>
/// <param name="Bytes">Room on the disk.</param>
public sealed record StoreContent(
    string Folder, JsonElement? Options, IReadOnlyList<int> Shape, int Clips, long Bytes);

/// <summary>Something in a store that is not as it should be.</summary>
/// <param name="File">Where.</param>
/// <param name="Problem">What, one sentence.</param>
/// <param name="Clips">How many recordings' features it spoils.</param>
public sealed record StoreProblem(string File, string Problem, int Clips);

/// <summary>How a store was found.</summary>
/// <param name="Clips">Recordings whose features were compared with their checksums.</param>
/// <param name="Problems">What is not as it should be.</param>
public sealed record StoreCheck(int Clips, IReadOnlyList<StoreProblem> Problems);

/// <summary>
/// A folder where features are kept once computed, filed by the content of the recording and the options of the set:
/// a renamed recording is found, a changed one is computed anew. Any number of processes may use one store at once,
/// and end in any way at any time. It is a cache: whatever is lost is computed again, with the same bytes.
/// </summary>
/// <param name="Folder">Made with the first features.</param>
public sealed record FeatureStore(string Folder)
{
    /// <summary>
    /// Part of what features are filed under. To be raised with every change to what any feature comes out as.
    /// </summary>
    public const int Version = 1;

    /// <summary>
    /// The user's store: the folder that <c>SERLAB_STORE</c> names, else <c>serlab/features</c> in the user's cache
    /// (<c>XDG_CACHE_HOME</c>, else <c>~/.cache</c>).
    /// </summary>
    public static string DefaultFolder =>
        Environment.GetEnvironmentVariable("SERLAB_STORE") is { Length: > 0 } named
            ? named
            : Path.Combine(Cache, "serlab", "features");

    private static string Cache =>
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { } cache && Path.IsPathRooted(cache)
            ? cache
            : Path.Combine(Home, ".cache");

    private static string Home => Environment.GetFolderPath(
        Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify);

    /// <summary>What is kept, by set.</summary>
    public IReadOnlyList<StoreContent> List() => [.. StoreFolder.In(Folder).Select(folder => folder.Content())];

    /// <summary>Compares everything with its checksums, and looks for what killed processes left.</summary>
    /// <param name="repair">Whether to take out what is damaged or left over; the rest stays as it is.</param>
    /// <param name="progress">Told how many of how many recordings are done.</param>
    /// <param name="cancel">Ends it between two recordings.</param>
    public StoreCheck Verify(
        bool repair = false, IProgress<BatchProgress>? progress = null, CancellationToken cancel = default)
    {
        var folders = StoreFolder.In(Folder);
        var (done, total) = (0, folders.Sum(folder => folder.Content().Clips));
        return new StoreCheck(total, [.. folders.SelectMany(folder => folder.Check(repair, Count, cancel))]);

        void Count() => progress?.Report(new BatchProgress(Interlocked.Increment(ref done), total, 0, 0));
    }

    /// <summary>
    /// Deletes what is kept, and nothing that is not the store's. Processes that use it go on with what they have open.
    /// </summary>
    /// <returns>What was deleted.</returns>
    /// <exception cref="BadFileException">Something cannot be deleted.</exception>
    public IReadOnlyList<StoreContent> Clear()
    {
        var folders = StoreFolder.In(Folder);
        var contents = folders.Select(folder => folder.Content()).ToArray();
        foreach (var folder in folders)
        {
            folder.Delete();
        }
        return contents;
    }

    /// <summary>Opens what is kept of a set; dispose it to let other processes append where this one did.</summary>
    internal StoredFeatures Open(FeatureSet set) => new(Folder, set);
}
