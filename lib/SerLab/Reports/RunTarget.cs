using SerLab.Files;
using SerLab.Training;

namespace SerLab.Reports;

/// <summary>Where a run is to be written, and the hash of what was asked for.</summary>
internal sealed record RunTarget(RunFolder Folder, string Key)
{
    /// <summary>The finished run that the folder holds, where it may be used.</summary>
    /// <exception cref="BadFileException">It is another one, or was stopped, and may not be replaced.</exception>
    public Run? Finished(WhenFinished whenFinished)
    {
        if (whenFinished == WhenFinished.Replace)
        {
            return null;
        }
        if (Folder.IsFinished)
        {
            var earlier = Run.Load(Folder.Path);
            return earlier.Manifest.Key == Key ? earlier : Refuse("finished run", whenFinished);
        }
        var stopped = Checkpoint.KeyIn(Folder.Path);
        return stopped is null || stopped == Key ? null : Refuse("training that was stopped", whenFinished);
    }

    /// <summary>
    /// Makes the folder ready: what a training with other options left is gone, and the options are there. A finished
    /// run in it stays until the new one is.
    /// </summary>
    public void Begin(ExperimentOptions options, WhenFinished whenFinished)
    {
        Directory.CreateDirectory(Folder.Path);
        if (whenFinished == WhenFinished.Replace || Checkpoint.KeyIn(Folder.Path) != Key)
        {
            new Checkpoint(Folder.Path, Key).Delete();
        }
        if (!Folder.IsFinished)
        {
            Json.Write(Folder.Config, options);
        }
    }

    /// <summary>A folder below, for one of several trainings.</summary>
    public RunTarget Below(string name, ExperimentOptions options, string fold) => new(
        new RunFolder(Path.Combine(Folder.Path, name)), ContentHash.OfText(Key + Json.ToText(options) + fold));

    private Run? Refuse(string what, WhenFinished whenFinished) => whenFinished == WhenFinished.Update
        ? null
        : throw new BadFileException(
            Folder.Path, $"holds a {what} with other options or other data.",
            "Name another folder, or say --update to replace it.");
}
