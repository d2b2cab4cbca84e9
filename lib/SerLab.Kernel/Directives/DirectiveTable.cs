using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace SerLab.Kernel.Directives;

/// <summary>The directives by name. One that is not here is met with a sentence, never with a compiler error.</summary>
internal static class DirectiveTable
{
    private static readonly Dictionary<string, (string Help, Func<DirectivePart, CellRun, Task> Run)> ByName = new()
    {
        ["#r"] = ("references an assembly: \"path.dll\"", ReferenceDirectives.Run),
        ["#:package"] = ("would reference a package, which comes later", ReferenceDirectives.Run),
        ["#i"] = ("would add a package source, which comes later", ReferenceDirectives.Run),
        ["#load"] = ("runs a C# file once", ImportDirectives.Run),
        ["#!import"] = ("runs a C# file or the code cells of a notebook once", ImportDirectives.Run),
        ["#!csharp"] = ("goes on in C#", (_, _) => Task.CompletedTask),
        ["#!c#"] = ("goes on in C#", (_, _) => Task.CompletedTask),
        ["#!C#"] = ("goes on in C#", (_, _) => Task.CompletedTask),
        ["#!time"] = ("tells how long the cell took", Done(Time)),
        ["#!markdown"] = ("shows the lines below as Markdown", Done(Show("text/markdown"))),
        ["#!html"] = ("shows the lines below as HTML", Done(Show("text/html"))),
        ["#!who"] = ("names the variables", Done(VariableDirectives.Names)),
        ["#!whos"] = ("lists the variables with types and values", Done(VariableDirectives.Table)),
        ["#!about"] = ("tells the versions", Done(About)),
        ["#!lsmagic"] = ("lists the directives", Done(List)),
    };

    /// <exception cref="KernelException">There is no such directive, or it cannot do what it is asked.</exception>
    public static Task RunAsync(DirectivePart directive, CellRun run)
    {
        if (ByName.TryGetValue(directive.Name, out var entry)) return entry.Run(directive, run);
        throw new KernelException($"{directive.Name} is not a directive of this kernel, which runs C# only",
            "Take the line out, or write the cell in C#; #!lsmagic lists the directives there are.");
    }

    private static Func<DirectivePart, CellRun, Task> Done(Action<DirectivePart, CellRun> action)
        => (directive, run) =>
        {
            action(directive, run);
            return Task.CompletedTask;
        };

    private static Action<DirectivePart, CellRun> Show(string mime)
        => (directive, run) => run.Session.Show(directive.Body, mime);

    private static void Time(DirectivePart directive, CellRun run)
    {
        var watch = Stopwatch.StartNew();
        run.AtEnd.Add(() => run.Session.Pipe.Write("stdout",
            string.Create(CultureInfo.InvariantCulture, $"Wall time: {watch.Elapsed.TotalMilliseconds:0.##} ms\n")));
    }

    private static void About(DirectivePart directive, CellRun run) => run.Session.Pipe.Write("stdout",
        $"SerLab.Kernel {typeof(DirectiveTable).Assembly.GetName().Version!.ToString(3)}, "
            + $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}\n");

    private static void List(DirectivePart directive, CellRun run) => run.Session.Pipe.Write("stdout",
        string.Concat(ByName.Select(entry => $"{entry.Key,-12} {entry.Value.Help}\n")));
}
