using SerLab.Training;

namespace SerLab.Reports;

/// <summary>
/// What a network learns from, epoch by epoch: the same examples in each, or others that are made while the epoch
/// before is learnt from.
/// </summary>
/// <param name="make">Makes the examples of an epoch, from 1.</param>
/// <param name="epochs">How many epochs have examples of their own; 1 where all share those of the first.</param>
internal sealed class EpochExamples(Func<int, Examples> make, int epochs) : IDisposable
{
    private (int Epoch, Examples Examples)? _now;
    private (int Epoch, Task<Examples> Examples)? _next;

    /// <summary>The examples of an epoch, from 1; valid until those of another one are asked for.</summary>
    public Examples Of(int epoch)
    {
        epoch = Math.Min(epoch, epochs);
        if (_now is { } now && now.Epoch == epoch)
        {
            return now.Examples;
        }
        _now?.Examples.Dispose();
        _now = null;
        var made = _next is { } next && next.Epoch == epoch ? next.Examples.GetAwaiter().GetResult() : Alone(epoch);
        _now = (epoch, made);
        _next = epoch < epochs ? (epoch + 1, Task.Run(() => make(epoch + 1))) : null;
        return made;
    }

    public void Dispose()
    {
        _now?.Examples.Dispose();
        DropNext();
    }

    private Examples Alone(int epoch)
    {
        DropNext();
        return make(epoch);
    }

    // Also where it failed: whoever asks for that epoch makes it again, and hears why.
    private void DropNext()
    {
        if (_next is { Examples: var task })
        {
            ((IAsyncResult)task).AsyncWaitHandle.WaitOne();
            if (task.IsCompletedSuccessfully)
            {
                task.Result.Dispose();
            }
        }
        _next = null;
    }
}
