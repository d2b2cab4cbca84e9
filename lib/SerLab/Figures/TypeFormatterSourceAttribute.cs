namespace SerLab.Figures;

/// <summary>
/// Tells a notebook kernel who formats a type: one that makes its formatters in a method <c>CreateTypeFormatters()</c>.
/// Kernels recognise this attribute, that method and the formatters' <c>MimeType</c> and <c>Format</c> by name, so that
/// neither side needs the other.
/// </summary>
/// <param name="formatterSourceType">A type with a constructor without arguments.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface)]
public sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    /// <summary>The type whose <c>CreateTypeFormatters()</c> gives the formatters.</summary>
    public Type FormatterSourceType { get; } = formatterSourceType;
}
