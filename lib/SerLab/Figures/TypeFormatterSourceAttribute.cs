namespace SerLab.Figures;

/// <summary>
/// Says which class shows a type in a notebook. A notebook kernel recognises this attribute by its name, so a
/// library needs no reference to the kernel. The named class has a constructor without parameters and a method
/// <c>CreateTypeFormatters()</c> whose results have <c>string MimeType</c> and
/// <c>void Format(object value, TextWriter writer)</c>.
/// </summary>
/// <param name="formatterSourceType">The class that makes the formatters.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface)]
public sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    /// <summary>The class that makes the formatters.</summary>
    public Type FormatterSourceType { get; } = formatterSourceType;
}
