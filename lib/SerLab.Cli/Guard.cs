using System.CommandLine;
using SerLab.Files;
using SerLab.Kernel;

namespace SerLab.Cli;

/// <summary>Runs a verb and turns what goes wrong into one clear message and an exit code.</summary>
internal static class Guard
{
    /// <summary>The exit code; on failure a message is on <paramref name="error"/>.</summary>
    public static async Task<int> Run(ParseResult parsed, TextWriter error)
    {
        if (Usage.Problem(parsed) is { } problem)
        {
            error.WriteLine($"serlab: {problem}");
            return ExitCodes.WrongUsage;
        }
        using var interrupts = new Interrupts(parsed.CommandResult.Command is ServingCommand);
        try
        {
            var own = new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            };
            return await parsed.InvokeAsync(own, interrupts.Token);
        }
        catch (Exception failure)
        {
            var (code, message) = interrupts.Token.IsCancellationRequested ? Interrupts.Answer : Explain(failure);
            error.WriteLine($"serlab: {message}");
            return code;
        }
    }

    private static (int Code, string Message) Explain(Exception failure) => failure switch
    {
        BadOptionException wrong => (ExitCodes.WrongUsage, wrong.Message),
        SerLabException or KernelException or DllNotFoundException => (ExitCodes.Failed, failure.Message),
        OperationCanceledException => Interrupts.Answer,
        AggregateException many when many.Flatten().InnerExceptions is [var first, ..] => Explain(first),
        TypeInitializationException { InnerException: { } cause } => Explain(cause),
        OutOfMemoryException => (ExitCodes.Failed, "The memory is full. Use fewer recordings or a smaller --batch."),
        IOException or UnauthorizedAccessException =>
            (ExitCodes.Failed, $"{failure.Message} Check the path, its permissions and the free space."),
        _ => (ExitCodes.Failed, $"an error of SerLab itself, please report it with these lines:\n{failure}"),
    };
}
