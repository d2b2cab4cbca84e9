using System.CommandLine;
using SerLab.Files;
using SerLab.Kernel;

namespace SerLab.Cli;

/// <summary>Turns what went wrong into one clear message and an exit code: 1 failed, 2 wrong usage, 130 interrupted.</summary>
internal static class Failures
{
    public const int Failed = 1;
    public const int WrongUsage = 2;
    public const int Interrupted = 130;

    public static async Task<int> Guard(ParseResult parsed, TextWriter error)
    {
        try
        {
            var code = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
            return parsed.Errors.Count > 0 ? WrongUsage : code;
        }
        catch (Exception failure)
        {
            var (code, message) = Explain(failure);
            error.WriteLine($"serlab: {message}");
            return code;
        }
    }

    private static (int Code, string Message) Explain(Exception failure) => failure switch
    {
        BadOptionException wrong => (WrongUsage, wrong.Message),
        SerLabException mendable => (Failed, mendable.Message),
        KernelException notebook => (Failed, notebook.Message),
        OperationCanceledException => (Interrupted, "interrupted; nothing half-written was left behind."),
        AggregateException many when many.Flatten().InnerExceptions is [var first, ..] => Explain(first),
        IOException or UnauthorizedAccessException => (Failed, $"{failure.Message} Check the path, its permissions and the free space."),
        _ => (Failed, $"an error of SerLab itself, please report it with these lines:\n{failure}"),
    };
}
