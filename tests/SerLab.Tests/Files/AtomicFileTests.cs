using System.Diagnostics;
using System.Runtime.CompilerServices;
using FsCheck;
using FsCheck.Fluent;
using SerLab.Files;

namespace SerLab.Tests.Files;

[Trait("Kind", "law")]
public sealed class AtomicFileTests : IDisposable
{
    private const string KilledWriter = "SERLAB_TEST_KILLED_WRITER";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_written_is_read_back_and_nothing_else_is_left()
    {
        AtomicFile.WriteText(_folder["a.txt"], "first");
        AtomicFile.WriteText(_folder["a.txt"], "Käfer\n");

        Assert.Equal("Käfer\n"u8.ToArray(), File.ReadAllBytes(_folder["a.txt"]));
        Assert.Equal(["a.txt"], _folder.Names());
    }

    [Fact]
    public void Missing_folders_are_made()
    {
        AtomicFile.WriteText(_folder["x/y/a.txt"], "there");

        Assert.Equal("there", File.ReadAllText(_folder["x/y/a.txt"]));
    }

    [Fact]
    public void A_write_that_fails_anywhere_leaves_the_old_file_and_nothing_else()
    {
        File.WriteAllText(_folder["a.bin"], "old");
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>().Filter(bytes => bytes is not null), bytes =>
        {
            var thrown = Assert.Throws<InvalidDataException>(() => AtomicFile.Write(_folder["a.bin"], stream =>
            {
                stream.Write(bytes);
                throw new InvalidDataException("stop");
            }));
            Assert.Equal("stop", thrown.Message);
            return File.ReadAllText(_folder["a.bin"]) == "old" && _folder.Names().Length == 1;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_process_killed_in_the_middle_leaves_the_old_file_and_what_can_be_removed_then()
    {
        File.WriteAllText(_folder["a.bin"], "old");
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            ArgumentList = { typeof(AtomicFileTests).Assembly.Location },
            Environment = { [KilledWriter] = _folder["a.bin"] },
            RedirectStandardOutput = true,
        };
        using var writer = Process.Start(start)!;
        Assert.Equal("half", writer.StandardOutput.ReadLine());
        var unfinished = Assert.Single(_folder.Names(), name => name.EndsWith(".tmp", StringComparison.Ordinal));
        AtomicFile.RemoveAbandoned(_folder["a.bin"]);
        Assert.Contains(unfinished, _folder.Names()); // its writer lives
        writer.Kill();
        writer.WaitForExit();

        Assert.StartsWith(".a.bin.", unfinished);
        AtomicFile.RemoveAbandoned(_folder["other.bin"]);
        Assert.Contains(unfinished, _folder.Names());
        AtomicFile.RemoveAbandoned(_folder["a.bin"]);
        Assert.Equal(["a.bin"], _folder.Names());
        Assert.Equal("old", File.ReadAllText(_folder["a.bin"]));
    }

    [Fact]
    public void A_full_disk_is_named_with_the_mend()
    {
        const int noSpaceLeft = 28;
        var thrown = Assert.Throws<BadFileException>(() =>
            AtomicFile.Write(_folder["a.bin"], _ => throw new IOException("No space left on device", noSpaceLeft)));

        Assert.Equal("Free some space, then run again.", thrown.Mend);
        Assert.Contains("a.bin: the disk is full", thrown.Message);
        Assert.Empty(_folder.Names());
    }

    [Fact]
    public void A_folder_in_the_place_of_the_file_is_named()
    {
        Directory.CreateDirectory(_folder["a"]);

        var thrown = Assert.Throws<BadFileException>(() => AtomicFile.WriteText(_folder["a"], "x"));
        Assert.Contains("this is a folder", thrown.Problem);
    }

    [Fact]
    public void A_file_name_as_long_as_the_system_allows_is_written()
    {
        var name = new string('n', 255);
        AtomicFile.WriteText(_folder[name], "x");

        Assert.Equal([name], _folder.Names());
    }

    /// <summary>The process that the test above starts and kills: writes half a file, says so and waits.</summary>
    [ModuleInitializer]
    internal static void WriteHalfAndWait()
    {
        if (Environment.GetEnvironmentVariable(KilledWriter) is { } path)
            AtomicFile.Write(path, stream =>
            {
                stream.Write(new byte[1 << 20]);
                stream.Flush();
                Console.WriteLine("half");
                Console.Out.Flush();
                Thread.Sleep(TimeSpan.FromMinutes(1));
            });
    }
}
