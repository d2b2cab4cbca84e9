using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis.CSharp;

namespace SerLab.Kernel.Notebooks;

/// <summary>
/// Parameters as papermill defines them: a cell tagged <c>injected-parameters</c> is put below the one tagged
/// <c>parameters</c> (or on top when there is none) and sets the given values over its defaults.
/// </summary>
public static class NotebookParameters
{
    private const string Given = "injected-parameters";
    private const NumberStyles Sign = NumberStyles.AllowLeadingSign;

    /// <summary>
    /// Reads <c>name=value</c>: whole numbers, numbers with a point or exponent, <c>true</c> and <c>false</c> are what
    /// they look like; all else is text, also when the quotes of a shell are gone.
    /// </summary>
    /// <exception cref="KernelException">There is no <c>=</c>, or the name is no C# name.</exception>
    public static KeyValuePair<string, object?> Parse(string assignment)
    {
        var at = assignment.IndexOf('=');
        var name = at < 0 ? assignment : assignment[..at];
        if (at < 0 || !IsName(name))
            throw new KernelException($"'{assignment}' is no parameter", "Write name=value, for example epochs=5.");
        return new(name, Value(assignment[(at + 1)..]));
    }

    /// <summary>The notebook with the values set; an injected cell of an earlier run is replaced.</summary>
    internal static Notebook Inject(Notebook notebook, IReadOnlyList<KeyValuePair<string, object?>> parameters)
    {
        if (parameters.Count == 0) return notebook;
        List<Cell> cells = [.. notebook.Cells.Where(cell => !cell.HasTag(Given))];
        cells.Insert(cells.FindIndex(cell => cell.HasTag("parameters")) + 1, new Cell
        {
            Id = FreeId(cells),
            Metadata = new JsonObject { ["tags"] = new JsonArray(Given) },
            Source = string.Join('\n', parameters.Select(one => $"var {NameOf(one.Key)} = {Literal(one.Value)};")),
        });
        return notebook with { Cells = cells };
    }

    private static object Value(string text) => text switch
    {
        "true" or "True" => true,
        "false" or "False" => false,
        _ when int.TryParse(text, Sign, CultureInfo.InvariantCulture, out var number) => number,
        _ when long.TryParse(text, Sign, CultureInfo.InvariantCulture, out var number) => number,
        _ when text.Any(char.IsAsciiDigit)
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => text,
    };

    private static bool IsName(string name)
        => SyntaxFacts.IsValidIdentifier(name) && SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None;

    private static string NameOf(string name) => IsName(name)
        ? name
        : throw new KernelException($"The parameter '{name}' has no C# name", "Use letters, digits and _, no keyword.");

    private static string Literal(object? value) => value switch
    {
        null => "(string)null",
        bool truth => truth ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        long number => number.ToString(CultureInfo.InvariantCulture) + "L",
        double number => Real(number),
        float number => Real(number),
        string text => Quoted(text),
        _ => throw new KernelException($"A parameter cannot be a {value.GetType().Name}",
            "Use a number, true, false or text."),
    };

    private static string Real(double number) => number switch
    {
        double.NaN => "double.NaN",
        double.PositiveInfinity => "double.PositiveInfinity",
        double.NegativeInfinity => "double.NegativeInfinity",
        _ => number.ToString("R", CultureInfo.InvariantCulture) + "d",
    };

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            if (c is '"' or '\\') quoted.Append('\\').Append(c);
            else if (c is >= ' ' and <= '~') quoted.Append(c);
            else quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        }
        return quoted.Append('"').ToString();
    }

    private static string FreeId(List<Cell> cells)
    {
        var id = Given;
        for (var i = 2; cells.Any(cell => cell.Id == id); i++) id = $"{Given}-{i}";
        return id;
    }
}
