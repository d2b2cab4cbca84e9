namespace SerLab.Features;

/// <summary>Work on many items at once whose results come one after the other.</summary>
internal static class InOrder
{
    private const int AheadOfEachJob = 4;

    /// <summary>
    /// Works on items 0 to <paramref name="count"/>, <paramref name="jobs"/> at a time, and gives the results in
    /// order. So few results wait for their turn that their number does not grow with <paramref name="count"/>.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled between two items.</exception>
    public static IEnumerable<T> Run<T>(int count, int jobs, Func<int, T> work, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var scheduler = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, jobs).ConcurrentScheduler;
        var tasks = new TaskFactory<T>(stop.Token, default, default, scheduler);
        var ahead = new Queue<Task<T>>();
        try
        {
            for (var i = 0; i < count || ahead.Count > 0;)
            {
                while (i < count && ahead.Count < jobs * AheadOfEachJob)
                {
                    var item = i++;
                    ahead.Enqueue(tasks.StartNew(() => work(item)));
                }
                yield return ahead.Dequeue().GetAwaiter().GetResult();
            }
        }
        finally
        {
            stop.Cancel();
            Task.WhenAll(ahead).ContinueWith(_ => { }, TaskScheduler.Default).Wait(CancellationToken.None);
        }
    }
}
