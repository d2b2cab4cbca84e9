using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SerLab.Files;

/// <summary>Refuses keys that a type does not have and names the nearest one it has.</summary>
internal static class JsonKeys
{
    /// <summary>Walks the value and the type side by side; parts of other shape are left to the deserializer.</summary>
    public static void Check(JsonElement value, Type type, JsonSerializerOptions options, string source, string at = "")
    {
        var (info, discriminator) = Concrete(options.GetTypeInfo(type), value, options);
        switch (info.Kind, value.ValueKind)
        {
            case (JsonTypeInfoKind.Object, JsonValueKind.Object):
                foreach (var property in value.EnumerateObject().Where(property => property.Name != discriminator))
                {
                    var part = Find(info, property.Name, source, at);
                    Check(property.Value, part, options, source, $"{at}{property.Name}.");
                }
                break;
            case (JsonTypeInfoKind.Dictionary, JsonValueKind.Object):
                foreach (var property in value.EnumerateObject())
                    Check(property.Value, info.ElementType!, options, source, $"{at}{property.Name}.");
                break;
            case (JsonTypeInfoKind.Enumerable, JsonValueKind.Array):
                foreach (var item in value.EnumerateArray())
                    Check(item, info.ElementType!, options, source, at);
                break;
        }
    }

    /// <summary>Of a base type, the derived type that the value names, and the key it is named under.</summary>
    private static (JsonTypeInfo Info, string? Discriminator) Concrete(
        JsonTypeInfo info, JsonElement value, JsonSerializerOptions options)
    {
        if (info.PolymorphismOptions is not { } polymorphism || value.ValueKind != JsonValueKind.Object
            || !value.TryGetProperty(polymorphism.TypeDiscriminatorPropertyName, out var named))
            return (info, null);
        var derived = polymorphism.DerivedTypes.FirstOrDefault(one => Equals(one.TypeDiscriminator, named.GetString()));
        var type = derived.DerivedType ?? info.Type;
        return (options.GetTypeInfo(type), polymorphism.TypeDiscriminatorPropertyName);
    }

    private static Type Find(JsonTypeInfo info, string key, string source, string at)
    {
        if (info.Properties.FirstOrDefault(property => property.Name == key) is { } known)
            return known.PropertyType;
        var names = info.Properties.Select(property => property.Name).Order(StringComparer.Ordinal).ToArray();
        var mend = NearestWord.Of(key, names) is { } nearest
            ? $"Did you mean '{nearest}'?"
            : $"Known keys here: {string.Join(", ", names)}.";
        throw new BadFileException(source, $"the key '{at}{key}' is not known.", mend);
    }
}
