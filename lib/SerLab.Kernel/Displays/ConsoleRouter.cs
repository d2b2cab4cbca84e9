using System.Text;
using SerLab.Kernel.Sessions;

namespace SerLab.Kernel.Displays;

/// <summary>
/// Stands in for <see cref="Console.Out"/> or <see cref="Console.Error"/>: text written by code of a session goes to
/// that session, everything else to where the console went before. Sessions follow the flow of execution, so threads
/// and tasks that a cell starts belong to its session, and two sessions in one process stay apart.
/// </summary>
internal sealed class ConsoleRouter(string stream, TextWriter outside) : TextWriter
{
    private static readonly Lazy<bool> Installed = new(Replace);

    public override Encoding Encoding => outside.Encoding;

    /// <summary>Puts the routers in place, once a process.</summary>
    public static void Install() => _ = Installed.Value;

    public override void Write(char value) => Write(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

    public override void Write(string? value)
    {
        if (string.IsNullOrEmpty(value)) return;
        if (Session.Current is { } session) session.Pipe.Write(stream, value);
        else outside.Write(value);
    }

    public override void WriteLine(string? value) => Write(value + "\n");

    public override void Flush()
    {
        if (Session.Current is null) outside.Flush();
    }

    private static bool Replace()
    {
        Console.SetOut(new ConsoleRouter("stdout", Console.Out) { CoreNewLine = ['\n'] });
        Console.SetError(new ConsoleRouter("stderr", Console.Error) { CoreNewLine = ['\n'] });
        Console.SetIn(new ConsoleReader(Console.In));
        return true;
    }
}
