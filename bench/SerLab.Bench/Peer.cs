using System.Diagnostics;

namespace SerLab.Bench;

/// <summary>
/// A peer: a Python script beside this project. It is run once, or stays and answers line by line, so that it is as
/// warm as we are.
/// </summary>
internal sealed class Peer : IDisposable
{
    private static readonly string[] ThreadCounts =
        ["OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NUMBA_NUM_THREADS"];

    private readonly string _script;
    private readonly Process _process;

    /// <summary>Starts a script that answers, on one thread.</summary>
    public Peer(string script, params object[] arguments)
    {
        var start = Start(script, arguments);
        start.RedirectStandardInput = true;
        foreach (var name in ThreadCounts)
        {
            start.Environment[name] = "1";
        }
        (_script, _process) = (script, Process.Start(start)!);
        Greeting = ReadLine();
    }

    /// <summary>The script's first line.</summary>
    public string Greeting { get; }

    /// <summary>Runs a script of this folder and gives what it printed.</summary>
    public static string Run(string script, params object[] arguments)
    {
        using var process = Process.Start(Start(script, arguments))!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new BenchFailedException($"{script} failed.");
    }

    /// <summary>Hands the script a line and gives the line that it answers.</summary>
    public string Ask(string line)
    {
        _process.StandardInput.WriteLine(line);
        _process.StandardInput.Flush();
        return ReadLine();
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private string ReadLine() =>
        _process.StandardOutput.ReadLine() ?? throw new BenchFailedException($"{_script} ended too early.");

    // The system's Python, for which Debian has PyTorch, or the one that PYTHON names.
    private static ProcessStartInfo Start(string script, object[] arguments) => new(
        Environment.GetEnvironmentVariable("PYTHON") is { Length: > 0 } python ? python : "/usr/bin/python3",
        [Repository.At("bench", script), .. arguments.Select(argument => $"{argument}")])
    {
        RedirectStandardOutput = true,
    };
}
