using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SerLab.Files;

/// <summary>Refuses keys that a type does not have and names the nearest one it has.</summary>
internal static class JsonKeys
{
    /// <summary>Walks the value and the type side by side; parts of other shape are left to the deserializer.</summary>
    public static void Check(JsonElement value, Type type, JsonSerializerOptions options, string source, string at = "")
    {
        var (info, discriminator) = Concrete(options.GetTypeInfo(type), value, options, source, at);
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
        JsonTypeInfo info, JsonElement value, JsonSerializerOptions options, string source, string at)
    {
        if (info.PolymorphismOptions is not { } polymorphism || value.ValueKind != JsonValueKind.Object)
            return (info, null);
        var key = polymorphism.TypeDiscriminatorPropertyName;
        var named = value.TryGetProperty(key, out var word) ? $"{word}" : "";
        var type = polymorphism.DerivedTypes.FirstOrDefault(one => $"{one.TypeDiscriminator}" == named).DerivedType;
        return type is not null
            ? (options.GetTypeInfo(type), key)
            : throw new BadFileException(source, $"{at}{key} is '{named}', which is not known.",
                $"Known here: {string.Join(", ", polymorphism.DerivedTypes.Select(one => one.TypeDiscriminator))}.");
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
