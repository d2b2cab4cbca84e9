using SerLab.Kernel.Displays;
using SerLab.Kernel.Sessions;

namespace SerLab.Kernel.Tests;

/// <summary>Runs cells and gathers what they show, for tests.</summary>
internal static class Runs
{
    public static Task<(CellResult Result, List<Output> Outputs)> CellAsync(this Session session, string code)
        => session.StoppableCellAsync(code, TestContext.Current.CancellationToken);

    public static async Task<(CellResult Result, List<Output> Outputs)> StoppableCellAsync(
        this Session session, string code, CancellationToken cancellation)
    {
        List<Output> outputs = [];
        var result = await session.RunAsync(code, output => { lock (outputs) outputs.Add(output); }, cancellation);
        lock (outputs) return (result, [.. outputs]);
    }

    public static async Task<string> ValueAsync(this Session session, string code)
    {
        var (result, outputs) = await session.CellAsync(code);
        Assert.True(result.Success, result.Error?.Message);
        return Assert.Single(outputs.OfType<ResultOutput>()).Data["text/plain"]!.ToString();
    }

    public static async Task<string> TextAsync(this Session session, string code, string stream = "stdout")
    {
        var (result, outputs) = await session.CellAsync(code);
        Assert.True(result.Success, result.Error?.Message);
        return string.Concat(outputs.OfType<StreamOutput>().Where(one => one.Name == stream).Select(one => one.Text));
    }

    public static async Task<ErrorOutput> ErrorAsync(this Session session, string code)
    {
        var (result, outputs) = await session.CellAsync(code);
        Assert.False(result.Success);
        Assert.Same(result.Error, Assert.Single(outputs.OfType<ErrorOutput>()));
        Assert.IsType<ErrorOutput>(outputs[^1]);
        return result.Error!;
    }

    public static Session New(string folder = ".") => new(new SessionOptions { BaseFolder = folder });
}
