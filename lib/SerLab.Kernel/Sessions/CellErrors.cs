using System.Globalization;
using Microsoft.CodeAnalysis;
using SerLab.Kernel.Displays;

namespace SerLab.Kernel.Sessions;

/// <summary>Says why a cell stopped, in terms of its own lines.</summary>
internal static class CellErrors
{
    public static ErrorOutput Of(Exception error, string cell) => error switch
    {
        CompilationFailure failure => OfCompilation(failure, cell),
        OperationCanceledException => new ErrorOutput("Interrupted", "The cell was interrupted.",
            ["The cell was interrupted."]),
        KernelException => new ErrorOutput(nameof(KernelException), error.Message, [error.Message]),
        _ => OfException(error),
    };

    private static ErrorOutput OfCompilation(CompilationFailure failure, string cell)
    {
        var messages = failure.Errors.Select(error => Message(error, cell)).ToArray();
        List<string> lines = [];
        foreach (var (error, message) in failure.Errors.Zip(messages))
        {
            lines.Add(message);
            lines.AddRange(Excerpt(error));
        }
        return new ErrorOutput("CompilationError", messages[0], lines);
    }

    private static string Message(Diagnostic error, string cell)
    {
        var place = error.Location.GetLineSpan();
        var file = place.Path == cell ? "" : place.Path;
        var (line, column) = (place.StartLinePosition.Line + 1, place.StartLinePosition.Character + 1);
        return $"{file}({line},{column}): error {error.Id}: {error.GetMessage(CultureInfo.InvariantCulture)}";
    }

    // The line itself and a mark under the place, as compilers on a terminal show it.
    private static IEnumerable<string> Excerpt(Diagnostic error)
    {
        if (error.Location.SourceTree is not { } tree) yield break;
        var place = error.Location.GetLineSpan().StartLinePosition;
        var text = tree.GetText().Lines[place.Line].ToString();
        if (text.Length == 0) yield break;
        yield return "    " + text;
        yield return "    " + new string([.. text.Take(place.Character).Select(c => c == '\t' ? c : ' ')]) + "^";
    }

    private static ErrorOutput OfException(Exception error)
    {
        if (error is AggregateException { InnerExceptions: [var only] }) error = only;
        List<string> lines = [];
        for (var one = error; one is not null; one = one.InnerException)
        {
            lines.Add($"{(one == error ? "" : "caused by ")}{one.GetType().FullName}: {one.Message}");
            lines.AddRange(CellStack.Of(one));
        }
        return new ErrorOutput(error.GetType().FullName!, error.Message, lines);
    }
}
