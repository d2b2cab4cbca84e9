using SerLab.Kernel.Sessions;

namespace SerLab.Kernel.Displays;

/// <summary>Stands in for <see cref="Console.In"/>: <c>ReadLine</c> in a cell asks who drives its session.</summary>
internal sealed class ConsoleReader(TextReader outside) : TextReader
{
    private string _rest = "";

    public override string? ReadLine()
    {
        if (Session.Current is not { } session) return outside.ReadLine();
        session.Pipe.Flush();
        return session.Input("");
    }

    public override int Read()
    {
        if (Session.Current is null) return outside.Read();
        if (_rest.Length == 0) _rest = ReadLine() + "\n";
        var first = _rest[0];
        _rest = _rest[1..];
        return first;
    }
}
