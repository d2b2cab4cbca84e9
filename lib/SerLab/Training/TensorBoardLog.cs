using SerLab.Files;

namespace SerLab.Training;

/// <summary>
/// The history as TensorBoard reads it (<c>tensorboard --logdir</c> the run folder or one above it): a step an epoch
/// with <c>loss/train</c>, <c>loss/validation</c>, <c>accuracy/…</c>, <c>uar/…</c> and <c>learning_rate</c>. An epoch
/// is in the file when <see cref="Add"/> returns, so a TensorBoard that runs beside the training shows it. The format
/// is that of TensorFlow's <c>event.proto</c> and <c>summary.proto</c>.
/// </summary>
public sealed class TensorBoardLog : IDisposable
{
    /// <summary>The file's name; TensorBoard looks for <c>tfevents</c> in it.</summary>
    public const string FileName = "events.out.tfevents.0.serlab";

    private readonly string _path;
    private readonly TimeProvider _clock;
    private readonly FileStream _file;

    /// <summary>Begins the file anew; a resumed training adds its earlier epochs again.</summary>
    /// <param name="folder">The run folder; made where it is missing.</param>
    /// <param name="clock">Says when an epoch ended.</param>
    /// <exception cref="BadFileException">The file cannot be written.</exception>
    public TensorBoardLog(string folder, TimeProvider clock)
    {
        (_path, _clock) = (Path.Combine(folder, FileName), clock);
        _file = Open(_path);
        try
        {
            Append(Event(Now).Add(3, "brain.Event:2").ToBytes());
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Appends an epoch that ended now.</summary>
    /// <exception cref="BadFileException">The disk is full, or the file cannot be written.</exception>
    public void Add(Epoch epoch)
    {
        Append(Event(epoch, Now));
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _file.Dispose();

    /// <summary>Seconds since 1970.</summary>
    private double Now => (_clock.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalSeconds;

    private static FileStream Open(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            return new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        }
        catch (Exception fault) when (FileFaults.IsFault(fault))
        {
            throw FileFaults.Explain(path, fault);
        }
    }

    private void Append(byte[] message)
    {
        var record = new MemoryStream();
        TfRecord.Write(record, message);
        try
        {
            _file.Write(record.GetBuffer().AsSpan(0, (int)record.Length));
        }
        catch (Exception fault) when (FileFaults.IsFault(fault))
        {
            throw FileFaults.Explain(_path, fault);
        }
    }

    // Event: wall_time 1, step 2, file_version 3, summary 5. Summary: value 1. Value: tag 1, simple_value 2.
    private static ProtobufMessage Event(double time) => new ProtobufMessage().Add(1, time);

    private static byte[] Event(Epoch epoch, double time)
    {
        var summary = new ProtobufMessage();
        foreach (var (tag, value) in Values(epoch))
        {
            summary.Add(1, new ProtobufMessage().Add(1, tag).Add(2, (float)value));
        }
        return Event(time).Add(2, (long)epoch.Number).Add(5, summary).ToBytes();
    }

    private static IEnumerable<(string Tag, double Value)> Values(Epoch epoch) =>
    [
        ("loss/train", epoch.Train.Loss), ("loss/validation", epoch.Validation.Loss),
        ("accuracy/train", epoch.Train.Accuracy), ("accuracy/validation", epoch.Validation.Accuracy),
        ("uar/train", epoch.Train.Uar), ("uar/validation", epoch.Validation.Uar),
        ("learning_rate", epoch.LearningRate),
    ];
}
