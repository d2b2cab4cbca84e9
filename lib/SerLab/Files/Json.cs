using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace SerLab.Files;

/// <summary>
/// The one way JSON is written and read: camelCase keys, enums as camelCase words, two spaces of indentation, <c>\n</c>
/// line ends, a final line end in files. NaN and infinities are written as the strings <c>"NaN"</c>,
/// <c>"Infinity"</c> and <c>"-Infinity"</c> and read back as numbers. Keys that a type does not have, and
/// keys that come twice, are refused. Comments, a trailing comma and keys in any order are allowed when reading, for
/// files edited by hand.
/// </summary>
public static partial class Json
{
    /// <summary>The options all of SerLab shares; read-only.</summary>
    public static JsonSerializerOptions Options { get; } = MakeOptions();

    /// <summary>The value as text, without a final line end.</summary>
    public static string ToText<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>Writes the value atomically.</summary>
    /// <exception cref="BadFileException">The place cannot be written.</exception>
    public static void Write<T>(string path, T value) => AtomicFile.WriteText(path, ToText(value) + "\n");

    /// <summary>Reads a value from a file.</summary>
    /// <exception cref="BadFileException">
    /// The file cannot be read, is not JSON, does not fit the type, or has an unknown key (the nearest one is named).
    /// </exception>
    public static T Read<T>(string path)
    {
        using var stream = FileFaults.OpenRead(path);
        using var reader = new StreamReader(stream);
        return Parse<T>(reader.ReadToEnd(), path);
    }

    /// <summary>Reads a value from text; <paramref name="source"/> is the file name that errors give.</summary>
    /// <exception cref="BadFileException">As <see cref="Read{T}"/>.</exception>
    public static T Parse<T>(string text, string source)
    {
        try
        {
            using var document = JsonDocument.Parse(text, ReadOptions);
            JsonKeys.Check(document.RootElement, typeof(T), Options, source);
            return JsonSerializer.Deserialize<T>(text, Options)
                ?? throw new BadFileException(source, "it holds null.", "Write a value there.");
        }
        catch (JsonException fault)
        {
            throw new BadFileException(source, Describe(fault), "Mend that place in the file.", fault);
        }
    }

    private static readonly JsonDocumentOptions ReadOptions = new()
    {
        AllowDuplicateProperties = false,
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    private static string Describe(JsonException fault)
    {
        var key = fault.Path is { Length: > 2 } path ? $"{path[2..]}: " : "";
        var place = (fault.LineNumber is { } line ? $"line {line + 1}: " : "") + key;
        var message = fault.Message.Split(" Path:")[0].Split(" LineNumber:")[0].TrimEnd('.');
        return $"{place}{Plainly(message)}.";
    }

    // What .NET calls by its types.
    private static string Plainly(string message) => Unfit().Match(message) is not { Success: true } unfit ? message
        : unfit.Groups[1].Value switch
        {
            "Int32" or "Int64" => "a whole number is due there",
            "Double" or "Single" => "a number is due there",
            "Boolean" => "true or false is due there",
            "String" => "text is due there",
            _ => "what is there does not fit",
        };

    [GeneratedRegex(@"could not be converted to (?:System\.Nullable`1\[)?(?:\w+\.)*(\w+)")]
    private static partial Regex Unfit();

    private static JsonSerializerOptions MakeOptions()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            WriteIndented = true,
            IndentSize = 2,
            NewLine = "\n",
            NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            AllowDuplicateProperties = false,
            AllowTrailingCommas = true,
            AllowOutOfOrderMetadataProperties = true,
            ReadCommentHandling = JsonCommentHandling.Skip,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { DropIgnored } },
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    // What a base type marks as no part of the JSON stays so where a derived type overrides it.
    private static void DropIgnored(JsonTypeInfo info)
    {
        for (var i = info.Properties.Count - 1; i >= 0; i--)
        {
            var member = info.Properties[i].AttributeProvider as MemberInfo;
            if (member?.GetCustomAttribute<JsonIgnoreAttribute>()?.Condition == JsonIgnoreCondition.Always)
            {
                info.Properties.RemoveAt(i);
            }
        }
    }
}
