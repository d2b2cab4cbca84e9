using System.Diagnostics;
using System.Text.Json;

namespace SerLab.Cli.Tests;

/// <summary>A program that is run as a user runs it: as a process of its own.</summary>
/// <param name="Code">Its exit code.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Error">Its standard error.</param>
internal sealed record ProgramRun(int Code, string Output, string Error)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Runs <c>serlab</c> with these arguments.</summary>
    public static ProgramRun Serlab(params string[] arguments) => Of(SerlabStart(arguments));

    /// <summary>
    /// How to start <c>serlab</c>: the program beside the tests, without pictures unless asked for, with a feature store
    /// of the tests' own.
    /// </summary>
    public static ProcessStartInfo SerlabStart(params string[] arguments) =>
        new("dotnet", [Path.Combine(AppContext.BaseDirectory, "SerLab.Cli.dll"), .. arguments])
        {
            Environment = { ["SERLAB_CHROMIUM"] = "", ["SERLAB_STORE"] = Folders.Store },
        };

    /// <summary>Runs a program to its end.</summary>
    /// <param name="start">What and where.</param>
    /// <param name="onError">Told every line of standard error as it comes, with the running process.</param>
    public static ProgramRun Of(ProcessStartInfo start, Action<Process, string>? onError = null)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        var error = new List<string>();
        using var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, e) =>
        {
            if (e.Data is not null)
            {
                error.Add(e.Data);
                onError?.Invoke(process, e.Data);
            }
        };
        process.BeginErrorReadLine();
        var output = process.StandardOutput.ReadToEnd();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"'{start.FileName} {string.Join(' ', start.ArgumentList)}' did not end.\n{output}");
        }
        process.WaitForExit(); // also for the last lines of standard error
        return new ProgramRun(process.ExitCode, output, string.Join('\n', error));
    }

    /// <summary>The run itself, after checking its exit code.</summary>
    public ProgramRun Ended(int code)
    {
        Assert.True(Code == code, $"exit code {Code}, not {code}\n--- output\n{Output}\n--- error\n{Error}");
        return this;
    }

    /// <summary>The one JSON document that is all of standard output.</summary>
    public JsonElement Json() => JsonDocument.Parse(Output).RootElement;
}
