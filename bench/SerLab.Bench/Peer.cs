using System.Diagnostics;

namespace SerLab.Bench;

/// <summary>The peers: Python scripts beside this project.</summary>
internal static class Peer
{
    /// <summary>Runs a script of this folder with the system's Python and gives what it printed.</summary>
    public static string Run(string script, params object[] arguments)
    {
        var path = Repository.At("bench", script);
        var start = new ProcessStartInfo("/usr/bin/python3", [path, .. arguments.Select(argument => $"{argument}")])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{script} failed.");
    }
}
