using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SerLab.Files;

/// <summary>
/// Refuses keys that a type does not have and names the nearest one it has, keys that are missing, and empty places in
/// lists.
/// </summary>
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
                CheckComplete(info, value, source, at);
                break;
            case (JsonTypeInfoKind.Dictionary, JsonValueKind.Object):
                foreach (var property in value.EnumerateObject())
                    Check(property.Value, info.ElementType!, options, source, $"{at}{property.Name}.");
                break;
            case (JsonTypeInfoKind.Enumerable, JsonValueKind.Array):
                foreach (var item in value.EnumerateArray())
                {
                    CheckThere(item, options.GetTypeInfo(info.ElementType!), source, at);
                    Check(item, info.ElementType!, options, source, at);
                }
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
        var known = polymorphism.DerivedTypes.Select(one => $"{one.TypeDiscriminator}").ToArray();
        if (!value.TryGetProperty(key, out var word))
            throw new BadFileException(source, $"the key '{at}{key}' is missing.", $"Give one of: {string.Join(", ", known)}.");
        var place = Array.IndexOf(known, $"{word}");
        if (place >= 0)
            return (options.GetTypeInfo(polymorphism.DerivedTypes[place].DerivedType), key);
        var guess = NearestWord.Of($"{word}", known) is { } nearest ? $"Did you mean '{nearest}'? " : "";
        throw new BadFileException(source, $"{at}{key} is '{word}', which is not known.",
            $"{guess}Known here: {string.Join(", ", known)}.");
    }

    private static void CheckComplete(JsonTypeInfo info, JsonElement value, string source, string at)
    {
        var missing = info.Properties.FirstOrDefault(p => p.IsRequired && !value.TryGetProperty(p.Name, out _));
        if (missing is not null)
            throw new BadFileException(source, $"the key '{at}{missing.Name}' is missing.", "Write it there.");
    }

    private static void CheckThere(JsonElement item, JsonTypeInfo info, string source, string at)
    {
        if (item.ValueKind == JsonValueKind.Null && info.Kind == JsonTypeInfoKind.Object)
            throw new BadFileException(source, $"the list '{at.TrimEnd('.')}' holds null.", "Write a value there.");
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
