using System.Diagnostics;

namespace SerLab.Cli.Tests;

/// <summary>The feature store under real processes: two at once, killed ones, a full disk.</summary>
[Trait("Kind", "end-to-end")]
public class StoreTests(SmallCorpus small)
{
    private const int Clips = 84;

    // A set that takes long enough for a signal to meet the process at work.
    private static readonly string[] Slowly = ["--set", "prosody88", "--jobs", "1"];

    private readonly string _folder = Folders.New();

    private string Store => Path.Combine(_folder, "store");

    private string Npy => Path.Combine(_folder, "x.npy");

    [Fact]
    public void Features_come_from_the_store_the_second_time_and_are_the_same_bytes()
    {
        var expected = WithoutStore();
        var cold = ProgramRun.Serlab(Features("--json", "--jobs", "1")).Ended(0);
        Assert.Equal(0, cold.Json().GetProperty("stored").GetInt32());
        Assert.Equal(expected, File.ReadAllBytes(Npy));
        var warm = ProgramRun.Serlab(Features("--jobs", "3")).Ended(0);
        Assert.EndsWith($", its rows in {_folder}/x.csv, {Clips} from the store\n", warm.Output);
        Assert.Contains($"{Clips}/{Clips} recordings", warm.Error);
        Assert.Contains($"{Clips} from the store", warm.Error);
        Assert.Equal(expected, File.ReadAllBytes(Npy));
    }

    [Fact]
    public void List_verify_and_clear_speak_of_what_is_kept()
    {
        ProgramRun.Serlab(Features()).Ended(0);
        var list = ProgramRun.Serlab("store", "list", "--store", Store).Ended(0);
        Assert.Matches($@"^{Store}: {Clips} clips, 5\.5 MB\n  {Clips} clips, 5\.5 MB +\[1, 128, 128\] .*mel128", list.Output);
        Assert.Equal($"{Store}: {Clips} clips, all as they were written.\n", Verify(0).Output);
        var cleared = ProgramRun.Serlab("store", "clear", "--store", Store, "--json").Ended(0);
        Assert.Equal(Clips, cleared.Json()[0].GetProperty("clips").GetInt32());
        Assert.Empty(Directory.GetFileSystemEntries(Store));
        Assert.StartsWith($"{Store}: 0 clips", ProgramRun.Serlab("store", "list", "--store", Store).Ended(0).Output);
    }

    [Fact]
    public void Damage_fails_verify_until_it_is_repaired_and_is_computed_again()
    {
        ProgramRun.Serlab(Features()).Ended(0);
        var expected = File.ReadAllBytes(Npy);
        var rows = Assert.Single(Directory.GetFiles(Store, "*.rows", SearchOption.AllDirectories));
        using (var file = new FileStream(rows, FileMode.Open))
        {
            file.SetLength(file.Length - 1);
        }
        var found = Verify(1);
        Assert.StartsWith($"{rows}: 1 of {Clips} rows are damaged.\n", found.Output);
        Assert.EndsWith("1 clip damaged, 0 left over; `serlab store verify --repair` takes them out.\n", found.Output);
        var again = ProgramRun.Serlab(Features()).Ended(0);
        Assert.Contains($"Damaged entries of the store {Store}, computed again: 1.", again.Error);
        Assert.Equal(expected, File.ReadAllBytes(Npy));
        Verify(0);
        File.WriteAllBytes(rows, new byte[100]);
        Assert.EndsWith("left over; taken out.\n", Verify(1, "--repair").Output);
        Verify(0);
    }

    [Fact]
    public async Task Two_processes_fill_one_store_at_once()
    {
        var expected = WithoutStore();
        var other = Path.Combine(_folder, "y.npy");
        await Task.WhenAll(
            Task.Run(() => ProgramRun.Serlab(Features()).Ended(0), TestContext.Current.CancellationToken),
            Task.Run(() => ProgramRun.Serlab(Features("--out", other)).Ended(0), TestContext.Current.CancellationToken));
        Assert.Equal(expected, File.ReadAllBytes(Npy));
        Assert.Equal(expected, File.ReadAllBytes(other));
        Verify(0);
        Assert.Contains($"{Clips} from the store", ProgramRun.Serlab(Features()).Ended(0).Output);
    }

    [Fact]
    public void A_killed_process_leaves_a_sound_store_and_the_same_command_goes_on_from_there()
    {
        var expected = WithoutStore("prosody88");
        var killed = ProgramRun.Of(
            ProgramRun.SerlabStart(Features(Slowly)), (process, line) => Kill(process, line, "KILL"));
        Assert.Equal(128 + 9, killed.Code);
        Assert.False(File.Exists(Npy));
        Verify(0);
        var again = ProgramRun.Serlab(Features([.. Slowly, "--json"])).Ended(0);
        Assert.InRange(again.Json().GetProperty("stored").GetInt32(), Clips / 4, Clips - 1);
        Assert.Equal(expected, File.ReadAllBytes(Npy));
        Verify(0);
        Assert.Equal(["store", "x.csv", "x.npy"], Names());
    }

