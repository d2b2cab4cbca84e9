using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;

namespace SerLab.Kernel.Sessions;

/// <summary>
/// The stack of an exception from where it was thrown up to the cell's own code: without the frames that drive cells
/// and awaits, and with file names instead of paths.
/// </summary>
internal static partial class CellStack
{
    private static readonly string[] Plumbing =
    [
        "System.Runtime.CompilerServices", "System.Runtime.ExceptionServices",
        "SerLab.Kernel", "Microsoft.CodeAnalysis",
    ];

    public static IEnumerable<string> Of(Exception error)
    {
        var frames = new StackTrace(error, fNeedFileInfo: true).GetFrames();
        var outermost = Array.FindLastIndex(frames, frame => IsCell(frame.GetMethod()));
        return frames.Take(outermost < 0 ? frames.Length : outermost + 1)
            .Where(frame => frame.GetMethod() is { } method && !IsPlumbing(method))
            .Select(frame => $"   at {Name(frame.GetMethod()!)}{Place(frame)}");
    }

    private static bool IsCell(MethodBase? method)
        => method?.DeclaringType is { } type
            && Outermost(type).Name.StartsWith("Submission#", StringComparison.Ordinal);

    private static bool IsPlumbing(MethodBase method)
    {
        var space = method.DeclaringType?.Namespace ?? "";
        return Plumbing.Any(one => space.StartsWith(one, StringComparison.Ordinal))
            && !space.StartsWith("SerLab.Kernel.Tests", StringComparison.Ordinal);
    }

    private static string Place(StackFrame frame)
        => frame.GetFileName() is { } file ? $" in {Path.GetFileName(file)}, line {frame.GetFileLineNumber()}" : "";

    // Compiled names hold the written ones between angle brackets: an async Load() runs as <Load>d__3.MoveNext().
    private static string Name(MethodBase method)
    {
        var written = WrittenName().Match(method.DeclaringType?.Name + "." + method.Name);
        if (written.Groups["name"].Value is "Initialize" or "Factory") return "the cell";
        var name = written.Success ? written.Groups["name"].Value + "(…)" : $"{method.Name}({Parameters(method)})";
        if (method.DeclaringType is not { } type) return name;
        var owner = WrittenName().IsMatch(type.Name) ? type.DeclaringType : type;
        return owner is null || owner.Name.StartsWith("Submission#", StringComparison.Ordinal)
            ? name
            : $"{owner.FullName!.Replace('+', '.')}.{name}";
    }

    private static string Parameters(MethodBase method)
        => string.Join(", ", method.GetParameters().Select(one => $"{one.ParameterType.Name} {one.Name}"));

    private static Type Outermost(Type type)
    {
        while (type.DeclaringType is { } outer) type = outer;
        return type;
    }

    [GeneratedRegex("<+(?<name>[A-Za-z_]\\w*)>")]
    private static partial Regex WrittenName();
}
