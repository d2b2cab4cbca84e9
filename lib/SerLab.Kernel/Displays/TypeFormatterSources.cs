using System.Reflection;
using Microsoft.DotNet.Interactive.Formatting;

namespace SerLab.Kernel.Displays;

/// <summary>
/// Formatters that types bring along: a type with an attribute named <c>TypeFormatterSourceAttribute</c>, of any
/// namespace, names a source whose <c>CreateTypeFormatters()</c> yields objects with <c>MimeType</c> and
/// <c>Format(object, TextWriter)</c>. Libraries follow the convention without knowing any kernel.
/// </summary>
/// <remarks>Each source is asked once a session, so a formatter can remember what it has shown already.</remarks>
internal sealed class TypeFormatterSources
{
    private readonly Dictionary<Type, MimeFormatter[]> _formatters = [];

    /// <summary>True when the value's type brings its own formatters.</summary>
    public static bool Covers(object? value) => SourceOf(value?.GetType()) is not null;

    /// <summary>MIME type and text of each formatter that wrote something and did not answer false.</summary>
    public IReadOnlyList<(string Mime, string Text)> Format(object? value)
    {
        if (value is null || SourceOf(value.GetType()) is not { } source) return [];
        MimeFormatter[] formatters;
        lock (_formatters)
        {
            if (!_formatters.TryGetValue(source, out formatters!)) _formatters[source] = formatters = Create(source);
        }
        return
        [
            .. formatters.Select(formatter => (formatter.Mime, Text: formatter.Format(value)))
                .Where(entry => entry.Text.Length > 0),
        ];
    }

    private static Type? SourceOf(Type? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            var attribute = type.GetCustomAttributes(inherit: false)
                .FirstOrDefault(one => one.GetType().Name == "TypeFormatterSourceAttribute");
            if (attribute?.GetType().GetProperty("FormatterSourceType")?.GetValue(attribute) is Type source)
                return source;
        }
        return null;
    }

    private static MimeFormatter[] Create(Type source)
    {
        var instance = Activator.CreateInstance(source, nonPublic: true);
        var create = source.GetMethod("CreateTypeFormatters", Type.EmptyTypes);
        if (create?.Invoke(instance, null) is not System.Collections.IEnumerable formatters)
        {
            throw new KernelException($"The formatter source {source.FullName} has no method CreateTypeFormatters()",
                "Give it one that yields objects with MimeType and Format(object, TextWriter).");
        }
        return [.. formatters.Cast<object>().Select(one => new MimeFormatter(one))];
    }

    private sealed class MimeFormatter(object formatter)
    {
        private readonly MethodInfo? _format =
            formatter.GetType().GetMethod("Format", [typeof(object), typeof(TextWriter)]);

        public string Mime { get; } =
            formatter.GetType().GetProperty("MimeType")?.GetValue(formatter) as string ?? "text/plain";

        public string Format(object value)
        {
            var writer = new StringWriter { NewLine = "\n" };
            return Write(value, writer) is false ? "" : writer.ToString();
        }

        private object? Write(object value, TextWriter writer)
        {
            if (_format is not null)
                return _format.Invoke(formatter, BindingFlags.DoNotWrapExceptions, null, [value, writer], null);
            if (formatter is not ITypeFormatter known)
            {
                throw new KernelException($"The formatter {formatter.GetType().FullName} has no Format method",
                    "Give it Format(object, TextWriter).");
            }
            using var context = new FormatContext(writer);
            return known.Format(value, context);
        }
    }
}