    [Fact]
    public void An_interrupted_process_keeps_what_was_done()
    {
        var start = ProgramRun.SerlabStart(Features(Slowly));
        ProgramRun.Of(start, (process, line) => Kill(process, line, "INT")).Ended(130);
        Assert.Equal(["store"], Names());
        var again = ProgramRun.Serlab(Features([.. Slowly, "--json"])).Ended(0);
        Assert.InRange(again.Json().GetProperty("stored").GetInt32(), Clips / 4, Clips - 1);
    }

    [Fact]
    public void A_full_disk_is_said_once_and_the_work_goes_on_without_keeping()
    {
        var expected = ProgramRun.Serlab("evaluate", small.Random, "--on", small.Corpus, "--no-store").Ended(0);
        var run = OnFullDisk("evaluate", small.Random, "--on", small.Corpus, "--store", Store).Ended(0);
        Assert.Equal(expected.Output, run.Output);
        var said = run.Error.Split('\n').Where(line => line.Contains("store")).ToArray();
        Assert.StartsWith("Not all features are kept in the store, though all were computed. ", Assert.Single(said));
        Assert.InRange(Verified(), 1, Clips - 1);
        Assert.Contains($"{Verified()} from the store", ProgramRun.Serlab(Features()).Ended(0).Output);
        Verify(0);
    }

    [Fact]
    public void A_full_disk_under_the_output_is_an_error_that_leaves_no_half_file()
    {
        var run = OnFullDisk(Features()).Ended(1);
        Assert.Matches($@"serlab: {Npy}: .*(larger than|full)", run.Error);
        Assert.DoesNotContain("   at ", run.Error);
        Assert.Equal(["store"], Names());
        Verify(0);
    }

    [Fact]
    public void A_store_and_no_store_exclude_each_other() =>
        Assert.Contains("--no-store", ProgramRun.Serlab(Features("--no-store")).Ended(2).Error);

    [Fact]
    public void Without_options_the_store_is_the_one_that_the_environment_names()
    {
        var start = ProgramRun.SerlabStart("store", "list");
        start.Environment["SERLAB_STORE"] = "";
        start.Environment["XDG_CACHE_HOME"] = _folder;
        Assert.StartsWith($"{_folder}/serlab/features: 0 clips", ProgramRun.Of(start).Ended(0).Output);
        start.Environment["XDG_CACHE_HOME"] = "not/rooted";
        start.Environment["HOME"] = "/home/somebody";
        Assert.StartsWith("/home/somebody/.cache/serlab/features: 0 clips", ProgramRun.Of(start).Ended(0).Output);
    }

    private string[] Features(params string[] more) =>
    [
        "features", small.Corpus, "--store", Store, .. more.Contains("--set") ? [] : new[] { "--set", "mel128" },
        .. more.Contains("--out") ? [] : new[] { "--out", Npy }, .. more,
    ];

    private byte[] WithoutStore(string set = "mel128")
    {
        var to = Path.Combine(Folders.New(), "x.npy");
        ProgramRun.Serlab("features", small.Corpus, "--set", set, "--no-store", "--out", to).Ended(0);
        return File.ReadAllBytes(to);
    }

    private ProgramRun Verify(int code, params string[] more) =>
        ProgramRun.Serlab(["store", "verify", "--store", Store, .. more]).Ended(code);

    private int Verified() => Verify(0, "--json").Json().GetProperty("clips").GetInt32();

    private string[] Names() => [.. Directory.GetFileSystemEntries(_folder).Select(Path.GetFileName).Order()!];

    private static void Kill(Process process, string line, string signal)
    {
        if (line.Contains($"{Clips / 4}/{Clips} recordings"))
        {
            Process.Start("kill", [$"-{signal}", $"{process.Id}"]).WaitForExit();
        }
    }

    // No file may grow beyond 1 MiB, as on a disk that is full then.
    private static ProgramRun OnFullDisk(params string[] arguments)
    {
        var serlab = ProgramRun.SerlabStart(arguments);
        var start = new ProcessStartInfo("bash",
            ["-c", "trap '' XFSZ; ulimit -f 1024; exec \"$@\"", "bash", serlab.FileName, .. serlab.ArgumentList]);
        foreach (var (name, value) in serlab.Environment)
        {
            start.Environment[name] = value;
        }
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0"; // which would need a larger file itself
        return ProgramRun.Of(start);
    }
}
