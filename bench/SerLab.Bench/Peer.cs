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
    /// <param name="python">The Python that runs it.</param>
    /// <param name="script">A file of the folder <c>bench</c>.</param>
    /// <param name="arguments">Words that it gets.</param>
    public Peer(string python, string script, params object[] arguments)
    {
        var start = Start(python, script, arguments);
        start.RedirectStandardInput = true;
        foreach (var name in ThreadCounts)
        {
            start.Environment[name] = "1";
        }
        (_script, _process) = (script, Process.Start(start)!);
        Greeting = ReadLine();
    }

    /// <summary>The system's Python, for which Debian has PyTorch.</summary>
    public static string SystemPython => "/usr/bin/python3";

    /// <summary>The Python that <c>PYTHON</c> names, because it has librosa; the system's without it.</summary>
    public static string NamedPython =>
        Environment.GetEnvironmentVariable("PYTHON") is { Length: > 0 } python ? python : SystemPython;

    /// <summary>The script's first line.</summary>
    public string Greeting { get; }

    /// <summary>Runs a script of the folder <c>bench</c> and gives what it printed.</summary>
    public static string Run(string script, params object[] arguments)
    {
        using var process = Process.Start(Start(SystemPython, script, arguments))!;
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

    private static ProcessStartInfo Start(string python, string script, object[] arguments) => new(
        python, [Repository.At("bench", script), .. arguments.Select(argument => $"{argument}")])
    {
        RedirectStandardOutput = true,
    };
}
