namespace SerLab.Figures;

/// <summary>Writes values of one type in one MIME type; notebooks recognise it by the names of its members.</summary>
public sealed class TypeFormatter
{
    private readonly Func<object, string> _format;

    private TypeFormatter(string mimeType, Func<object, string> format) => (MimeType, _format) = (mimeType, format);

    /// <summary>The type of what is written.</summary>
    public string MimeType { get; }

    /// <summary>A formatter for values of type <typeparamref name="T"/>; empty text is nothing written.</summary>
    public static TypeFormatter Of<T>(string mimeType, Func<T, string> format) =>
        new(mimeType, value => format((T)value));

    /// <summary>Writes <paramref name="value"/>; false where there is nothing to write in this type.</summary>
    public bool Format(object value, TextWriter writer)
    {
        var text = _format(value);
        writer.Write(text);
        return text.Length > 0;
    }
}
