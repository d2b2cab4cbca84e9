using SerLab.Files;
using SerLab.Tests.Files;
using SerLab.Training;

namespace SerLab.Tests.Training;

public sealed class TensorBoardLogTests : IDisposable
{
    private static readonly byte[] Known = File.ReadAllBytes(Repository.Fixture("tensorboard", "known.tfevents"));

    // The numbers of tests/fixtures/tensorboard/make.py.
    private static readonly Epoch[] Epochs =
    [
        new(100, new Score(1.9375, 0.25, 0.2), new Score(2.25, 0.125, 0.1), 0.001, 2),
        new(200, new Score(1.5, 0.5, 0.45), new Score(double.NaN, 0.3, 0), 0.001, 2.5),
        new(300, new Score(0.0123, 1, 0.99), new Score(double.PositiveInfinity, 1 / 3.0, 2 / 3.0), 0.0005, 2.25),
    ];

    private readonly TemporaryFolder _folder = new();

    private string LogFile => _folder[TensorBoardLog.FileName];

    [Fact]
    [Trait("Kind", "reference")]
    public void The_file_is_byte_for_byte_what_TensorBoards_own_writer_makes()
    {
        Write(998.5, Epochs);
        Assert.Equal(Known, File.ReadAllBytes(LogFile));
    }

    [Fact]
    [Trait("Kind", "law")]
    public void A_file_of_a_training_that_was_killed_is_begun_anew()
    {
        File.WriteAllBytes(LogFile, Known[..^10]);
        Write(998.5, Epochs);
        Assert.Equal(Known, File.ReadAllBytes(LogFile));
    }

    [Fact]
    [Trait("Kind", "law")]
    public void An_epoch_can_be_read_as_soon_as_it_is_added()
    {
        var clock = new HandClock(998.5);
        using var log = new TensorBoardLog(_folder["new/run"], clock);
        var file = _folder[$"new/run/{TensorBoardLog.FileName}"];
        var empty = new FileInfo(file).Length;
        clock.Seconds = 1000.5;
        log.Add(Epochs[0]);
        var bytes = File.ReadAllBytes(file);
        Assert.InRange(empty, 1, bytes.Length - 1);
        Assert.Equal(Known[..bytes.Length], bytes);
    }

    [Fact]
    [Trait("Kind", "law")]
    public void A_full_disk_and_a_file_in_the_way_are_told()
    {
        File.WriteAllText(_folder["run"], "");
        Refused("run", _folder["run"]);
        Assert.SkipUnless(File.Exists("/dev/full"), "there is no full disk");
        File.CreateSymbolicLink(LogFile, "/dev/full");
        Refused("the disk is full", _folder.Root);
    }

    public void Dispose() => _folder.Dispose();

    private static void Refused(string says, string folder) => Assert.Contains(
        says, Assert.Throws<BadFileException>(() => new TensorBoardLog(folder, new HandClock())).Message);

    private void Write(double start, Epoch[] added)
    {
        var clock = new HandClock(start);
        using var log = new TensorBoardLog(_folder.Root, clock);
        foreach (var epoch in added)
        {
            clock.Seconds += epoch.Seconds;
            log.Add(epoch);
        }
    }
}
