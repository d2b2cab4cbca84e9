using SerLab.Features;

namespace SerLab.Tests.Features;

[Trait("Kind", "law")]
public sealed class InOrderTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, 3)]
    [InlineData(1, 3)]
    [InlineData(200, 1)]
    [InlineData(200, 3)]
    public void Results_come_in_order_with_so_many_at_work_and_few_waiting(int count, int jobs)
    {
        var (started, working, most, given) = (0, 0, 0, 0);
        var results = InOrder.Run(count, jobs, i =>
        {
            Interlocked.Increment(ref started);
            InterlockedMax(ref most, Interlocked.Increment(ref working));
            Thread.SpinWait(new Random(i).Next(20_000));
            Interlocked.Decrement(ref working);
            return i;
        }, Cancel);
        foreach (var result in results)
        {
            Assert.Equal(given++, result);
            Assert.InRange(Volatile.Read(ref started) - given, 0, 4 * jobs);
        }
        Assert.Equal(count, given);
        Assert.InRange(most, Math.Min(count, 1), jobs);
    }

    [Fact]
    public void What_one_item_throws_ends_the_whole_at_its_place()
    {
        var seen = new List<int>();
        Assert.Throws<InvalidDataException>(() =>
        {
            foreach (var i in InOrder.Run(50, 2, i => i < 10 ? i : throw new InvalidDataException(), Cancel))
            {
                seen.Add(i);
            }
        });
        Assert.Equal(Enumerable.Range(0, 10), seen);
    }

    [Fact]
    public void Who_stops_listening_stops_the_work()
    {
        var started = 0;
        Assert.Equal([0, 1, 2], InOrder.Run(1000, 2, i =>
        {
            Interlocked.Increment(ref started);
            return i;
        }, Cancel).Take(3));
        var then = started;
        Thread.Sleep(20);
        Assert.Equal(then, started);
        Assert.InRange(then, 3, 3 + 8);
    }

    [Fact]
    public void Cancelled_work_ends_between_two_items()
    {
        using var source = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => InOrder.Run(1000, 2, i =>
        {
            source.Cancel();
            return i;
        }, source.Token).Count());
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (int seen; (seen = Volatile.Read(ref most)) < value;)
        {
            Interlocked.CompareExchange(ref most, value, seen);
        }
    }
}
